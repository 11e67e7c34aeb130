import type {Category} from '../model/show.ts'
import {cutToBytes} from '../text/cut/cut-text.ts'
import {type XmlElement, xml} from '../text/markup/xml.ts'
import {text} from './kinds/value-kinds.ts'
import {listOf, mapped} from './kinds/value-shapes.ts'
import {appleVerify, blockedServicesKey} from './podcast/podcast-show.ts'
import {textElement} from './rss.ts'
import {authored, type Namespace, appleSpec as spec, type Tag, tagKey, textOf} from './tag.ts'

const shortTitle = tagKey({
  key: 'short_title',
  level: 'episode',
  kind: text(),
  meaning: 'The title as Apple Podcasts shows it, for a `title` that has the number or the name of the show in it.',
  example: 'short_title: First light',
})

function categoryElement({name, subcategory}: Category): XmlElement {
  if (subcategory === undefined) return xml('itunes:category', {text: name})
  return xml('itunes:category', {text: name}, xml('itunes:category', {text: subcategory}))
}

const tags: readonly Tag[] = [
  {
    name: 'itunes:author',
    spec,
    summary: '`author` of the show.',
    atom: 'author',
    json: 'authors',
    channel: ({channel}) => textElement('itunes:author', shortened(channel.author)),
  },
  {
    name: 'itunes:owner',
    spec,
    summary: '`owner`: a name and an address. Whoever claims the show at Spotify gets a mail at this address.',
    channel: ({channel: {owner}}) =>
      owner === undefined
        ? []
        : [xml('itunes:owner', {}, ...textElement('itunes:name', owner.name), xml('itunes:email', {}, owner.email))],
  },
  {
    name: 'itunes:image',
    spec,
    summary: '`image` of the show and of the episode.',
    atom: 'icon',
    json: 'icon, image',
    channel: ({channel: {image}}) => (image === undefined ? [] : [xml('itunes:image', {href: image.url})]),
    item: ({image}) => (image === undefined ? [] : [xml('itunes:image', {href: image.url})]),
  },
  {
    name: 'itunes:category',
    spec: 'https://podcasters.apple.com/support/1691-apple-podcasts-categories',
    summary: '`categories`, in order. Apple reads the first one or two.',
    channel: ({channel}) => channel.categories.map(categoryElement),
  },
  {
    name: 'itunes:explicit',
    spec,
    summary: '`explicit`. Only `true` and `false` are valid today. Older feeds have other values.',
    json: '_podcast.explicit',
    channel: ({channel}) => [xml('itunes:explicit', {}, String(channel.explicit))],
    item: (item) => [xml('itunes:explicit', {}, String(item.explicit))],
  },
  {
    name: 'itunes:type',
    spec,
    summary: '`type`: `episodic` or `serial`.',
    json: '_podcast.type',
    channel: ({channel}) => [xml('itunes:type', {}, channel.type)],
  },
  {
    name: 'itunes:complete',
    spec,
    summary: '`complete: true` ends the show. Apple knows no value but `Yes`.',
    json: 'expired',
    channel: ({channel}) => (channel.complete ? [xml('itunes:complete', {}, 'Yes')] : []),
  },
  {
    name: 'itunes:block',
    spec,
    summary:
      '`block: true` hides the show or the episode from Apple. `apple` in `block_services` does the same. Only the value `Yes` has an effect.',
    channel: ({channel}) =>
      (blockedServicesKey.of(channel)?.get('apple') ?? channel.blocked) ? [xml('itunes:block', {}, 'Yes')] : [],
    item: (item) => (item.blocked ? [xml('itunes:block', {}, 'Yes')] : []),
  },
  {
    name: 'itunes:new-feed-url',
    spec,
    summary: '`new_feed_url`: where the show has moved.',
    channel: ({channel}) => textElement('itunes:new-feed-url', channel.newFeedUrl),
  },
  {
    name: 'itunes:title',
    spec,
    summary: '`short_title`, otherwise the title of the episode again.',
    authored: shortTitle,
    item: (item) => [xml('itunes:title', {}, shortTitle.of(item) ?? item.title)],
  },
  {
    name: 'itunes:subtitle',
    spec,
    summary: '`subtitle`, if the author wrote one.',
    channel: ({channel}) => textElement('itunes:subtitle', shortened(channel.subtitle)),
    item: (item) => textElement('itunes:subtitle', shortened(item.subtitle)),
  },
  authored<readonly string[]>({
    name: 'itunes:keywords',
    spec,
    summary: '`keywords`: words that people type when they look for such a show, as many as fit into 255 bytes.',
    key: 'keywords',
    aliases: ['tags', 'topics'],
    level: 'show',
    kind: mapped(listOf(text()), (list) => list.flatMap((each) => each.split(/\s*,\s*/)).filter((each) => each !== '')),
    meaning:
      'Words that people type when they look for such a show. Few directories still read them. Only as many words are written as fit into 255 bytes.',
    example: 'keywords: [sleeper trains, timetables]',
    fromFeed: (elements) => elements.map(textOf),
    write: (words) => textElement('itunes:keywords', fitting(words)),
  }),
  appleVerify,
  {
    name: 'itunes:duration',
    spec,
    summary: 'The duration of the media file in whole seconds. Apps read the duration only here.',
    json: 'attachments.duration_in_seconds',
    item: ({enclosure}) => {
      const seconds = enclosure?.facts.durationInSeconds
      // Never 0, which apps show as an episode of no length. So a jingle of 0.3 s has one second.
      return seconds === undefined ? [] : [xml('itunes:duration', {}, String(Math.max(1, Math.round(seconds))))]
    },
  },
  {
    name: 'itunes:season',
    spec,
    summary: '`season`.',
    json: '_podcast.season',
    item: ({season}) => (isCounting(season) ? [xml('itunes:season', {}, String(season))] : []),
  },
  {
    name: 'itunes:episode',
    spec,
    summary: '`episode`, if it is a whole number above 0. Apple accepts no other number.',
    json: '_podcast.episode',
    item: ({number}) => (isCounting(number) ? [xml('itunes:episode', {}, String(number))] : []),
  },
  {
    name: 'itunes:episodeType',
    spec,
    summary: '`type` of the episode: `full`, `trailer` or `bonus`.',
    json: '_podcast.episode_type',
    item: (item) => [xml('itunes:episodeType', {}, item.type)],
  },
]

const longestInBytes = 255

function shortened(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cutToBytes(text, longestInBytes)
}

/** Only whole words are kept, because half of a word finds something else. */
function fitting(words: readonly string[]): string {
  let list = ''
  for (const word of words) {
    const longer = list === '' ? word : `${list}, ${word}`
    if (new TextEncoder().encode(longer).length <= longestInBytes) list = longer
  }
  return list
}

function isCounting(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value > 0
}

export const itunes: Namespace = {prefix: 'itunes', uri: 'http://www.itunes.com/dtds/podcast-1.0.dtd', tags}
