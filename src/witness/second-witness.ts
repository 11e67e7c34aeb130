import {type Change, change} from '../lock/published-changes.ts'
import {lockFileName} from '../model/lock.ts'
import type {Delivered} from './delivered.ts'
import type {Loss} from './losses.ts'

/** What the output has but the lock does not know. The lock, or the whole show, is then older than what is published. */
export function unrecordedChanges(unknown: readonly Loss[], now: Delivered, hasLock: boolean): readonly Change[] {
  const lock = hasLock
    ? `${lockFileName} does not know it, so the lock is older or was edited`
    : `there is no ${lockFileName}`
  const line = `Take the newest show and lock from git (git checkout ${lockFileName}); if this output was never published, delete it`
  return lossGroupsOf(unknown, now).map(({name, text}) => {
    const message = `The output has what this build would take back, and ${lock}: ${text}`
    return change('unrecorded-loss', name, {file: lockFileName}, message, line)
  })
}

/**
 * Losses as the person who accepts them sees them: one group for each episode that would be removed or lose an address, and one
 * group for each feed that would become another.
 */
export function lossGroupsOf(
  losses: readonly Loss[],
  now: Delivered,
): readonly {readonly name: string; readonly text: string}[] {
  const staying = new Set(now.feeds.flatMap((feed) => [...(feed.items ?? []), ...feed.archived].map(({slug}) => slug)))
  const groups = new Map<string, Loss[]>()
  for (const loss of losses) {
    const name = nameOf(loss, staying)
    groups.set(name, [...(groups.get(name) ?? []), loss])
  }
  return [...groups].map(([name, group]) => ({name, text: listed(group)}))
}

/**
 * The name by which a loss is accepted. An address has the name of its owner. An item has the name of its episode if no feed has
 * that episode any more, else the name of its feed.
 */
function nameOf({kind, of, what, slug}: Loss, staying: ReadonlySet<string | undefined>): string {
  if (kind === 'feed' && what !== '') return what
  return slug !== undefined && (kind === 'address' || kind === 'bytes' || !staying.has(slug)) ? slug : of
}

/** An episode has about ten addresses. Whoever accepts that the episode is removed should read all of them. */
const mostNamed = 15

/** For the reader, items with one guid in several feeds are one episode. */
function listed(losses: readonly Loss[]): string {
  const texts = new Map<string, string[]>()
  for (const loss of losses) {
    const text = textOf(loss)
    texts.set(text, [...(texts.get(text) ?? []), loss.of])
  }
  const all = [...texts].map(([text, feeds]) => text.replace('{feeds}', [...new Set(feeds)].join(', ')))
  const more = all.length - mostNamed
  return `${all.slice(0, mostNamed).join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

function textOf({kind, of, what, slug, now}: Loss): string {
  switch (kind) {
    case 'feed':
      return what === '' ? `the feed ${of} for members` : `the feed ${what}`
    case 'feed-guid':
      return `${of} is the podcast ${what}, and would be ${now}`
    case 'again':
      return `${slug} is ${what} in {feeds}, and would be ${now}: subscribers get it a second time`
    case 'enclosure':
      return `${slug} has the file ${what} in {feeds}, which would lead nowhere`
    case 'address':
      return what
    case 'bytes':
      return `${what} would hold other bytes`
    default:
      return `the episode ${slug ?? what} (guid ${what}) in {feeds}`
  }
}
