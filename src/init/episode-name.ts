import {slugOf} from '../text/addresses/slug.ts'

/** An episode there is: its file below the show folder, and its number if it has one. */
export type NamedEpisode = {readonly file: string; readonly number?: number}

export type NewEpisodeName = {readonly number: number; readonly day: string; readonly title: string}

/** Three digits, as `init` begins a show. */
const usualDigits = 3

/**
 * Where the next episode of a show belongs: beside the last one, with a name as the author gives names (`012-title.md`,
 * `2026-11-26-title.md`, `title.md`, or a folder of such a name with `index.md` in it).
 */
export function nextEpisodeFile(episodes: readonly NamedEpisode[], {number, day, title}: NewEpisodeName): string {
  const names = episodes.map(({file}) => partsOf(file))
  const last = names.filter(({isFolder}) => isFolder === isMostly(names, (name) => name.isFolder)).at(-1)
  const slug = slugOf(title)
  const stem = [...prefixOf(names, number, day), ...(slug === '' ? [] : [slug])].join('-') || String(number)
  const parent = last === undefined || last.parent === '' ? '' : `${last.parent}/`
  return last?.isFolder ? `${parent}${stem}/index.md` : `${parent}${stem}.md`
}

/** One more than the highest, by the numbers of the episodes and of their files. */
export function nextNumber(episodes: readonly NamedEpisode[]): number {
  const numbers = episodes.flatMap(({file, number}) => [number ?? 0, Number(leadingNumber(partsOf(file).stem) ?? 0)])
  return Math.floor(Math.max(0, ...numbers)) + 1
}

type NameParts = {readonly parent: string; readonly stem: string; readonly isFolder: boolean}

function partsOf(file: string): NameParts {
  const parts = file.split('/')
  const isFolder = parts.length > 1 && parts.at(-1)?.startsWith('index.') === true
  const own = isFolder ? parts.slice(0, -1) : parts
  return {parent: own.slice(0, -1).join('/'), stem: (own.at(-1) ?? '').replace(/\.[^.]*$/, ''), isFolder}
}

function prefixOf(names: readonly NameParts[], number: number, day: string): readonly string[] {
  if (names.length > 0 && isMostly(names, ({stem}) => /^\d{4}-\d\d-\d\d/.test(stem))) return [day]
  const numbers = names.flatMap(({stem}) => leadingNumber(stem) ?? [])
  if (names.length > 0 && numbers.length * 2 < names.length) return []
  const digits = numbers.length === 0 ? usualDigits : Math.max(...numbers.map((each) => each.length))
  return [String(number).padStart(digits, '0')]
}

/** A year at the beginning is no number of an episode. */
function leadingNumber(stem: string): string | undefined {
  const digits = /^(\d{1,5})(?:[-_ .]|$)/.exec(stem)?.[1]
  return digits === undefined || /^(?:19|20)\d\d$/.test(digits) ? undefined : digits
}

function isMostly(names: readonly NameParts[], is: (name: NameParts) => boolean): boolean {
  return names.filter(is).length * 2 > names.length
}
