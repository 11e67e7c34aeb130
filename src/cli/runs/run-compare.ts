import {readFileSync, statSync} from 'node:fs'
import {changesAsMarkdown, changesAsText, compare, compareOutput, fetchFeed, type Outcome} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {printProblems} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {clock, showFolder} from '../show-folder.ts'
import {isFeedAddress} from './check-feed.ts'

type Old = {readonly kind: 'folder'} | {readonly kind: 'feed'; readonly bytes: Uint8Array}

/** The feed or the output that subscribers have; `undefined` where nothing has that name. */
async function readOld(named: string, allowPrivate: boolean): Promise<Outcome<Old> | undefined> {
  if (isFeedAddress(named)) {
    const fetched = await fetchFeed(named, {allowPrivate})
    return fetched.ok ? {...fetched, value: {kind: 'feed', bytes: fetched.value.bytes}} : fetched
  }
  const found = statSync(named, {throwIfNoEntry: false})
  if (found === undefined) return undefined
  const value: Old = found.isDirectory() ? {kind: 'folder'} : {kind: 'feed', bytes: readFileSync(named)}
  return {ok: true, value, problems: []}
}

export async function runCompare({positionals, values}: Arguments): Promise<number> {
  const [named, folderNamed] = positionals
  if (named === undefined) return refuseUsage('compare needs an OLD feed', 'castwright compare output')
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const folder = showFolder(folderNamed)
  const old = await readOld(named, values['allow-private'] === true)
  if (old === undefined) return refuseUsage(`${named} is no feed and no folder with one`)
  if (!old.ok) {
    printProblems(old.problems, {folder})
    return exitCodes.problems
  }
  const isFolder = old.value.kind === 'folder'
  const outcome =
    old.value.kind === 'folder'
      ? await compareOutput(named, folder, {now})
      : await compare(old.value.bytes, folder, {now})
  if (!outcome.ok) {
    printProblems(outcome.problems, {folder})
    return exitCodes.problems
  }
  const {value: compared} = outcome
  if (compared === undefined) {
    const what = isFolder ? 'holds no RSS, Atom or JSON feed' : 'is no RSS, Atom or JSON feed'
    return refuseUsage(`${named} ${what} that can be read`)
  }
  if (values.format === 'json') console.log(JSON.stringify(compared, null, 2))
  else process.stdout.write(values.format === 'markdown' ? changesAsMarkdown(compared) : changesAsText(compared))
  return compared.hurts ? exitCodes.problems : exitCodes.clean
}
