import {type Change, change} from '../lock/published-changes.ts'
import {type Lock, type LockedEpisode, lockFileName} from '../model/lock.ts'
import type {Delivered} from './delivered.ts'

/** The change where the output belongs to a show that has nothing in common with the one that is built. */
export function otherShow(delivered: Delivered, now: Delivered): Change | undefined {
  const guid = guidOfOther(delivered, now)
  if (guid === undefined) return undefined
  const what = delivered.isOfNetwork === true ? 'a network' : 'another show'
  const mine = now.isOfNetwork === true ? 'this network' : 'this one'
  const message = `The output folder holds ${what}, with the podcast guid ${guid}: this build would delete it, and its subscribers would get ${mine} instead`
  return change('output-of-another-show', '', {}, message, 'Build to a folder of its own: --out output-2')
}

/**
 * The guid of the published show, if the show to come has neither that guid nor any of the published episodes. A network and one of
 * its shows have episodes in common, and are two things all the same.
 */
export function guidOfOther(delivered: Delivered, now: Delivered): string | undefined {
  if (delivered.isOfNetwork !== now.isOfNetwork) return delivered.feeds.find(({guid}) => guid !== undefined)?.guid
  if (delivered.feeds.some(({isUnchanged}) => isUnchanged === true)) return undefined
  const guids = new Set(now.feeds.map(({guid}) => guid))
  const items = new Set(now.feeds.flatMap((feed) => itemsOf(feed)))
  const known = delivered.feeds.filter(({guid}) => guid !== undefined)
  const isSame = known.some((feed) => guids.has(feed.guid) || itemsOf(feed).some((each) => items.has(each)))
  return isSame ? undefined : known[0]?.guid
}

function itemsOf({items = [], archived}: Delivered['feeds'][number]): readonly string[] {
  return [...items, ...archived].map(({guid}) => guid)
}

/**
 * The change where the lock belongs to another show: its site is another one, and it knows none of the episodes. So it is where
 * somebody copied the folder of a show to begin a new one.
 */
export function lockOfOther(before: Lock, now: Lock): Change | undefined {
  if (before.episodes.length === 0 || before.show.site === now.show.site) return undefined
  const known = new Set(before.episodes.flatMap(namesOf))
  if (now.episodes.flatMap(namesOf).some((name) => known.has(name))) return undefined
  const message = `The lock is of another show, at ${before.show.site}, and knows none of these episodes`
  const line =
    before.show.guid === now.show.guid
      ? `If you copied its folder to begin a new show, delete ${lockFileName}, and \`guid\` in show.yaml, which is of that show as well`
      : `If you copied its folder to begin a new show, delete ${lockFileName}`
  return change('lock-of-another-show', '', {file: lockFileName}, message, line)
}

/** All that an episode may be known by. */
function namesOf({slug, guid, media}: LockedEpisode): readonly string[] {
  return [slug, guid, ...media.map(({url}) => url)]
}
