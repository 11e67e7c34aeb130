import {join} from 'node:path'
import type {Outcome, Problem} from '../../model/problem.ts'
import type {Show} from '../../model/show.ts'
import type {NetworkListName} from '../../read/fields/network-kinds.ts'
import {networkFile} from '../../read/show/network-file.ts'
import {readShowFile} from '../../read/show/show-file.ts'
import {folderName, namedShows} from './named-shows.ts'
import {sameFolders} from './shows-in-folders.ts'

export {isNetwork} from '../../read/show/network-file.ts'

/** A network of shows: what `network.yaml` says, and the folders of its shows below it, in order. */
export type Network = {
  readonly folder: string
  readonly show: Show
  readonly names: readonly string[]
  /** Those that hold a show. Fewer than the names is an error of `network.yaml`. */
  readonly there: readonly string[]
  /** Whether a list of the network may name a show. A blocked show is in no list, unless `network.yaml` says so. */
  readonly mayList: (list: NetworkListName, name: string, isBlocked: boolean) => boolean
}

/** Problems: those of a show's file, and `network-show-missing`. */
export async function readNetwork(folder: string): Promise<Outcome<Network>> {
  const read = await readShowFile(folder, networkFile)
  if (!read.ok) return read
  const {show, shows, lists: writtenLists, corrections} = read.value
  const {
    names,
    there,
    problems: missing,
  } = await namedShows(folder, {
    shows,
    lists: writtenLists,
    locate: corrections.locate,
  })
  const lists = new Map([...writtenLists].map(([name, allowed]) => [folderName(name), allowed]))
  const problems = [...read.problems, ...missing, ...sameFolders(names, networkFile)]
  const mayList: Network['mayList'] = (list, name, isBlocked) => lists.get(name)?.includes(list) ?? !isBlocked
  return {ok: true, value: {folder, show, names, there, mayList}, problems}
}

/** The answer of a use of the library for one show of a network. */
export type OfShow<T> = {readonly name: string; readonly outcome: Outcome<T>}

/**
 * What `ask` answers for each show of the network in `folder`, one after the other, and all their problems at their places below
 * that folder. A mistake in `network.yaml` does not hide those of its shows. There is no value if it cannot be read.
 */
export async function askEachShow<T>(
  folder: string,
  ask: (folder: string, name: string) => Promise<Outcome<T>>,
): Promise<Outcome<{readonly network: Network; readonly shows: readonly OfShow<T>[]}>> {
  const read = await readNetwork(folder)
  if (!read.ok) return read
  const network = read.value
  const shows: OfShow<T>[] = []
  for (const name of network.there) shows.push({name, outcome: await ask(join(folder, name), name)})
  const problems = [...read.problems, ...shows.flatMap(({name, outcome}) => below(name, outcome.problems))]
  return {ok: true, value: {network, shows}, problems}
}

/** The problems of a show, with their places below the folder of the network. */
export function below(name: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((each) => (each.file === undefined ? each : {...each, file: `${name}/${each.file}`}))
}
