import {type Change, change} from '../../lock/published-changes.ts'
import type {FeedSettings} from '../../model/feed-settings.ts'
import type {Lock} from '../../model/lock.ts'
import {type Place, type Problem, withSeverity} from '../../model/problem.ts'
import {type MemberFeed, memberKey, memberMark} from './member-feeds.ts'
import {problem} from './plan-problems.ts'

/** What the lock is to know of the members of a feed, and who of them would lose it. */
export type GuardedMembers = {
  /** `FEED MARK` for each member. The lock has one on each line, so that git merges them. */
  readonly marks: readonly string[]
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
}

/**
 * Compares the members of a feed with those that the lock knows. A member who is taken off the list loses the feed: that is
 * meant. A member who is spelt otherwise loses it as well: nobody means that. The lock has no names, but a keyed mark of each
 * member. A list that comes from the environment leaves no marks, because its show may be public, and the marks would tell how
 * many members there are. Changes: `member-respelt`, and `members-moved` if nobody of before is on the list. Problems:
 * `members-gone`.
 */
export function guardMembers(
  {name, members: list = '', place}: FeedSettings,
  members: readonly MemberFeed[],
  showFile: string,
  lock: Lock | undefined,
): GuardedMembers {
  if (list.startsWith('$')) return {marks: [], changes: [], problems: []}
  // The place is never in the list: whoever prints a problem may print its line, and others read logs of CI.
  const at = {file: showFile, ...place}
  const marks = members.map(({member}) => `${name} ${memberMark(name, member)}`)
  const here = new Set(marks)
  const before = marksOf(lock, name)
  const gone = new Set(before.filter((mark) => !here.has(mark)))
  // With another secret, all marks are different: `members-moved` says so.
  const isSameSecret = lock?.feeds.some((feed) => feed.name === name && feed.key === memberKey(name)) === true
  if (gone.size === 0 || !isSameSecret) return {marks, changes: [], problems: []}
  const known = new Set(before)
  const fresh = members.filter((_, index) => !known.has(marks[index] ?? ''))
  const letters = lettersOf(members)
  const respelt = fresh
    .slice(0, mostTried)
    .filter(({member}) => spellingsOf(member, letters).some((each) => gone.has(`${name} ${memberMark(name, each)}`)))
  const changes = respelt.map(({line}) => {
    const message = `The member in line ${line} of ${list} is spelt slightly differently than before, and the private address in ${name} is made from the spelling: the app of this member gets no new episodes`
    return change('member-respelt', name, at, message, `Write the line as it was (git diff ${list})`)
  })
  const isOtherList = before.length > 1 && gone.size === before.length && respelt.length === 0
  if (isOtherList) {
    const message = `Nobody who had the feed ${name} is on its list ${list} any more: all of its members lose it`
    const line = `Write the list as it was (git diff ${list})`
    return {marks, changes: [change('members-moved', name, at, message, line)], problems: []}
  }
  const left = gone.size - respelt.length
  const added = fresh.length - respelt.length
  const problems = left <= 0 ? [] : [membersGone({name, list, left, added}, at)]
  return {marks, changes, problems}
}

/** The marks that a lock has of the members of a feed. */
export function marksOf({members = []}: Pick<Lock, 'members'> = {}, feed: string): readonly string[] {
  return members.filter((mark) => mark.startsWith(`${feed} `))
}

type Gone = {readonly name: string; readonly list: string; readonly left: number; readonly added: number}

function membersGone({name, list, left, added}: Gone, place: Place): Problem {
  const who = left === 1 ? '1 member is' : `${left} members are`
  const whose = left === 1 ? 'the app of this member gets' : 'the apps of these members get'
  const doubt =
    added === 0
      ? ''
      : `; ${added} new ${added === 1 ? 'one is' : 'ones are'} on it, and a new spelling is a new address`
  const message = `${who} not on the list of the feed ${name} any more: ${whose} no new episodes${doubt}`
  const hint = `If somebody is to keep the feed, write the line as it was (git diff ${list}). News about a member can stand on a line that begins with #`
  const found = problem('members-gone', place, message, hint)
  return added === 0 ? withSeverity(found, 'info') : found
}

/** A list that is new from top to bottom has no slips to find, and trying takes time. */
const mostTried = 200

const usualLetters = 'abcdefghijklmnopqrstuvwxyz0123456789.-_+@ '

function lettersOf(members: readonly MemberFeed[]): readonly string[] {
  return [...new Set([...usualLetters, ...members.flatMap(({member}) => [...member])])].slice(0, 200)
}

/** What a name may have been before somebody corrected it: in other cases, longer or shorter at its end, or with one slip in it. */
function spellingsOf(name: string, letters: readonly string[]): readonly string[] {
  const characters = [...name]
  const found = [name.toLowerCase(), name.toUpperCase(), name.replace(/\p{L}+/gu, capitalised)]
  found.push(name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  for (const [index, character] of characters.entries()) {
    const [head, tail] = [characters.slice(0, index).join(''), characters.slice(index + 1).join('')]
    found.push(head.trim(), `${head}${tail}`.trim(), `${head}${character.toUpperCase()}${tail}`)
    found.push(`${head}${character.toLowerCase()}${tail}`)
    const [next, ...rest] = characters.slice(index + 1)
    if (next !== undefined) found.push(`${head}${next}${character}${rest.join('')}`)
    for (const letter of letters) found.push(`${head}${letter}${tail}`, `${head}${letter}${character}${tail}`)
  }
  return [...found, ...letters.map((letter) => `${name}${letter}`)]
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}`
}
