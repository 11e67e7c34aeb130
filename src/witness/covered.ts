import type {Change, ChangeCode} from '../lock/published-changes.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import type {Loss} from './losses.ts'

const all: readonly Loss['kind'][] = ['item', 'again', 'archived', 'enclosure', 'address']

/** Losses that follow from a change of an episode, and are reported or accepted with it. Every other loss is reported alone. */
const consequences: {readonly [C in ChangeCode]?: readonly Loss['kind'][]} = {
  'episode-removed': all,
  'episode-withdrawn': all,
  'episode-replaced': all,
  'guid-changed': ['item', 'again'],
  'enclosure-removed': ['item', 'enclosure', 'address'],
  'enclosure-moved': ['enclosure', 'address'],
  'slug-changed': ['address'],
}

type Sites = {readonly before: string; readonly now: string}

/** Whether a loss follows from one of the changes, by itself or as a part of it. */
export function isCovered(loss: Loss, changes: readonly Change[], sites: Sites): boolean {
  return changes.some((change) => follows(loss, change, sites))
}

function follows(loss: Loss, {code, slug: name, was, lost}: Change, {before, now}: Sites): boolean {
  const {kind, what, of, slug, asksFor} = loss
  if (code === 'site-part-gone')
    return kind === 'address' && (name === 'media' ? what.startsWith('media/') : isOfPages(what))
  if (code === 'podcast-guid-changed') return of === 'main' && (kind === 'feed-guid' || kind === 'again')
  // The feeds of a network name an episode by its show and its slug.
  if (code === 'show-removed') return slug?.startsWith(`${name}/`) === true
  if (code === 'site-moved') return kind === 'enclosure' && loss.now === what.replace(before, () => now)
  if (was === undefined || was !== slug || consequences[code]?.includes(kind) !== true) return false
  // A feed that asks for no kind of media keeps an episode that has none.
  if (code === 'enclosure-removed' && kind === 'item') return asksFor !== undefined
  if (kind !== 'address' && kind !== 'enclosure') return true
  // If the episode stays, the change covers only the one address that it is about.
  return lost === undefined || what === lost || what === pathOf(lost, before)
}

/** Pages, and what only stands beside pages: lists of them, for search engines and for the pages themselves. */
function isOfPages(path: string): boolean {
  return /\.html$|^(?:robots\.txt|sitemap\.xml|episode-list\.json)$/.test(path)
}

function pathOf(address: string, site: string): string | undefined {
  return address.startsWith(site) ? percentDecoded(address.slice(site.length)) : undefined
}
