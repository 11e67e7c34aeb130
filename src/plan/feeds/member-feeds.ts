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
  /** The line in the list, from 1. */
  readonly line: number
  readonly paths: FeedPaths
}

/** The key that makes the addresses of members. Whoever has it can compute all addresses, so it is in no file of the show. */
const secretName = 'CASTWRIGHT_SECRET'

/** `openssl rand -hex 32` gives 64. A shorter secret could be found by trying. */
const shortestSecretInCharacters = 32

/** This is longer than a UUID: nobody finds such an address by trying. */
const tokenLengthInCharacters = 48

/** Whether there is no secret to make addresses of members from, as where CI builds what a stranger proposes. */
export function hasNoSecret(environment: Environment = process.env): boolean {
  return (environment[secretName] ?? '') === ''
}

/**
 * The feeds of the members of a private feed. The address of each follows only from the secret, the feed and the name of the
 * member. So it stays the same from build to build, and is gone as soon as the name is. Problems: `members-unreadable`,
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
 * The folder of what the members of a feed have of an episode before everybody. All members share it: with a copy for each, the
 * output would be many times as large. It tells no member's address, because it is made from a text with a line break, and no
 * name of a member has one.
 */
export function earlyFolder(feed: string, slug: string, environment: Environment = process.env): string {
  return `${feed}/${tokenOf(environment[secretName] ?? '', feed, `\n${slug}`)}/`
}

/**
 * Shows whether the addresses of a feed are made from the same secret as before. Anybody may read it. It is a part of an address
 * that nobody has, because it is made from a text with line breaks, and no name of a member has one. It is too short to find out
 * a secret of the length that we ask for.
 */
export function memberKey(feed: string, environment: Environment = process.env): string | undefined {
  const secret = environment[secretName] ?? ''
  // Without a secret nothing is published; `members-secret` says so.
  return secret.length < shortestSecretInCharacters ? undefined : tokenOf(secret, feed, '\n\n').slice(0, 8)
}

/**
 * Shows whether a member of a feed is the same as before. It is no name and no address: it is made from a text with line breaks,
 * and no name of a member has one.
 */
export function memberMark(feed: string, member: string, environment: Environment = process.env): string {
  return tokenOf(environment[secretName] ?? '', feed, `\n\n${member}`).slice(0, 8)
}

/**
 * Shows whether the members of a feed have an episode that they had. It is made as the mark of a member is, from a text that no name of a
 * member is.
 */
export function earlyMark(feed: string, guid: string, environment: Environment = process.env): string {
  return tokenOf(environment[secretName] ?? '', feed, `\n\n\n${guid}`).slice(0, 8)
}

function memberPaths({name, paths}: FeedSettings, token: string): FeedPaths {
  return Object.fromEntries(Object.entries(paths).map(([format, path]) => [format, `${name}/${token}/${path}`]))
}

/** A path as reports name it. Everybody may read reports, so a member's file is `members/…`, or `SHOW/members/…` in a network. */
export function reportedPath(path: string): string {
  return path.replace(/^(.+?)\/[\da-f]{48}\/.*$/, '$1/…')
}

/** The address of one member, for sending it to that member. */
export type MemberAddress = {readonly feed: string; readonly member: string; readonly address: string}

/** The addresses of all members of the private feeds of `show`, whose files are in `folder`. Anybody who reads them can subscribe. */
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
