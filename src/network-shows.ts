import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {type Outcome, type Problem, problem} from './model/problem.ts'
import type {Show} from './model/show.ts'
import {findShowFile, readShowFile} from './read/show-file.ts'

export const networkFile = 'network.yaml'

/** A network of shows: what `network.yaml` says, and the folders of its shows below it, in order. */
export type Network = {readonly folder: string; readonly show: Show; readonly names: readonly string[]}

/** Problems: those of a show's file, and `network-show-missing`. */
export async function readNetwork(folder: string): Promise<Outcome<Network>> {
  const read = await readShowFile(folder, networkFile)
  if (!read.ok) return read
  const {show, shows} = read.value
  const named = shows.map((name) => name.replace(/^(?:\.\/)+|\/+$/g, ''))
  const names = named.length > 0 ? named : await foldersOfShows(folder)
  const missing = names.filter((name) => !isInside(name) || findShowFile(join(folder, name)) === undefined)
  const problems = [...read.problems, ...missing.map(missingShow), ...(names.length === 0 ? [noShow()] : [])]
  return {ok: true, value: {folder, show, names: [...new Set(names)].sort()}, problems}
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

function noShow(): Problem {
  const hint = 'Put each show into a folder of its own, with its show.yaml'
  return problem('network-show-missing', {file: networkFile, line: 1}, 'The network has no show', hint)
}
