import {type Problem, withSeverity} from '../../model/problem.ts'
import type {Show} from '../../model/show.ts'
import {problem} from '../use-problems.ts'

/** Where each show of a network is published: its files are in its folder of the output, so its address should say the same. */
type ShowAddress = {readonly name: string; readonly siteUrl: string}

/** Shows whose folders differ in upper and lower case only. Problem: `network-show-twice`. */
export function sameFolders(names: readonly string[], file: string): readonly Problem[] {
  const known = new Map<string, string>()
  return names.flatMap((name) => {
    const key = name.normalize('NFC').toLowerCase()
    const other = known.get(key)
    known.set(key, name)
    if (other === undefined) return []
    const message = `The shows ${other} and ${name} are one folder on disks and hosts that take upper and lower case for the same: one replaces the other`
    return [problem('network-show-twice', {file, line: 1}, message, 'Give one of the folders another name')]
  })
}

/**
 * A show whose address is below that of the network, but not at its own folder: nothing in its feed would be where it says. Problem:
 * `network-show-elsewhere`.
 */
export function showsElsewhere({siteUrl}: Pick<Show, 'siteUrl'>, shows: readonly ShowAddress[]): readonly Problem[] {
  return shows.flatMap(({name, siteUrl: own}) => {
    const expected = new URL(`${name}/`, siteUrl).href
    if (!own.startsWith(siteUrl) || own === expected) return []
    const message = `The show says that it is at ${own}, but its files are in ${name}/, which is ${expected}: the addresses in its feed lead nowhere`
    const hint = `Write site_url: ${expected}; or, if it was published at the other address, give the folder its old name`
    return [problem('network-show-elsewhere', {file: `${name}/show.yaml`}, message, hint)]
  })
}

/** For a file of the network itself that would be in the folder of a show; said once for each show. Problem: `output-path-reserved`. */
export function keptForShows(names: readonly string[], file: string): (path: string) => readonly Problem[] {
  const folders = new Set(names.map((name) => name.split('/')[0]))
  const told = new Set<string>()
  return (path) => {
    const [top = '', ...rest] = path.split('/')
    if (rest.length === 0 || !folders.has(top) || told.has(top)) return []
    told.add(top)
    const message = `The network would write ${path}, but ${top}/ holds a show: each would take the files of the other for its own`
    const hint = `Give the feed another path, or the folder ${top} another name`
    return [withSeverity(problem('output-path-reserved', {file, line: 1}, message, hint), 'error')]
  }
}

/** The show that has the address of one that is gone: its folder was renamed. */
export function renamedFrom(gone: string, network: string, shows: readonly ShowAddress[]): string | undefined {
  return shows.find(({siteUrl}) => siteUrl === new URL(`${gone}/`, network).href)?.name
}
