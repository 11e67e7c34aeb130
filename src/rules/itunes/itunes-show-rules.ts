import {childOf, childrenOf, type FeedElement} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import {feedRules} from '../rule.ts'
import {appleAndStandard, appleAndValidator, appleW3cAndStandard, ownership, specs, validator} from '../rule-sources.ts'

const asked = ['itunes:explicit', 'itunes:category', 'itunes:image']
const playable: ReadonlySet<string> = new Set(['m4a', 'mp3', 'mov', 'mp4', 'm4v', 'pdf', 'epub'])

/** What Apple requires of a show and of its files. https://podcasters.apple.com/support/823-podcast-requirements */
export const itunesShowRules = feedRules({
  'feed-itunes-element-missing': {
    severity: 'warning',
    w3c: 'MissingItunesElement',
    spec: specs.appleGuide,
    profiles: appleW3cAndStandard,
    why: 'Apple Podcasts needs cover art, a category, and whether the show is explicit.',
    check: ({childCounts}: FeedElement) =>
      asked
        .filter((name) => !childCounts.has(name))
        .map((name) => `The channel has no ${name}: Apple Podcasts refuses the show`),
    in: 'channel of a podcast',
    bad: '<!-- no itunes:explicit -->',
    good: '<itunes:explicit>false</itunes:explicit>',
  },
  'feed-itunes-mail-missing': {
    severity: 'warning',
    w3c: 'MissingItunesEmail',
    spec: specs.appleGuide,
    profiles: ownership,
    why: "Directories send a code to the owner's mail address. It proves that the show is yours. Apple has other ways today, and Spotify has none.",
    check: (channel: FeedElement) => {
      const owner = childOf(channel, 'itunes:owner')
      if (owner?.childCounts.has('itunes:email')) return undefined
      const message = `The channel has no ${owner ? 'address in itunes:owner' : 'itunes:owner'}: directories have nowhere to send the code that proves the show is yours`
      return owner ? {message, element: owner} : message
    },
    in: 'channel of a podcast',
    bad: '<!-- no itunes:owner -->',
    good: '<itunes:owner><itunes:email>ada@example.com</itunes:email></itunes:owner>',
  },
  'feed-apple-not-utf8': {
    severity: 'warning',
    w3c: 'NotUTF8',
    spec: specs.appleGuide,
    profiles: appleAndValidator,
    why: 'Apple Podcasts asks for UTF-8. Letters outside ASCII come out wrong, or the feed is refused.',
    check: ({encoding}: Pick<FeedFacts, 'encoding'>) =>
      /^utf-?8$/.test(encoding)
        ? undefined
        : `The feed is written in ${encoding.slice(0, 40)}, and Apple asks for UTF-8`,
    hint: 'Save the feed as UTF-8, and say encoding="UTF-8"',
    in: 'a podcast in another encoding',
    bad: '<?xml version="1.0" encoding="iso-8859-1"?>',
    good: '<?xml version="1.0" encoding="UTF-8"?>',
  },
  'feed-itunes-owner-incomplete': {
    severity: 'error',
    w3c: 'MissingElement',
    spec: specs.appleGuide,
    profiles: validator,
    why: 'Directories know an owner by the mail address. Without an address, the element says nothing.',
    check: ({childCounts}: FeedElement, child: string) =>
      childCounts.has(child) ? undefined : `itunes:owner has no ${child}`,
    in: 'channel of a podcast',
    bad: '<itunes:owner><itunes:name>Ada</itunes:name></itunes:owner>',
    good: '<itunes:owner><itunes:name>Ada</itunes:name><itunes:email>ada@example.com</itunes:email></itunes:owner>',
    also: ['feed-itunes-mail-missing'],
  },
  'feed-apple-language-missing': {
    severity: 'warning',
    spec: specs.appleGuide,
    profiles: appleAndStandard,
    why: 'Apple Podcasts needs the language of the show, because it lists shows by language.',
    check: ({childCounts}: FeedElement) =>
      childCounts.has('language') || childCounts.has('dc:language')
        ? undefined
        : 'The channel has no language, which Apple Podcasts requires',
    hint: 'Add <language>en</language>',
    in: 'channel of a podcast',
    bad: '<!-- no language -->',
    good: '<language>en</language>',
  },
  'feed-enclosure-format-unsupported': {
    severity: 'warning',
    w3c: 'UnsupportedItunesFormat',
    spec: specs.appleGuide,
    profiles: appleAndValidator,
    disagrees:
      'The validator takes what follows the last dot of the whole address. Apps look at the path, so a query after the path does not change the format.',
    why: 'Apple knows the format by the end of the address. It leaves out items whose file is none that it plays.',
    // Apple judges the file by the end of its path, not by `type`.
    check: (item: FeedElement) =>
      childrenOf(item, 'enclosure').flatMap((element) => {
        const path = (element.attributes.get('url') ?? '').split(/[?#]/)[0] ?? ''
        const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
        if (playable.has(extension)) return []
        const message = `The enclosure ends in .${extension.slice(0, 20)}; Apple Podcasts lists only ${[...playable].join(', ')}`
        return [{message, element, attribute: 'url'}]
      }),
    in: 'item of a podcast',
    bad: '<enclosure url="https://example.com/1.ogg" length="1000" type="audio/ogg"/>',
    good: '<enclosure url="https://example.com/1.mp3" length="1000" type="audio/mpeg"/>',
  },
})
