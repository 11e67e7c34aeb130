import {existsSync} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {type Place, type Problem, withSeverity} from '../../model/problem.ts'
import {isNetwork, networkFile} from '../../read/show/network-file.ts'
import {findShowFile, type ShowFile} from '../../read/show/show-file.ts'
import {nearName} from '../../text/near-name.ts'
import {problem} from '../use-problems.ts'

/** The folders of the shows of a network: those that `network.yaml` names, or all that are there. */
export type NamedShows = {
  /** In order, each once. */
  readonly names: readonly string[]
  /** Those that hold a show. */
  readonly there: readonly string[]
  readonly problems: readonly Problem[]
}

type NamedIn = Pick<ShowFile, 'shows' | 'lists'> & {
  readonly locate: ShowFile['corrections']['locate']
}

/** Problem: `network-show-missing`. */
export async function namedShows(folder: string, {shows, lists, locate}: NamedIn): Promise<NamedShows> {
  const near = await foldersOfShows(folder)
  const written = shows.length > 0 ? shows.map(folderName) : near
  const isThere = (name: string) => isInside(name) && findShowFile(join(folder, name)) !== undefined
  const problems = written.flatMap((name, index) =>
    isThere(name) ? [] : [missingShow(folder, name, near, locate(['shows', String(index)]))],
  )
  const names = [...new Set(written)].sort()
  const strangers = [...lists.keys()].filter((name) => !names.includes(folderName(name)))
  problems.push(...strangers.map((name) => listedStranger(name, names, locate(['lists', name], 'key'))))
  if (names.length === 0) problems.push(noShow())
  problems.push(...(await networksInside(folder, written)))
  return {names, there: names.filter(isThere), problems}
}

/** The name of a folder without what says that it is one. */
export function folderName(written: string): string {
  return written.replace(/^(?:\.\/)+|\/+$/g, '')
}

async function foldersOfShows(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {withFileTypes: true})
  return entries
    .filter((entry) => entry.isDirectory() && findShowFile(join(folder, entry.name)) !== undefined)
    .map(({name}) => name)
}

/** Folders that are networks themselves. Their shows are in this one only if they are named. */
async function networksInside(folder: string, written: readonly string[]): Promise<readonly Problem[]> {
  const entries = await readdir(folder, {withFileTypes: true})
  const inner = entries.filter((entry) => entry.isDirectory() && isNetwork(join(folder, entry.name)))
  return inner
    .filter(({name}) => !written.some((each) => each.startsWith(`${name}/`) || each === name) || hasShow(folder, name))
    .map(({name}) => networkInside(name, hasShow(folder, name)))
}

function hasShow(folder: string, name: string): boolean {
  return findShowFile(join(folder, name)) !== undefined
}

function networkInside(name: string, isShow: boolean): Problem {
  const message = isShow
    ? `${name} is a show of the network, so its ${networkFile} is not read`
    : `The folder ${name} is a network itself, so none of its shows is in this one`
  const hint = isShow
    ? `Delete ${name}/${networkFile}, or take ${name} out of the network`
    : `Name each of its shows: shows: [${name}/night-trains]`
  return withSeverity(problem('network-show-missing', {file: networkFile, line: 1}, message, hint), 'warning')
}

function isInside(name: string): boolean {
  return name !== '' && name !== '.' && !name.startsWith('/') && !name.split(/[\\/]/).includes('..')
}

function missingShow(folder: string, name: string, there: readonly string[], place: Place): Problem {
  const example = 'Write the name of a folder beside network.yaml: shows: [night-trains]'
  if (!isInside(name)) {
    const message = `The network has a show ${name === '' ? '.' : name}, which is no folder below that of network.yaml`
    return problem('network-show-missing', place, message, example)
  }
  const at = join(folder, name)
  const what = existsSync(at) ? 'but that folder holds no show.yaml' : 'but there is no folder of that name'
  return problem('network-show-missing', place, `The network has a show ${name}, ${what}`, hintFor(at, name, there))
}

function hintFor(at: string, name: string, there: readonly string[]): string {
  if (isNetwork(at)) return `${name} is a network itself. Name each of its shows: shows: [${name}/night-trains]`
  const meant = nearName(name, there)
  return meant === undefined
    ? 'Write the name of a folder that has a show.yaml: shows: [night-trains]'
    : `Did you mean ${meant}?`
}

/** This is reported, because a slip here could put a show on a list that must not name it. */
function listedStranger(name: string, names: readonly string[], place: Place): Problem {
  const meant = nearName(name, names)
  const hint = meant === undefined ? 'Write the name of the folder of the show' : `Did you mean ${meant}?`
  return problem('network-show-missing', place, `\`lists\` names ${name}, which is no show of the network`, hint)
}

function noShow(): Problem {
  const hint = 'Put each show into a folder of its own, with its show.yaml'
  return problem('network-show-missing', {file: networkFile, line: 1}, 'The network has no show', hint)
}
