import {fileKinds} from '../file-kinds/all-kinds.ts'
import {isAddress} from '../file-kinds/endings.ts'
import {bareMediaUrl} from '../text/addresses/analytics-prefixes.ts'
import type {EvidenceKeys} from './episode-evidence.ts'
import type {EpisodeGroup} from './episode-groups.ts'
import type {MappedField} from './mapped-fields.ts'
import {
  type ContentFile,
  comparableName,
  type Data,
  isDataMap,
  plainKey,
  type Repository,
  type Sourced,
} from './repository.ts'
import {mediaPrefix} from './show-facts.ts'

/** The keys, together with those that the show has for its media. */
export function withMapped(keys: EvidenceKeys, mapped: readonly MappedField[]): EvidenceKeys {
  const own = mapped.flatMap(({field, key}) => (field === 'audio' || field === 'video' ? [key.value] : []))
  return own.length === 0 ? keys : {...keys, media: [...keys.media, ...own]}
}

export type MediaPrefix = {
  readonly mediaUrl?: Sourced<string>
  readonly prefixes?: Sourced<readonly string[]>
}

/** It is needed only if episodes name their media without an address and the files are not in the repository. */
export function prefixOf({episodes}: EpisodeGroup, {configs, files}: Repository, keys: EvidenceKeys): MediaPrefix {
  const names = new Set(files.map(comparableName))
  const bare = episodes.filter((page) =>
    mediaNames(page, keys).some((name) => isBareName(name) && !names.has(comparableName(name))),
  )
  if (bare.length * 2 < episodes.length) return {}
  const found = mediaPrefix(configs)
  if (found === undefined) return {}
  const value = bareMediaUrl(found.value)
  const rest = value.replace(/^https?:\/\//, '')
  const counting = value !== found.value && found.value.endsWith(rest) ? found.value.slice(0, -rest.length) : ''
  return {
    mediaUrl: {value, from: found.from},
    ...(counting === '' ? {} : {prefixes: {value: [counting], from: `${found.from}: services that count downloads`}}),
  }
}

function isBareName(name: string): boolean {
  return !isAddress(name) && fileKinds.mediaOf(name) !== undefined
}

export function mediaNames({data}: ContentFile, keys: EvidenceKeys): readonly string[] {
  const wanted = new Set(keys.media.map(plainKey))
  return Object.entries(data).flatMap(([key, value]) => {
    if (wanted.has(plainKey(key))) return textsIn(value)
    const inner = isDataMap(value) ? Object.entries(value) : []
    return inner.flatMap(([name, each]) => (wanted.has(plainKey(`${key}.${name}`)) ? textsIn(each) : []))
  })
}

function textsIn(value: Data): readonly string[] {
  if (typeof value === 'string') return [value.trim()]
  if (value === null) return []
  return (isDataMap(value) ? Object.values(value) : value).flatMap(textsIn)
}
