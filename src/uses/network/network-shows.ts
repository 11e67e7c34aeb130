import {existsSync} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {hasErrors, type Outcome, type Problem} from '../../model/problem.ts'
import type {Show} from '../../model/show.ts'
import type {NetworkListName} from '../../read/fields/network-kinds.ts'
import {findShowFile, readShowFile} from '../../read/show/show-file.ts'
import {problem} from '../use-problems.ts'
import {sameFolders} from './shows-in-folders.ts'

export const networkFile = 'network.yaml'

/** Whether `folder` holds a network of shows. */
export function isNetwork(folder: string): boolean {
  return existsSync(join(folder, networkFile))
}

/** A network of shows: what `network.yaml` says, and the folders of its shows below it, in order. */
export type Network = {
  readonly folder: string
  readonly show: Show
  readonly names: readonly string[]
  /** Whether a list of the network may name a show. A blocked show is in no list, unless `network.yaml` says so. */
  readonly mayList: (list: NetworkListName, name: string, isBlocked: boolean) => boolean
}

/** Problems: those of a show's file, and `network-show-missing`. */
export async function readNetwork(folder: string): Promise<Outcome<Network>> {
  const read = await readShowFile(folder, networkFile)
  if (!read.ok) return read
  const {show, shows, lists: writtenLists} = read.value
  const named = shows.map(folderName)
  const lists = new Map([...writtenLists].map(([name, allowed]) => [folderName(name), allowed]))
  const names = named.length > 0 ? named : await foldersOfShows(folder)
  const missing = names.filter((name) => !isInside(name) || findShowFile(join(folder, name)) === undefined)
  const strangers = [...lists.keys()].filter((name) => !names.includes(name))
  const problems = [
    ...read.problems,
    ...missing.map(missingShow),
    ...strangers.map(listedStranger),
    ...(names.length === 0 ? [noShow()] : []),
    ...sameFolders([...new Set(names)].sort(), networkFile),
  ]
  const mayList: Network['mayList'] = (list, name, isBlocked) => lists.get(name)?.includes(list) ?? !isBlocked
  return {ok: true, value: {folder, show, names: [...new Set(names)].sort(), mayList}, problems}
}

/** The answer of a use of the library for one show of a network. */
export type OfShow<T> = {readonly name: string; readonly outcome: Outcome<T>}

/**
 * What `ask` answers for each show of the network in `folder`, one after the other, and all their problems at their places below
 * that folder. There is no value if `network.yaml` cannot be read or has an error.
 */
export async function askEachShow<T>(
  folder: string,
  ask: (folder: string, name: string) => Promise<Outcome<T>>,
): Promise<Outcome<{readonly network: Network; readonly shows: readonly OfShow<T>[]}>> {
  const read = await readNetwork(folder)
  if (!read.ok || hasErrors(read.problems)) return {ok: false, problems: read.problems}
  const network = read.value
  const shows: OfShow<T>[] = []
  for (const name of network.names) shows.push({name, outcome: await ask(join(folder, name), name)})
  const problems = [...read.problems, ...shows.flatMap(({name, outcome}) => below(name, outcome.problems))]
  return {ok: true, value: {network, shows}, problems}
}

/** The problems of a show, with their places below the folder of the network. */
export function below(name: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((each) => (each.file === undefined ? each : {...each, file: `${name}/${each.file}`}))
}

function folderName(written: string): string {
  return written.replace(/^(?:\.\/)+|\/+$/g, '')
}

async function foldersOfShows(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {withFileTypes: true})
  return entries
    .filter((entry) => entry.isDirectory() && findShowFile(join(folder, entry.name)) !== undefined)
    .map(({name}) => name)
}

function isInside(name: string): boolean {
  return name !== '' && !name.startsWith('/') && !name.split(/[\\/]/).includes('..')
}

function missingShow(name: string): Problem {
  const message = `The network has a show ${name}, but that folder holds no show.yaml`
  return problem(
    'network-show-missing',
    {file: networkFile, line: 1},
    message,
    'Write the name of its folder: shows: [night-trains]',
  )
}

/** This is reported, because a slip here could put a show on a list that must not name it. */
function listedStranger(name: string): Problem {
  const message = `\`lists\` names ${name}, which is no show of the network`
  return problem(
    'network-show-missing',
    {file: networkFile, line: 1},
    message,
    'Write the name of the folder of the show',
  )
}

function noShow(): Problem {
  const hint = 'Put each show into a folder of its own, with its show.yaml'
  return problem('network-show-missing', {file: networkFile, line: 1}, 'The network has no show', hint)
}
