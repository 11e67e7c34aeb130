import type {Enclosure, FeedItem, ItemChannel} from '../model/feed.ts'
import type {HostedVideo} from '../model/media.ts'
import {measuredUrl} from '../text/addresses/analytics-prefixes.ts'
import {type XmlElement, xml} from '../text/markup/xml.ts'
import type {Namespace, Tag} from './tag.ts'

const spec = 'https://www.rssboard.org/media-rss'

function titleElement({title}: FeedItem): XmlElement {
  return xml('media:title', {type: 'plain'}, title)
}

/** Only the author's own picture. A picture of the video host would tell that host of everybody who looks at the feed. */
function pictureElement({image}: FeedItem): readonly XmlElement[] {
  if (image === undefined) return []
  const {url, facts} = image
  return [xml('media:thumbnail', {url, width: facts?.widthInPixels, height: facts?.heightInPixels})]
}

function fileElement(
  {url, facts}: Enclosure,
  isDefault: boolean,
  item: FeedItem,
  {prefixes, guid}: ItemChannel,
): XmlElement {
  const {mimeType, sizeInBytes, durationInSeconds, bitrateInBitsPerSecond, widthInPixels, heightInPixels} = facts
  const attributes = {
    url: measuredUrl(url, prefixes, guid),
    fileSize: sizeInBytes === 0 ? undefined : sizeInBytes,
    type: mimeType,
    medium: 'video',
    isDefault: isDefault ? true : undefined,
    // Media RSS counts kilobits; podcast:alternateEnclosure counts bits.
    bitrate: bitrateInBitsPerSecond === undefined ? undefined : Math.round(bitrateInBitsPerSecond / 1000),
    duration: durationInSeconds === undefined ? undefined : Math.max(1, Math.round(durationInSeconds)),
    width: widthInPixels,
    height: heightInPixels,
  }
  return xml('media:content', attributes, titleElement(item), ...pictureElement(item))
}

/** A page that plays the file is a `player`. `url` is only for files. */
function playerElement({embedUrl}: HostedVideo, item: FeedItem): XmlElement {
  const player = xml('media:player', {url: embedUrl})
  return xml('media:content', {medium: 'video'}, titleElement(item), player, ...pictureElement(item))
}

/** Only for video. Of sound these elements say only what the enclosure and `podcast:alternateEnclosure` say. */
function contents(item: FeedItem, {channel}: {readonly channel: ItemChannel}): readonly XmlElement[] {
  const {enclosure, alternates, hostedVideo} = item
  // The enclosure is the last one: newsboat takes the last file of a group for the enclosure, whatever stands before the group.
  const files = enclosure?.kind === 'video' ? [...alternates.filter(({kind}) => kind === 'video'), enclosure] : []
  return [
    ...files.map((file) => fileElement(file, file === enclosure && files.length > 1, item, channel)),
    ...(hostedVideo === undefined ? [] : [playerElement(hostedVideo, item)]),
  ]
}

const group: Tag = {
  name: 'media:group',
  spec,
  summary: 'The forms of one video, if there are several: files of different sizes, and the page of a video host.',
  // A single file must not be in a group (Media RSS 1.5.1).
  item: (item, feed) => {
    const all = contents(item, feed)
    return all.length > 1 ? [xml('media:group', {}, ...all)] : []
  },
}

const content: Tag = {
  name: 'media:content',
  spec,
  summary:
    'A video: the file of the enclosure, or the video on the page of a video host. Feed readers show a player for it.',
  inner: [
    {name: 'media:title', summary: 'The title of the episode.'},
    {name: 'media:player', summary: 'The page of a hosted video that can be embedded.'},
    {name: 'media:thumbnail', summary: '`image` of the episode.'},
  ],
  atom: 'link rel="enclosure"',
  json: 'attachments',
  item: (item, feed) => {
    const all = contents(item, feed)
    return all.length === 1 ? all : []
  },
}

export const mediaRss: Namespace = {prefix: 'media', uri: 'http://search.yahoo.com/mrss/', tags: [group, content]}
