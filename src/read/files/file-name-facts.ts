export type NameFacts = {
  /** The date as it is written: `2024-01-31`. */
  readonly date?: string
  readonly season?: number
  readonly number?: number
  /** The name without a date in the form `2024-01-31`. If nothing is left, it is the whole name. */
  readonly rest: string
}

const dated = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ .]+|$)/
/** `20240131-…`, `2024.01.31 …`, `2024_01_31_…`. Such a date has always been a part of the slug, and stays in it. */
const datedOtherwise = /^((?:19|20)\d{2})([._]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![\d.]*\d)/
const seasoned = /^s(?:eason)?[ _-]?(\d{1,3})[ _-]?e(?:p(?:isode)?)?[ _-]?(\d{1,5})(?!\d)/i
const labelled = /^(?:e|ep|episode|folge)[ _.#-]?(\d{1,5})(?!\d)/i
const leading = /^#?(\d{1,5})(?:[ _.-]|$)/

/**
 * What the name of an episode's file says: `2024-01-31-first-light`, `20240131 first light`, `013 - Timetables`, `s1e3-north`, `ep1`.
 * A year at the beginning (`2015-in-review`) is no episode number.
 */
export function nameFacts(stem: string): NameFacts {
  const date = dated.exec(stem)
  const rest = date ? stem.slice(date[0].length) : stem
  const written = date?.[1] ?? otherDate(stem)
  const facts = {rest: rest === '' ? stem : rest, ...(written === undefined ? {} : {date: written})}
  const season = seasoned.exec(rest)
  if (season) return {season: Number(season[1]), number: Number(season[2]), ...facts}
  // After a date, a number is a part of the title ("2024-01-31-10-rules"), and not the number of the episode.
  const number = labelled.exec(rest) ?? (written === undefined ? leading.exec(rest) : null)
  return number && !isYear(number[1] ?? '') ? {number: Number(number[1]), ...facts} : facts
}

function otherDate(stem: string): string | undefined {
  const [, year, , month, day] = datedOtherwise.exec(stem) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}

/** The day that folders say: `podcast/2024/01/31-first-light/index.md`, `2024/01/31/first-light.md`. */
export function dateOfFolders(path: string): string | undefined {
  const [, year, month, day] =
    /(?:^|\/)((?:19|20)\d{2})\/(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?=[-_ ./])/.exec(path) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}

/** Makes a title of a file name: `2026-01-31-ep12_the-night train` gives `The night train`. A name without words gives an empty title. */
export function titleFromName(stem: string): string {
  const words = stem
    .replace(dated, '')
    .replace(/^(?:e|ep|episode|folge|s\d{1,3}[ _-]?e)[ _.#-]?\d{1,5}(?![\p{L}\d])/iu, '')
    .replace(/^[\d\W_]+(?=\p{L})/u, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const numberedTitle =
  /^(?:(?:(?:episode|ep\.?|folge|e|no\.?|nr\.?) ?#?|#)(\d{1,5})(?:\s*[:.–—|-]|\s|$)|(\d{1,5})\s*[:|]\s|(\d{1,5})\s+[–—-]\s)/i
const seasonTitle = /^(?:(\d{1,3})#(\d{1,5})(?!\d)|s(\d{1,3})[ .]?e(\d{1,5})(?!\d))/i

/** The number, and the season, that a title begins with: `241: …`, `#12 …`, `Episode 3 – …`, `2#5 …`. */
export function titleFacts(title: string): Pick<NameFacts, 'season' | 'number'> {
  const season = seasonTitle.exec(title)
  if (season) return {season: Number(season[1] ?? season[3]), number: Number(season[2] ?? season[4])}
  const match = numberedTitle.exec(title)
  const number = match?.[1] ?? match?.[2] ?? match?.[3]
  return number === undefined || isYear(number) ? {} : {number: Number(number)}
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d{2}$/.test(digits)
}

const never = /^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security|authors|todo|_index|404)$/i

/** Why a Markdown file is no episode of the show, if its path says that. */
export function whyNoEpisode(path: string, stem: string): string | undefined {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/i, '')
  if (/\{[{%]/.test(path)) return 'its path has template code in it'
  if (name === '_index') return 'it is the page of a folder'
  // A file that is called as in every folder is about what its folder is about: `012-first-light/README.md`.
  if (never.test(name) && stem === name) return 'its name is that of a file about the repository'
  if (/(?:^|[-_ ])template$|yyyy-mm-dd/i.test(stem)) return 'its name is that of a template'
  return undefined
}
