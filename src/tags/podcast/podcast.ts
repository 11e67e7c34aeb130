import type {Channel, FeedItem} from '../../model/feed.ts'
import {measuredUrl} from '../../text/addresses/analytics-prefixes.ts'
import {cutToCharacters} from '../../text/cut/cut-text.ts'
import {type XmlElement, xml} from '../../text/markup/xml.ts'
import {formatRfc822} from '../../text/time/date-formats.ts'
import {updateFrequency} from '../kinds/update-frequency.ts'
import type {Namespace, Tag} from '../tag.ts'
import {alternateEnclosure} from './alternate-enclosure.ts'
import {contentLink, episode, soundbite} from './podcast-episode.ts'
import {image} from './podcast-image.ts'
import {location} from './podcast-location.ts'
import {funding, license} from './podcast-rights.ts'
import {block, locked, medium, podping, txt} from './podcast-show.ts'
import {chat, socialInteract} from './podcast-social.ts'
import {specOf} from './podcast-spec.ts'
import {value} from './podcast-value.ts'
import {podroll, publisher, remoteItems} from './remote-items.ts'

function personElements(people: FeedItem['people']): readonly XmlElement[] {
  return people.map(({name, role, group, url, image}) =>
    xml(
      'podcast:person',
      {role: role.toLowerCase(), group: group.toLowerCase(), img: image, href: url},
      cutToCharacters(name, 128),
    ),
  )
}

/** A trailer is named in the channel as well, because apps play it as the preview of the show. */
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
  return [xml('podcast:trailer', attributes, cutToCharacters(item.title, 128))]
}

const derived: readonly Tag[] = [
  {
    name: 'podcast:guid',
    spec: specOf('guid'),
    summary:
      '`guid` of the show. Without one, it is the UUIDv5 of the address of the feed. Write it down before the address changes.',
    // Perl's XML::RSS dies at any `PREFIX:guid` before the first item; but directories know a show by this tag, and the RSS Profile
    // wants items last.
    atom: 'id',
    json: '_podcast.guid',
    channel: ({channel}) => [xml('podcast:guid', {}, channel.guid)],
  },
  {
    name: 'podcast:person',
    spec: specOf('person'),
    summary:
      '`hosts`, `guests` and `people`. An episode names the hosts again, because apps take its list instead of that of the show.',
    atom: 'contributor',
    json: '_podcast.persons',
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
    json: '_podcast.season',
    item: ({season, seasonName}) =>
      season === undefined || !Number.isInteger(season)
        ? []
        : [xml('podcast:season', {name: seasonName && cutToCharacters(seasonName, 128)}, String(season))],
  },
  episode,
  {
    name: 'podcast:transcript',
    spec: specOf('transcript'),
    summary:
      'Every form of a transcript that is published, WebVTT first. Only forms with real times have `rel="captions"`.',
    json: '_podcast.transcripts',
    item: ({transcripts}) =>
      transcripts.map(({url, mimeType, language, captions}) =>
        xml('podcast:transcript', {url, type: mimeType, language, rel: captions ? 'captions' : undefined}),
      ),
  },
  {
    name: 'podcast:chapters',
    spec: specOf('chapters'),
    summary: 'The published `chapters.json`.',
    json: '_podcast.chapters_url',
    item: ({chaptersUrl}) =>
      chaptersUrl === undefined ? [] : [xml('podcast:chapters', {url: chaptersUrl, type: 'application/json+chapters'})],
  },
]

/** In the order of writing: whose show it is and who may have it, the people, what an episode is made of, the talk, the money. */
export const podcast: Namespace = {
  prefix: 'podcast',
  uri: 'https://podcastindex.org/namespace/1.0',
  tags: [
    ...derived,
    image,
    alternateEnclosure,
    contentLink,
    soundbite,
    locked,
    block,
    medium,
    updateFrequency,
    podping,
    txt,
    license,
    location,
    funding,
    value,
    chat,
    socialInteract,
    publisher,
    podroll,
    remoteItems,
  ],
}
