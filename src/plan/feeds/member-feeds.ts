import {createHmac} from 'node:crypto'
import type {FeedPaths, FeedSettings} from '../../model/feed-settings.ts'
import type {Outcome, Problem} from '../../model/problem.ts'
import type {Show} from '../../model/show.ts'
import {type Environment, readMemberList} from '../../read/show/member-list.ts'
import {problem} from './plan-problems.ts'

export type {Environment}

/** The same feed for one member. */
export type MemberFeed = {
  readonly member: string
  /** In the list, from 1. */
  readonly line: number
  readonly paths: FeedPaths
}

/** The key that makes the addresses of members. Whoever has it can compute all addresses, so it is in no file of the show. */
const secretName = 'CASTWRIGHT_SECRET'

/** `openssl rand -hex 32` gives 64; what is shorter could be found by trying. */
const shortestSecretInCharacters = 32

/** More than a UUID has: nobody finds such an address by trying. */
const tokenLengthInCharacters = 48

/** Whether nothing is there that addresses of members could be made from, as where CI builds what a stranger proposes. */
export function hasNoSecret(environment: Environment = process.env): boolean {
  return (environment[secretName] ?? '') === ''
}

/**
 * The feeds of the members of a private feed. The address of each follows from the secret, the feed and the name of the member and
 * from nothing else, so it stays the same from build to build, and is gone as soon as the name is. Problems: `members-unreadable`,
 * `members-secret`.
 */
export async function memberFeeds(
  settings: FeedSettings,
  folder: string,
  showFile: string,
  environment: Environment = process.env,
): Promise<Outcome<readonly MemberFeed[]>> {
  if (settings.members === undefined) return {ok: true, value: [], problems: []}
  const place = {file: showFile, ...settings.place}
  const secret = environment[secretName] ?? ''
  if (secret.length < shortestSecretInCharacters) {
    const what = secret === '' ? 'is not set' : `has fewer than ${shortestSecretInCharacters} characters`
    const message = `The feed ${settings.name} is for members, but ${secretName}, which their addresses are made of, ${what}`
    const hint = `Make it once and keep it as a secret of CI: export ${secretName}=$(openssl rand -hex 32)`
    return {ok: false, problems: [problem('members-secret', place, message, hint)]}
  }
  const members = await readMemberList(folder, settings.members, environment, place)
  if (!members.ok) return members
  const value = members.value.map(({name: member, line}) => ({
    member,
    line,
    paths: memberPaths(settings, tokenOf(secret, settings.name, member)),
  }))
  return {ok: true, value, problems: []}
}

function tokenOf(secret: string, feed: string, member: string): string {
  const hash = createHmac('sha256', secret).update(`${feed}\n${member}`).digest('hex')
  return hash.slice(0, tokenLengthInCharacters)
}

/**
 * Below it lies what the members of a feed have of an episode before everybody. It is one for all of them: with a copy for each, the
 * output would be as many times as large. No name of a member has a line break, so no member's address is known with it.
 */
export function earlyFolder(feed: string, slug: string, environment: Environment = process.env): string {
  return `${feed}/${tokenOf(environment[secretName] ?? '', feed, `\n${slug}`)}/`
}

/**
 * Shows whether the addresses of a feed are made from the same secret as before. It may be read by anybody: it is a part of an address
 * that nobody has, since no name of a member has a line break, and too little to try out secrets of the length we ask for.
 */
export function memberKey(feed: string, environment: Environment = process.env): string | undefined {
  const secret = environment[secretName] ?? ''
  // Without a secret nothing is published; `members-secret` says so.
  return secret.length < shortestSecretInCharacters ? undefined : tokenOf(secret, feed, '\n\n').slice(0, 8)
}

/**
 * Shows whether a member of a feed is the same as before, and is no name and no address. No name of a member has a line break, so it is
 * a part of an address that nobody has.
 */
export function memberMark(feed: string, member: string, environment: Environment = process.env): string {
  return tokenOf(environment[secretName] ?? '', feed, `\n\n${member}`).slice(0, 8)
}

function memberPaths({name, paths}: FeedSettings, token: string): FeedPaths {
  return Object.fromEntries(Object.entries(paths).map(([format, path]) => [format, `${name}/${token}/${path}`]))
}

/** A path as reports name it, which everybody may read: `members/…` for a member's file. */
export function reportedPath(path: string): string {
  return path.replace(/^([^/]+)\/[\da-f]{48}\/.*$/, '$1/…')
}

/** The address of one member, for whoever sends members their addresses. */
export type MemberAddress = {readonly feed: string; readonly member: string; readonly address: string}

/** The addresses of all members of the private feeds of `show`, whose files are in `folder`. Whoever reads them can subscribe. */
export async function addressesOfMembers(
  show: Pick<Show, 'feeds' | 'siteUrl' | 'membersUrl'>,
  folder: string,
  showFile: string,
  environment: Environment = process.env,
): Promise<{readonly addresses: readonly MemberAddress[]; readonly problems: readonly Problem[]}> {
  const problems: Problem[] = []
  const addresses: MemberAddress[] = []
  for (const settings of show.feeds) {
    const feeds = await memberFeeds(settings, folder, showFile, environment)
    problems.push(...feeds.problems)
    for (const {member, paths} of feeds.ok ? feeds.value : []) {
      for (const path of Object.values(paths)) {
        addresses.push({feed: settings.name, member, address: new URL(path, show.membersUrl ?? show.siteUrl).href})
      }
    }
  }
  return {addresses, problems}
}
