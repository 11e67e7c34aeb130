import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type Outcome, type Place, problem} from '../model/problem.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Any name will do that its owner knows again: an address, a nickname, a number. Names are never published. */
const longestNameInCharacters = 200

/**
 * The members of a private feed: a file of the show folder with a name a line (`members.txt`), or a variable of the environment
 * (`$MEMBERS`), for a repository that everybody can read. A line that begins with `#` is a remark. Problems: `members-unreadable`.
 */
export async function readMemberList(
  folder: string,
  location: string,
  environment: Environment,
  place: Place,
): Promise<Outcome<readonly string[]>> {
  const text = location.startsWith('$') ? environment[location.slice(1)] : await textOf(folder, location)
  if (text === undefined) {
    const what = location.startsWith('$') ? `the environment has no ${location.slice(1)}` : `${location} cannot be read`
    const message = `The feed is for members, but ${what}: nobody knows who they are, and all of them would lose it`
    const hint = 'Write members: members.txt, a file beside show.yaml with a name a line, or members: $MEMBERS'
    return {ok: false, problems: [problem('members-unreadable', place, message, hint)]}
  }
  const lines = text.split(/[\r\n]+/).map((line) => line.normalize('NFC').trim())
  const names = lines.filter((line) => line !== '' && !line.startsWith('#') && line.length <= longestNameInCharacters)
  return {ok: true, value: [...new Set(names)], problems: []}
}

async function textOf(folder: string, path: string): Promise<string | undefined> {
  // As all files of a show: below its folder.
  if (/^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path)) return undefined
  return readFile(join(folder, path), 'utf8').catch(() => undefined)
}
