import type {Enclosure, FeedItem, ItemChannel} from '../../model/feed.ts'
import {present} from '../../model/present.ts'
import {measuredUrl} from '../../text/addresses/analytics-prefixes.ts'
import {type XmlElement, xml} from '../../text/markup/xml.ts'
import type {Reading} from '../kinds/value-kind.ts'
import {booleanKind, decimal, integer, oneOf, quotedAuthored, scalarKind, text} from '../kinds/value-kinds.ts'
import {sizeInBytes} from '../kinds/value-numbers.ts'
import {checked, eitherOf, listOf, mapped, objectOf} from '../kinds/value-shapes.ts'
import {languageTag, mimeType, webUrl} from '../kinds/value-texts.ts'
import {type Tag, tagKey} from '../tag.ts'
import {specOf} from './podcast-spec.ts'

/** Sources may also have addresses that players fetch in other ways than over HTTP. */
const sourceUri = scalarKind<string>('address', {type: 'string', format: 'uri'}, (value, timeZone) =>
  /^(?:ipfs|magnet|ipns|lbry):\S+$/i.test(value) ? {value} : webUrl.read(value, {timeZone}),
)

type Source = {readonly uri: string; readonly contentType?: string}
type Integrity = {readonly type: 'sri' | 'pgp-signature'; readonly value: string}

type Alternate = {
  readonly type: string
  readonly sources: readonly Source[]
  readonly length?: number
  readonly bitrate?: number
  readonly height?: number
  readonly lang?: string
  readonly title?: string
  readonly rel?: string
  readonly codecs?: string
  readonly default?: boolean
  readonly integrity?: Integrity
}

const source = eitherOf(
  mapped(sourceUri, (uri): Source => ({uri})),
  objectOf({uri: {kind: sourceUri, required: true, aliases: ['url', 'href']}, contentType: {kind: mimeType}}),
)

const sri = /^sha(?:256-[\w+/]{43}=|384-[\w+/]{64}|512-[\w+/]{86}==)$/
const integrityMap = objectOf({
  type: {kind: oneOf(['sri', 'pgp-signature']), required: true},
  value: {kind: text(), required: true},
})
const integrity = checked(
  eitherOf(
    mapped(text(), (value): Integrity => ({type: 'sri', value})),
    integrityMap,
  ),
  (found): Reading<Integrity> => {
    if (found.type !== 'sri' || sri.test(found.value)) return {value: found}
    return {
      wrong: `is ${quotedAuthored(found.value)}, but must be a hash as browsers take it`,
      hint: 'Write sha384- and what `openssl dgst -sha384 -binary FILE | base64` prints',
    }
  },
)

const alternate = checked(
  objectOf({
    type: {kind: mimeType, required: true, aliases: ['mimeType']},
    sources: {kind: listOf(source), aliases: ['source', 'url', 'uri', 'urls']},
    length: {kind: sizeInBytes, aliases: ['size', 'bytes']},
    bitrate: {kind: decimal({min: 1})},
    height: {kind: integer({min: 1})},
    lang: {kind: languageTag, aliases: ['language']},
    title: {kind: text({maxCharacters: 32})},
    rel: {kind: text({maxCharacters: 32})},
    codecs: {kind: text()},
    default: {kind: booleanKind},
    integrity: {kind: integrity},
  }),
  ({sources, ...rest}): Reading<Alternate> =>
    sources === undefined
      ? {wrong: 'has no url', hint: 'Write {url: https://example.org/one.m3u8, type: application/x-mpegURL}'}
      : {value: {...rest, sources}},
)

const alternatesKey = tagKey<readonly Alternate[]>({
  key: 'alternate_enclosures',
  aliases: ['alternate_enclosure', 'alternates'],
  level: 'episode',
  kind: listOf(alternate),
  meaning:
    'The episode in other forms: a stream, a file on another server, a torrent. Apps that know these forms let listeners choose. All others play the main file.',
  example:
    'alternate_enclosures: [{url: https://example.org/one.m3u8, type: application/x-mpegURL, title: Video stream}]',
})

function authoredAlternate({
  sources,
  integrity: proof,
  default: isDefault,
  length = 0,
  ...rest
}: Alternate): XmlElement {
  const {type, bitrate, height, lang, title, rel, codecs} = rest
  return xml(
    'podcast:alternateEnclosure',
    // 0 for a stream, and for a file of unknown length.
    {type, length, bitrate, height, lang, title, rel, codecs, default: isDefault === true ? true : undefined},
    ...sources.map(({uri, contentType}) => xml('podcast:source', {uri, contentType})),
    ...(proof === undefined ? [] : [xml('podcast:integrity', proof)]),
  )
}

/** One of `alternate_enclosures` as feeds without the podcast namespace can name it. */
export type FurtherFile = {
  readonly url: string
  readonly mimeType: string
  readonly sizeInBytes?: number
  readonly title?: string
}

/** `alternate_enclosures` that are on the web, each source by itself; a torrent is no file to other formats. */
export function furtherFiles(item: FeedItem): readonly FurtherFile[] {
  const {enclosure, alternates, otherMedia} = item
  const named = new Set([enclosure, ...alternates, ...otherMedia].map((each) => each?.url as string | undefined))
  return (alternatesKey.of(item) ?? []).flatMap(({sources, type, length, title}) =>
    sources.flatMap(({uri, contentType}) => {
      if (!/^https?:/i.test(uri) || named.has(uri)) return []
      named.add(uri)
      return [present({url: uri, mimeType: contentType ?? type, sizeInBytes: length || undefined, title})]
    }),
  )
}

function fileAlternate({url, facts, sriHash}: Enclosure, {prefixes, guid}: ItemChannel): XmlElement {
  return xml(
    'podcast:alternateEnclosure',
    {
      type: facts.mimeType,
      length: facts.sizeInBytes,
      bitrate: facts.bitrateInBitsPerSecond,
      height: facts.heightInPixels,
      codecs: facts.codecs,
    },
    xml('podcast:source', {uri: measuredUrl(url, prefixes, guid)}),
    ...(sriHash === undefined ? [] : [xml('podcast:integrity', {type: 'sri', value: sriHash})]),
  )
}

export const alternateEnclosure: Tag = {
  name: 'podcast:alternateEnclosure',
  spec: specOf('alternate-enclosure'),
  summary:
    'Further media files of the kind of the enclosure (sound or film; both kinds only with `alternate_video: true`). Then `alternate_enclosures`: streams, files on other servers, torrents.',
  inner: [
    {name: 'podcast:source', summary: 'The address of the file; `url` or `sources`.'},
    {name: 'podcast:integrity', summary: 'The hash of a file of the show; `integrity` for one elsewhere.'},
  ],
  authored: alternatesKey,
  atom: 'link rel="enclosure"',
  json: 'attachments',
  item: (item, {channel}) => [
    ...item.alternates.map((file) => fileAlternate(file, channel)),
    ...(alternatesKey.of(item) ?? []).map(authoredAlternate),
  ],
}
