import type {Channel, FeedItem} from '../model/feed.ts'
import {measuredUrl} from '../text/analytics-prefixes.ts'
import {formatRfc822} from '../text/date-formats.ts'
import {videoServiceNames} from '../text/hosted-video.ts'
import {type XmlElement, xml} from '../text/xml.ts'
import {funding, license, location, locked, medium} from './podcast-authored.ts'
import type {Namespace, Tag} from './tag.ts'

const specOf = (page: string) => `https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/${page}.md`

/** The podcast namespace counts what people see in characters. */
function cut(text: string, maxCharacters: number): string {
  const characters = [...text]
  return characters.length <= maxCharacters
    ? text
    : `${characters
        .slice(0, maxCharacters - 1)
        .join('')
        .trimEnd()}…`
}

function personElements(people: FeedItem['people']): readonly XmlElement[] {
  return people.map(({name, role, group, url, image}) =>
    xml(
      'podcast:person',
      {role: role.toLowerCase(), group: group.toLowerCase(), img: image, href: url},
      cut(name, 128),
    ),
  )
}

/** A trailer episode is announced once more in the channel: apps play it as the show's preview. */
function trailerElement(item: FeedItem, {prefixes, guid}: Channel): readonly XmlElement[] {
  if (item.type !== 'trailer' || item.enclosure === undefined) return []
  const {url, facts} = item.enclosure
  const attributes = {
    pubdate: formatRfc822(item.publishedAt),
    url: measuredUrl(url, prefixes, guid),
    length: facts.sizeInBytes === 0 ? undefined : facts.sizeInBytes,
    type: facts.mimeType,
    season: item.season,
  }
  return [xml('podcast:trailer', attributes, cut(item.title, 128))]
}

const derived: readonly Tag[] = [
  {
    name: 'podcast:guid',
    spec: specOf('guid'),
    summary:
      '`guid` of the show. Without one, the UUIDv5 of the feed address; write it down before the address changes.',
    // Perl's XML::RSS dies at any `PREFIX:guid` before the first item; but directories know a show by this tag, and the RSS Profile
    // wants items last.
    channel: ({channel}) => [xml('podcast:guid', {}, channel.guid)],
  },
  {
    name: 'podcast:person',
    spec: specOf('person'),
    summary: '`hosts`, `guests` and `people`. An episode restates the hosts, since its list replaces the show’s.',
    channel: ({channel}) => personElements(channel.people),
    item: (item) => personElements(item.people),
  },
  {
    name: 'podcast:trailer',
    spec: specOf('trailer'),
    summary: 'Every episode of `type: trailer`.',
    channel: ({trailers, channel}) => trailers.flatMap((item) => trailerElement(item, channel)),
  },
  {
    name: 'podcast:season',
    spec: specOf('season'),
    summary: '`season` and its name.',
    item: ({season, seasonName}) =>
      season === undefined || !Number.isInteger(season)
        ? []
        : [xml('podcast:season', {name: seasonName && cut(seasonName, 128)}, String(season))],
  },
  {
    name: 'podcast:episode',
    spec: specOf('episode'),
    summary: '`episode`; a decimal such as 100.5 is allowed here.',
    item: ({number}) => (number === undefined ? [] : [xml('podcast:episode', {}, String(number))]),
  },
  {
    name: 'podcast:transcript',
    spec: specOf('transcript'),
    summary: 'Every published form of a transcript, WebVTT first. `rel="captions"` only with real times.',
    item: ({transcripts}) =>
      transcripts.map(({url, mimeType, language, captions}) =>
        xml('podcast:transcript', {url, type: mimeType, language, rel: captions ? 'captions' : undefined}),
      ),
  },
  {
    name: 'podcast:chapters',
    spec: specOf('chapters'),
    summary: 'The published `chapters.json`.',
    item: ({chaptersUrl}) =>
      chaptersUrl === undefined ? [] : [xml('podcast:chapters', {url: chaptersUrl, type: 'application/json+chapters'})],
  },
  {
    name: 'podcast:alternateEnclosure',
    spec: specOf('alternate-enclosure'),
    summary:
      'Further media files of the same kind as the enclosure; of the other kind only with `alternate_video: true`.',
    item: ({alternates}, {channel}) =>
      alternates.map(({url, facts}) =>
        xml(
          'podcast:alternateEnclosure',
          {
            type: facts.mimeType,
            length: facts.sizeInBytes,
            bitrate: facts.bitrateInBitsPerSecond,
            height: facts.heightInPixels,
            codecs: facts.codecs,
          },
          xml('podcast:source', {uri: measuredUrl(url, channel.prefixes, channel.guid)}),
        ),
      ),
  },
  {
    name: 'podcast:contentLink',
    spec: specOf('content-link'),
    summary: 'The page of a hosted video (`youtube`, or an embedded player in the text).',
    item: ({hostedVideo}) =>
      hostedVideo === undefined
        ? []
        : [
            xml(
              'podcast:contentLink',
              {href: hostedVideo.pageUrl},
              `Watch on ${videoServiceNames[hostedVideo.service]}`,
            ),
          ],
  },
]

export const podcast: Namespace = {
  prefix: 'podcast',
  uri: 'https://podcastindex.org/namespace/1.0',
  tags: [...derived, locked, medium, license, location, funding],
}
