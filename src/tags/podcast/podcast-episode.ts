import type {FeedItem} from '../../model/feed.ts'
import {parseHostedVideo, videoServiceNames} from '../../text/addresses/hosted-video.ts'
import {xml} from '../../text/markup/xml.ts'
import type {Reading, ValueKind} from '../kinds/value-kind.ts'
import {text} from '../kinds/value-kinds.ts'
import {timestamp} from '../kinds/value-numbers.ts'
import {checked, eitherOf, listOf, mapped, objectOf} from '../kinds/value-shapes.ts'
import {webUrl} from '../kinds/value-texts.ts'
import {attributesOf, type Tag, tagKey} from '../tag.ts'
import {specOf} from './podcast-spec.ts'

const episodeNameKey = tagKey({
  key: 'episode_name',
  aliases: ['episode_display'],
  level: 'episode',
  kind: text({maxCharacters: 32}),
  meaning: 'A text of up to 32 characters that apps show instead of the episode number.',
  example: 'episode_name: Ch. 3',
})

export const episode: Tag = {
  name: 'podcast:episode',
  spec: specOf('episode'),
  summary:
    '`episode`. A decimal number such as 100.5 is allowed here. Apps show `episode_name`, or a short code such as `V001`, instead of the number.',
  authored: episodeNameKey,
  // Its number is the field `episode`.
  fromFeed: ([element]) => (element === undefined ? undefined : attributesOf(element).display),
  json: '_podcast.episode',
  item: (item) =>
    item.number === undefined
      ? []
      : [xml('podcast:episode', {display: episodeNameKey.of(item) ?? item.shortCode}, String(item.number))],
}

type Soundbite = {readonly start: number; readonly duration: number; readonly title?: string}

export const soundbitesKey = tagKey<readonly Soundbite[]>({
  key: 'soundbites',
  aliases: ['soundbite'],
  level: 'episode',
  kind: listOf(
    checked(
      objectOf({
        start: {kind: timestamp, required: true, aliases: ['startTime']},
        duration: {kind: timestamp, aliases: ['length']},
        end: {kind: timestamp, aliases: ['endTime']},
        title: {kind: text({maxCharacters: 128}), aliases: ['text']},
      }),
      ({start, duration, end, ...title}): Reading<Soundbite> => {
        const length = duration ?? (end === undefined ? 0 : end - start)
        // In milliseconds, because 90.3 - 60.1 has many digits behind the point.
        if (length > 0) return {value: {start, duration: Math.round(length * 1000) / 1000, ...title}}
        return {wrong: 'has no duration', hint: 'Write {start: 1:30, duration: 45, title: The lead line}'}
      },
    ),
  ),
  meaning: 'Short parts of the episode, 15 seconds to two minutes long. Apps play them as a preview.',
  example: 'soundbites: [{start: 1:30, duration: 45, title: The lead line}]',
})

export const soundbite: Tag = {
  name: 'podcast:soundbite',
  spec: specOf('soundbite'),
  summary: '`soundbites`: short parts of the episode, 15 seconds to two minutes long, which apps play as a preview.',
  authored: soundbitesKey,
  member: {name: 'soundbites', text: 'title', many: true},
  item: (item) =>
    (soundbitesKey.of(item) ?? []).map(({start, duration, title}) =>
      xml('podcast:soundbite', {startTime: start, duration}, ...(title === undefined ? [] : [title])),
    ),
}

type ContentLink = {readonly url: string; readonly text: string}

function linkLabel(url: string): string {
  const video = parseHostedVideo(url)
  return video === undefined ? new URL(url).hostname.replace(/^www\./, '') : watchOn(video)
}

function watchOn({service}: NonNullable<FeedItem['hostedVideo']>): string {
  return `Watch on ${videoServiceNames[service]}`
}

const contentLinkList: ValueKind<readonly ContentLink[]> = listOf(
  eitherOf(
    mapped(webUrl, (url): ContentLink => ({url, text: linkLabel(url)})),
    mapped(
      objectOf({
        url: {kind: webUrl, required: true, aliases: ['href', 'link']},
        text: {kind: text(), aliases: ['title', 'label', 'name']},
      }),
      ({url, text: label}): ContentLink => ({url, text: label ?? linkLabel(url)}),
    ),
  ),
)

export const contentLinksKey = tagKey({
  key: 'content_links',
  aliases: ['content_link'],
  level: 'episode',
  kind: contentLinkList,
  meaning:
    'Pages where the episode plays, for apps that cannot play it. The page of a hosted video is added without this field.',
  example: 'content_links: [{url: https://example.org/live, text: Watch on our site}]',
})

/** Every page on which the episode plays, each once. */
function contentLinksOf(item: FeedItem): readonly ContentLink[] {
  const {hostedVideo} = item
  const hosted = hostedVideo === undefined ? [] : [{url: hostedVideo.pageUrl, text: watchOn(hostedVideo)}]
  const links = [...(contentLinksKey.of(item) ?? []), ...hosted]
  return [...new Map(links.map((link) => [link.url, link])).values()]
}

export const contentLink: Tag = {
  name: 'podcast:contentLink',
  spec: specOf('content-link'),
  summary:
    '`content_links`, and the page of a hosted video (`youtube`, or an embedded player in the text). There the episode plays if the app cannot play it.',
  authored: contentLinksKey,
  atom: 'link rel="related"',
  member: {name: 'content_links', many: true},
  item: (item) => contentLinksOf(item).map(({url, text: label}) => xml('podcast:contentLink', {href: url}, label)),
}
