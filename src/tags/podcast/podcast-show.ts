import {xml} from '../../text/markup/xml.ts'
import type {Authored, Reading, ReadingContext, ValueKind} from '../kinds/value-kind.ts'
import {booleanKind, isAbsent, oneOf, quotedAuthored, scalarKind, text} from '../kinds/value-kinds.ts'
import {eitherOf, listOf, mapped, objectOf} from '../kinds/value-shapes.ts'
import {email} from '../kinds/value-texts.ts'
import {appleSpec, attributesOf, authored, type Tag, tagKey, textOf} from '../tag.ts'
import {specOf} from './podcast-spec.ts'
import {mediums} from './remote-items.ts'

export const locked = authored<{readonly locked: boolean; readonly owner?: string}>({
  name: 'podcast:locked',
  spec: specOf('locked'),
  summary:
    '`locked: true` asks other hosts to refuse an import of the show. `owner` is the address to which they may write.',
  key: 'locked',
  level: 'show',
  kind: eitherOf(
    mapped(booleanKind, (value) => ({locked: value})),
    objectOf({locked: {kind: booleanKind, required: true}, owner: {kind: email}}),
  ),
  meaning:
    '`true` asks other hosts to refuse an import of the show. `owner` is the address to which they may write. Everybody can read it in the feed.',
  example: 'locked: {locked: true, owner: me@example.org}',
  fromFeed: ([element]) =>
    element === undefined ? undefined : {locked: textOf(element).toLowerCase() === 'yes', ...attributesOf(element)},
  write: (value) => [xml('podcast:locked', {owner: value.owner}, value.locked ? 'yes' : 'no')],
})

export const mediumKey = tagKey<(typeof mediums)[number]>({
  key: 'medium',
  level: 'show',
  kind: oneOf(mediums),
  meaning:
    'The kind of the show, such as `music`, `audiobook` or `course`. A kind that ends in `L` (`musicL`), and `mixed`, means that the show is a list of `remote_items`.',
  example: 'medium: podcast',
})

/** The medium of a show whose feed is a list of what other feeds hold. */
export function listMediumOf(holder: Parameters<typeof mediumKey.of>[0]): string | undefined {
  const value = mediumKey.of(holder)
  return value !== undefined && (value === 'mixed' || value.endsWith('L')) ? value : undefined
}

export const medium: Tag = {
  name: 'podcast:medium',
  spec: specOf('medium'),
  summary:
    '`medium`: the kind of the show. A kind that ends in `L` (`musicL`), and `mixed`, means a list of `remote_items`.',
  authored: mediumKey,
  member: {name: 'medium'},
  channel: ({channel}) => {
    const value = mediumKey.of(channel)
    return value === undefined ? [] : [xml('podcast:medium', {}, value)]
  },
}

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/serviceslugs.txt */
const services = `acast amazon anchor apple audible audioboom backtracks bitcoin blubrry buzzsprout captivate castos
  castopod facebook fireside fyyd google gpodder hypercatcher kasts libsyn mastodon megafono megaphone omnystudio overcast
  paypal pinecast podbean podcastaddict podcastguru podcastindex podcasts podchaser podcloud podfriend podiant podigee
  podnews podomatic podserve podverse redcircle relay resonaterecordings rss shoutengine simplecast slack soundcloud
  spotify spreaker tiktok transistor twitter whooshkaa youtube zencast`.split(/\s+/)
const service = oneOf(services)

/** `[amazon, google]`, or `{amazon: yes, spotify: no}`: whether a service is asked to leave the show out. */
const blockedServices: ValueKind<ReadonlyMap<string, boolean>> = {
  name: 'list of services',
  jsonSchema: {
    anyOf: [
      {enum: services},
      {type: 'array', items: {enum: services}},
      {type: 'object', propertyNames: {enum: services}, additionalProperties: booleanKind.jsonSchema},
    ],
  },
  read: (authored, context) => {
    if (isAbsent(authored)) return {absent: true}
    if (typeof authored === 'string' || Array.isArray(authored)) {
      const reading = listOf(service, {isWhole: true}).read(authored, context)
      return 'value' in reading ? {value: new Map(reading.value.map((name) => [name, true]))} : reading
    }
    return readBlockMap(authored as {readonly [key: string]: Authored}, context)
  },
}

function readBlockMap(
  map: {readonly [key: string]: Authored},
  context: ReadingContext,
): Reading<ReadonlyMap<string, boolean>> {
  const found = new Map<string, boolean>()
  for (const [name, written] of Object.entries(map)) {
    const slug = service.read(name, context)
    if ('wrong' in slug) return {...slug, at: [name]}
    const blocks = booleanKind.read(written, context)
    if ('wrong' in blocks) return {...blocks, wrong: `${name} ${blocks.wrong}`, at: [name]}
    if ('value' in slug && 'value' in blocks) found.set(slug.value, blocks.value)
  }
  return found.size === 0 ? {absent: true} : {value: found}
}

export const blockedServicesKey = tagKey({
  key: 'block_services',
  aliases: ['blocked_services'],
  level: 'show',
  kind: blockedServices,
  meaning:
    'Services that are asked not to list the show. `{spotify: no}` together with `block: true` asks all services but Spotify.',
  isDecisive: true,
  example: 'block_services: [amazon, google]',
})

export const block: Tag = {
  name: 'podcast:block',
  spec: specOf('block'),
  summary:
    '`block: true` blocks all services. `block_services` blocks some services, or with `{spotify: no}` all but one.',
  authored: blockedServicesKey,
  // Without an `id` the tag says what `block` of the show says.
  fromFeed: (elements) => {
    const services = elements.flatMap((element) => {
      const {id} = attributesOf(element)
      return id === undefined ? [] : [[id, textOf(element).toLowerCase() === 'yes'] as const]
    })
    return services.length === 0 ? undefined : Object.fromEntries(services)
  },
  channel: ({channel}) => [
    ...(channel.blocked ? [xml('podcast:block', {}, 'yes')] : []),
    ...[...(blockedServicesKey.of(channel) ?? [])].map(([id, blocks]) =>
      xml('podcast:block', {id}, blocks ? 'yes' : 'no'),
    ),
  ],
}

export const podping = authored<boolean>({
  name: 'podcast:podping',
  spec: specOf('podping'),
  summary: '`podping: true`. Aggregators then stop polling, so something must really send a podping for each change.',
  key: 'podping',
  level: 'show',
  kind: booleanKind,
  meaning:
    '`true` says that a podping is sent for each change. Aggregators then stop polling the feed. Write it only if something really sends podpings.',
  example: 'podping: true',
  fromFeed: ([element]) => element?.attributes.usesPodping === 'true',
  write: (value) => (value ? [xml('podcast:podping', {usesPodping: true})] : []),
})

type Txt = {readonly text: string; readonly purpose?: string}

const txtText = text({maxCharacters: 4000})
const txtPurpose = text({maxCharacters: 128})
const txtMap = objectOf({purpose: {kind: txtPurpose}, text: {kind: txtText, required: true, aliases: ['value']}})
const txtItem: ValueKind<Txt> = eitherOf(
  mapped(txtText, (value) => ({text: value})),
  txtMap,
)

/** A text, `{purpose, text}`, a list of these, or `{verify: abc123, ai-content: true}` by purpose. */
const txtList: ValueKind<readonly Txt[]> = {
  name: 'texts by purpose',
  jsonSchema: {anyOf: [listOf(txtItem).jsonSchema, {type: 'object', additionalProperties: txtText.jsonSchema}]},
  read: (authored, context) => {
    const isByPurpose =
      typeof authored === 'object' &&
      authored !== null &&
      !Array.isArray(authored) &&
      !Object.keys(authored).some((key) => /^(?:purpose|text|value)$/i.test(key))
    if (!isByPurpose) return listOf(txtItem).read(authored, context)
    const items: Txt[] = []
    for (const [purpose, written] of Object.entries(authored)) {
      const reading = txtMap.read({purpose, text: written as Authored}, context)
      if ('wrong' in reading) {
        if (isAbsent(written as Authored)) continue
        return {...reading, wrong: `${purpose} ${reading.wrong.replace(/^(?:purpose|text) /, '')}`, at: [purpose]}
      }
      if ('value' in reading) items.push(reading.value)
    }
    return items.length === 0 ? {absent: true} : {value: items}
  },
}

export const txt = authored<readonly Txt[]>({
  name: 'podcast:txt',
  spec: specOf('txt'),
  summary: '`txt`: a proof that a service asks for (`verify`), or `{ai-content: true}` if voices are synthetic.',
  key: 'txt',
  level: 'both',
  kind: txtList,
  meaning:
    'Texts for services, each with its purpose: a proof that a service asks for (`verify`), or `{ai-content: true}` if voices are synthetic.',
  example: 'txt: {verify: S6lpp-7ZCn8, ai-content: false}',
  // The code of Apple has its own key, which writes both forms.
  fromFeed: (elements) =>
    elements
      .filter(({attributes}) => attributes.purpose !== 'applepodcastsverify')
      .map((element) => ({...attributesOf(element), text: textOf(element)})),
  write: (items) => items.map((each) => xml('podcast:txt', {purpose: each.purpose}, each.text)),
})

/** Codes look like UUIDs, but Apple says nowhere that they are. */
const code = scalarKind('code', {type: 'string'}, (value) =>
  /^[\w.-]{4,128}$/.test(value)
    ? {value}
    : {
        wrong: `is ${quotedAuthored(value)}, but must be the code that Apple shows`,
        hint: 'Copy it from Podcasts Connect',
      },
)

/** Both forms that Apple documents. Published feeds use both equally often. */
export const appleVerify = authored<string>({
  name: 'itunes:applepodcastsverify',
  spec: appleSpec,
  summary:
    '`apple_verify`: the code that proves to Apple that the show is yours. It is also written as `podcast:txt`. Remove it later.',
  key: 'apple_verify',
  aliases: ['applepodcastsverify', 'apple_podcasts_verify'],
  level: 'show',
  kind: code,
  meaning: 'The code that proves to Apple that the show is yours. Remove it when the show is in your account at Apple.',
  example: 'apple_verify: 50ff3d32-6b1e-4d7c-9a5e-0c2c2f1f9a41',
  write: (value) => [
    xml('itunes:applepodcastsverify', {}, value),
    xml('podcast:txt', {purpose: 'applepodcastsverify'}, value),
  ],
})
