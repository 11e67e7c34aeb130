import {hash} from 'node:crypto'
import type {Guid} from '../../model/episode.ts'
import {isDeviceName, slugOf} from '../../text/addresses/slug.ts'
import {nameFacts} from '../files/file-name-facts.ts'

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md */
const podcastNamespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

/**
 * The `podcast:guid` for a feed's address: a UUIDv5 of the address without its scheme and its trailing slashes. Nothing else is
 * normalised, because other tools would then get another identity for the same feed.
 */
export function podcastGuidOf(feedUrl: string): string {
  return uuidV5(podcastNamespace, feedUrl.replace(/^[a-z][a-z\d+.-]*:\/\//i, '').replace(/\/+$/, ''))
}

/** A UUIDv5 is the SHA-1 of the namespace and the name (RFC 9562, section 5.5). */
function uuidV5(namespace: string, name: string): string {
  const hex = hash('sha1', Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]))
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * The identity of an episode. It is the author's guid, byte for byte: real feeds have guids that look like mistakes, and if we mended
 * one, everybody would get the episode again. Without a guid, or with one of zeros only, the identity follows from the show and the slug.
 * It never follows from title, date or media address, because authors correct those later. The lock keeps it when the file is renamed.
 */
export function episodeGuid(authored: string | undefined, podcastGuid: string, slug: string): Guid {
  return (authored === undefined || isZeroGuid(authored) ? uuidV5(podcastGuid, slug) : authored) as Guid
}

/** Whether it is the guid that a template has as its example. One show has it in 55 episodes; every app would take them for one episode. */
export function isZeroGuid(guid: string): boolean {
  return /^[0-]*$/.test(guid)
}

export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}

/**
 * The last part of the address of an episode's page: `slug`, else the last part of `permalink`, else the slug under which it was
 * published, else the file's name without its date.
 */
export function episodeSlug(
  authored: {readonly slug?: string; readonly permalink?: string},
  stem: string,
  published?: string,
): string {
  // `:title` and `{{ … }}` are patterns of site generators.
  const permalink =
    authored.permalink !== undefined && !/[:{]/.test(authored.permalink) ? authored.permalink : undefined
  for (const written of [authored.slug, permalink]) {
    const [path = ''] = written?.split(/[?#]/) ?? []
    const last = path.split('/').findLast((part) => part !== '')
    if (last === undefined) continue
    const slug = /^[\w~-][\w.~-]{0,149}$/.test(last) ? last.replace(/\.html?$/, '') : slugOf(last)
    if (slug !== '') return slug
  }
  if (published !== undefined) return published
  const slug = slugOf(nameFacts(stem).rest)
  if (isDeviceName(slug)) return `${slug}-episode`
  // The name has no Latin letter. A short hash stays the same as long as the name does.
  return slug === '' ? `episode-${hash('sha256', stem.normalize('NFC')).slice(0, 8)}` : slug
}
