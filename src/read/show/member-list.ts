import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Outcome, Place} from '../../model/problem.ts'
import {decodeText} from '../../text/encoding.ts'
import {problem} from './show-problems.ts'

/** The variables of the environment, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A name may be anything that the author of the show recognises: an address, a nickname, a number. Names are never published. */
const longestNameInCharacters = 200

/** A member, and the line of the list, from 1. */
export type ListedMember = {readonly name: string; readonly line: number}

/**
 * Reads the members of a private feed. They are in a file of the show folder, one name in each line (`members.txt`), or, where everybody
 * can read the repository, in a variable of the environment (`$MEMBERS`). A line that begins with `#` is a remark. An empty variable is
 * no list: CI sets it for a secret that nobody has made, or that was deleted. Problems: `members-unreadable`.
 */
export async function readMemberList(
  folder: string,
  location: string,
  environment: Environment,
  place: Place,
): Promise<Outcome<readonly ListedMember[]>> {
  const text = location.startsWith('$') ? environment[location.slice(1)] : await textOf(folder, location)
  if (text === undefined) {
    const what = location.startsWith('$') ? `the environment has no ${location.slice(1)}` : `${location} cannot be read`
    const hint = 'Write members: members.txt, a file beside show.yaml with a name a line, or members: $MEMBERS'
    return unreadable(place, what, hint)
  }
  if (location.startsWith('$') && text.trim() === '') {
    const name = location.slice(1)
    return unreadable(
      place,
      `${name} is empty`,
      `Set ${name}, a name a line; for a feed that nobody has yet: "# nobody yet"`,
    )
  }
  if (/^(?:<{7} |>{7} |={7}$)/m.test(text))
    return unreadable(
      place,
      `${location} has the marks of a conflict`,
      'Choose between its lines, and take the marks out',
    )
  const lines = text.split(/\r\n|[\r\n]/).map((line, index) => ({name: line.normalize('NFC').trim(), line: index + 1}))
  const members = lines.filter(
    ({name}) => name !== '' && !name.startsWith('#') && name.length <= longestNameInCharacters,
  )
  // Whoever is on the list twice is found at the first line.
  return {
    ok: true,
    value: [...new Map(members.toReversed().map((each) => [each.name, each])).values()].toReversed(),
    problems: [],
  }
}

function unreadable(place: Place, what: string, hint: string): Outcome<readonly ListedMember[]> {
  const message = `The feed is for members, but ${what}: nobody knows who they are, and all of them would lose it`
  return {ok: false, problems: [problem('members-unreadable', place, message, hint)]}
}

async function textOf(folder: string, path: string): Promise<string | undefined> {
  // Like all files of a show, the list must be below the show folder.
  if (/^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path)) return undefined
  const bytes = await readFile(join(folder, path)).catch(() => undefined)
  return bytes === undefined ? undefined : decodeText(bytes).text
}
