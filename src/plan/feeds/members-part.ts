import type {Change} from '../../lock/published-changes.ts'
import type {FeedPaths, FeedSettings} from '../../model/feed-settings.ts'
import type {Lock} from '../../model/lock.ts'
import type {Problem} from '../../model/problem.ts'
import type {Show} from '../../model/show.ts'
import {guardMembers, marksOf} from './member-changes.ts'
import {hasNoSecret, memberFeeds} from './member-feeds.ts'
import {problem} from './plan-problems.ts'

/**
 * For whom a plan is. `public`: everything but the feeds for members. `members`: these feeds and what belongs to them, and nothing
 * else.
 */
export type Audience = 'public' | 'members'

/** What a plan has for members. */
export type MembersPart = {
  /** The paths of each member, by the name of the feed. */
  readonly feeds: ReadonlyMap<string, readonly FeedPaths[]>
  /** Names of the feeds that this plan does not make. What members have of them stays as it is. */
  readonly left: readonly string[]
  /** For the lock: what tells members from others, without their names. */
  readonly marks: readonly string[]
  /** What members would notice. */
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
}

type Members = {
  readonly show: Pick<Show, 'feeds' | 'membersUrl'>
  readonly folder: string
  readonly showFile: string
  readonly audience: Audience | undefined
  readonly lock: Lock | undefined
}

/**
 * The feeds of all members of a show. A feed is left as it is if the plan is for the public, or if there is no secret: a build of
 * what a stranger proposes has none. If members have a site of their own, only a plan for members makes their feeds. Problems:
 * `members-left`, and those of `memberFeeds`.
 */
export async function membersPart({show, folder, showFile, audience, lock}: Members): Promise<MembersPart> {
  const settings = show.feeds.filter(({members}) => members !== undefined)
  const isElsewhere = audience === undefined && show.membersUrl !== undefined
  if (audience === 'public' || isElsewhere) return allLeft(settings, lock, [])
  if (hasNoSecret() && audience === undefined)
    return allLeft(
      settings,
      lock,
      settings.map((each) => leftAsItIs(each, showFile)),
    )
  const feeds = new Map<string, readonly FeedPaths[]>()
  const [problems, changes, marks]: [Problem[], Change[], string[]] = [[], [], []]
  for (const each of settings) {
    const found = await memberFeeds(each, folder, showFile)
    problems.push(...found.problems)
    feeds.set(each.name, found.ok ? found.value.map(({paths}) => paths) : [])
    if (!found.ok) continue
    const guarded = guardMembers(each, found.value, showFile, lock)
    problems.push(...guarded.problems)
    changes.push(...guarded.changes)
    marks.push(...guarded.marks)
  }
  return {feeds, left: [], marks, changes, problems}
}

function allLeft(settings: readonly FeedSettings[], lock: Lock | undefined, problems: readonly Problem[]): MembersPart {
  const left = settings.map(({name}) => name)
  return {feeds: new Map(), left, marks: left.flatMap((name) => marksOf(lock, name)), changes: [], problems}
}

function leftAsItIs({name, place}: FeedSettings, file: string): Problem {
  const message = `The feed ${name} is for members, and CASTWRIGHT_SECRET is not set: what members have of it stays as it is`
  const hint =
    'That is right where everybody may build. Where you publish for members, set it: castwright build --for members --out members'
  return problem('members-left', {file, ...place}, message, hint)
}
