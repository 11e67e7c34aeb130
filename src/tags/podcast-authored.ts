import type {AbsoluteUrl} from '../model/absolute-url.ts'
import {xml} from '../text/xml.ts'
import {authored} from './tag.ts'
import {booleanKind, oneOf, text} from './value-kinds.ts'
import {eitherOf, listOf, mapped, objectOf} from './value-shapes.ts'
import {email, webUrl} from './value-texts.ts'

const specOf = (page: string) => `https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/${page}.md`

export const locked = authored<{readonly locked: boolean; readonly owner?: string}>({
  name: 'podcast:locked',
  spec: specOf('locked'),
  summary: '`locked: true` asks other hosts to refuse an import of the show; `owner` is whom they may ask.',
  key: 'locked',
  level: 'show',
  kind: eitherOf(
    mapped(booleanKind, (value) => ({locked: value})),
    objectOf({locked: {kind: booleanKind, required: true}, owner: {kind: email}}),
  ),
  example: 'locked: {locked: true, owner: me@example.org}',
  write: (value) => [xml('podcast:locked', {owner: value.owner}, value.locked ? 'yes' : 'no')],
})

const media = ['podcast', 'music', 'video', 'film', 'audiobook', 'newsletter', 'blog', 'course'] as const

export const medium = authored<(typeof media)[number]>({
  name: 'podcast:medium',
  spec: specOf('medium'),
  summary: '`medium`: what kind of show it is.',
  key: 'medium',
  level: 'show',
  kind: oneOf(media),
  example: 'medium: podcast',
  write: (value) => [xml('podcast:medium', {}, value)],
})

/** The identifiers that the namespace lists, with the text they stand for. Any other licence needs its own address. */
const knownLicenses: ReadonlyMap<string, {readonly name: string; readonly url?: string}> = new Map(
  [
    {name: 'ARR'},
    {name: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/'},
    {name: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/'},
    {name: 'CC-BY-ND-4.0', url: 'https://creativecommons.org/licenses/by-nd/4.0/'},
    {name: 'CC-BY-NC-4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/'},
    {name: 'CC-BY-NC-SA-4.0', url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/'},
    {name: 'CC-BY-NC-ND-4.0', url: 'https://creativecommons.org/licenses/by-nc-nd/4.0/'},
    {name: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/'},
  ].map((license) => [license.name.toLowerCase(), license]),
)

type License = {readonly name: string; readonly url?: AbsoluteUrl}

export const license = authored<License>({
  name: 'podcast:license',
  spec: specOf('license'),
  summary: '`license`: a known identifier (`CC-BY-4.0`), or a name with the address of its text.',
  key: 'license',
  aliases: ['licence'],
  level: 'both',
  kind: eitherOf(
    mapped(text({maxCharacters: 128}), (name) => ({name})),
    objectOf({name: {kind: text({maxCharacters: 128}), required: true}, url: {kind: webUrl}}),
  ),
  example: 'license: CC-BY-4.0',
  write: ({name, url}) => {
    const known = knownLicenses.get(name.toLowerCase())
    return [xml('podcast:license', {url: url ?? known?.url}, known?.name ?? name)]
  },
})

type Location = {
  readonly name: string
  readonly geo?: string
  readonly osm?: string
  readonly rel?: 'subject' | 'creator'
  readonly country?: string
}

export const location = authored<readonly Location[]>({
  name: 'podcast:location',
  spec: specOf('location'),
  summary: '`location`: where the subject is, or the makers are (`rel: creator`).',
  key: 'location',
  level: 'both',
  kind: listOf(
    eitherOf(
      mapped(text({maxCharacters: 128}), (name) => ({name})),
      objectOf({
        name: {kind: text({maxCharacters: 128}), required: true},
        geo: {kind: text()},
        osm: {kind: text()},
        rel: {kind: oneOf(['subject', 'creator'])},
        country: {kind: text({maxCharacters: 2})},
      }),
    ),
  ),
  example: 'location: {name: "Lisbon, Portugal", geo: "geo:38.72,-9.14", country: PT, rel: creator}',
  // `rel` is written out even where it is the default: older apps knew another one (namespace, location 2025).
  write: (locations) =>
    locations.map(({name, geo, osm, rel, country}) =>
      xml('podcast:location', {rel: rel ?? 'subject', geo, osm, country: country?.toUpperCase()}, name),
    ),
})

type Funding = {readonly url: AbsoluteUrl; readonly text: string}

export const funding = authored<readonly Funding[]>({
  name: 'podcast:funding',
  spec: specOf('funding'),
  summary: '`funding`: where listeners can support the show, and the words for the button.',
  key: 'funding',
  aliases: ['support'],
  level: 'both',
  kind: listOf(
    eitherOf(
      mapped(webUrl, (url) => ({url, text: 'Support the show'})),
      objectOf({
        url: {kind: webUrl, required: true},
        text: {kind: text({maxCharacters: 128}), required: true, aliases: ['title', 'label', 'name']},
      }),
    ),
  ),
  example: 'funding: {url: https://example.org/support, text: Support the show}',
  write: (links) => links.map((each) => xml('podcast:funding', {url: each.url}, each.text)),
})
