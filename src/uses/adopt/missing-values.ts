import type {AdoptedShow} from '../../adopt/adopted-show.ts'
import {mediaNames} from '../../adopt/adopted-show.ts'
import type {Missing} from '../../adopt/adopted-text.ts'
import type {Repository} from '../../adopt/repository.ts'
import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {isAddress} from '../../file-kinds/endings.ts'
import type {Problem} from '../../model/problem.ts'
import {problem} from './adopt-problems.ts'
import {evidenceKeys} from './evidence-keys.ts'

/** Names of media files that episodes give without an address, and that are not in the repository. */
export function namesOfMedia({folder}: AdoptedShow, {pages, files}: Repository): readonly string[] {
  const there = new Set(files.map((file) => file.slice(file.lastIndexOf('/') + 1)))
  const own = pages.filter(({file}) => folder === '' || file.startsWith(`${folder}/`))
  return own
    .flatMap((page) => mediaNames(page, evidenceKeys))
    .filter((name) => !isAddress(name) && fileKinds.mediaOf(name) !== undefined)
    .map((name) => name.slice(name.lastIndexOf('/') + 1))
    .filter((name) => !there.has(name))
}

/** What a show needs, and no file says. `bareNames`: see `namesOfMedia`. */
export function missingOf({facts, mediaUrl}: AdoptedShow, bareNames: readonly string[]): readonly Missing[] {
  const needed = [
    {field: 'title', why: 'no file says what the show is called', example: 'Night Trains'},
    {
      field: 'description',
      why: 'no file says what the show is about',
      example: 'Sleeper trains and the people who run them.',
    },
    {field: 'site_url', why: 'no file says where the show is published', example: 'https://example.org/night-trains/'},
  ].filter(({field}) => facts[field] === undefined)
  if (mediaUrl !== undefined || bareNames.length === 0) return needed
  const why = `episodes name media files (${bareNames[0]}) that are not here, and no file says where they are`
  return [...needed, {field: 'media_url', why, example: 'https://media.example.org/night-trains/'}]
}

const flags: Readonly<Record<string, string>> = {
  title: '--title',
  description: '--description',
  site_url: '--site',
  media_url: '--media-url',
}

export function valueMissing({field, why, example}: Missing, folder: string): Problem {
  const file = folder === '' ? 'show.yaml' : `${folder}/show.yaml`
  const hint = `Write ${field}: ${example}; or run adopt with ${flags[field]} or --feed`
  return problem('adopt-value-missing', {file}, `${field} is missing: ${why}`, hint)
}
