import type {AdoptedShow} from '../../adopt/adopted-show.ts'
import type {Missing} from '../../adopt/adopted-text.ts'
import {comparableName, fileNameOf, type Repository} from '../../adopt/repository.ts'
import {mediaNames, withMapped} from '../../adopt/show-media.ts'
import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {isAddress} from '../../file-kinds/endings.ts'
import type {Problem} from '../../model/problem.ts'
import {problem} from './adopt-problems.ts'
import {evidenceKeys} from './evidence-keys.ts'

/** Names of media files that episodes give without an address, and that are not in the repository. */
export function namesOfMedia({folder, mapped}: AdoptedShow, {pages, files}: Repository): readonly string[] {
  const there = new Set(files.map((file) => comparableName(file)))
  const own = pages.filter(({file}) => folder === '' || file.startsWith(`${folder}/`))
  const keys = withMapped(evidenceKeys, mapped)
  return own
    .flatMap((page) => mediaNames(page, keys))
    .filter((name) => !isAddress(name) && fileKinds.mediaOf(name) !== undefined)
    .filter((name) => !there.has(comparableName(name)))
    .map(fileNameOf)
}

const ofEveryShow: readonly Missing[] = [
  {
    field: 'title',
    why: 'no file says what the show is called',
    example: 'Night Trains',
    option: 'title',
    question: 'What is the podcast called?',
  },
  {
    field: 'description',
    why: 'no file says what the show is about',
    example: 'Sleeper trains and the people who run them.',
    option: 'description',
    question: 'What is it about, in a sentence or two?',
  },
  {
    field: 'site_url',
    why: 'no file says where the show is published',
    example: 'https://example.org/night-trains/',
    option: 'siteUrl',
    question: 'Where will it be published?',
  },
]

/** What a show needs and no file says. For `bareNames` see `namesOfMedia`. */
export function missingOf({facts, mediaUrl}: AdoptedShow, bareNames: readonly string[]): readonly Missing[] {
  const needed = ofEveryShow.filter(({field}) => facts[field] === undefined)
  const [name] = bareNames
  if (mediaUrl !== undefined || name === undefined) return needed
  const why = `episodes name media files (${name}) that are not here, and no file says where they are`
  const question = `Episodes name media files that are not here. Which address stands before ${name}?`
  return [
    ...needed,
    {field: 'media_url', why, example: 'https://media.example.org/night-trains/', option: 'mediaUrl', question},
  ]
}

/** The address of a feed that was given as a file, and that names neither its address nor its guid. */
export const feedUrlMissing: Missing = {
  field: 'guid',
  why: 'the feed has no <podcast:guid>, and does not say at which address subscribers have it, from which the guid follows',
  example: 'adopt writes it, if it is run with --feed-url ADDRESS',
  option: 'feedUrl',
  question: 'At which address do subscribers have this feed today?',
}

/** Whether a show can be built without the value. */
export function isNeededToBuild({option}: Missing): boolean {
  return option === 'title' || option === 'description' || option === 'siteUrl'
}

/** How the command line writes the options. */
export const optionFlags: Readonly<Record<Missing['option'], string>> = {
  title: '--title',
  description: '--description',
  siteUrl: '--site',
  mediaUrl: '--media-url',
  feedUrl: '--feed-url',
}

export function valueMissing({field, why, example, option}: Missing, folder: string): Problem {
  const file = folder === '' ? 'show.yaml' : `${folder}/show.yaml`
  const hint =
    option === 'feedUrl'
      ? `Run adopt with ${optionFlags[option]} and that address`
      : `Write ${field}: ${example}; or run adopt with ${optionFlags[option]} or --feed`
  return problem('adopt-value-missing', {file}, `${field} is missing: ${why}`, hint)
}
