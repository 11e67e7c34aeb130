import type {Problem} from '../../model/problem.ts'
import type {Show} from '../../model/show.ts'
import type {ReadFields} from '../fields/field-table.ts'
import {type ShowFields, showFields} from '../fields/show-fields.ts'
import {problem} from './show-problems.ts'

const examples: Readonly<Record<'title' | 'description' | 'site_url', string>> = {
  title: 'Without a title there is no show',
  description: 'Directories refuse a show without a description',
  site_url: 'Without the address of the site no link can be made',
}

/** The problems of fields without which there is no show. */
export function missingFields({fields, wrongFields}: ReadFields<typeof showFields>, file: string): readonly Problem[] {
  return (['title', 'description', 'site_url'] as const).flatMap((name) => {
    // The field is written, but wrong. That was reported already, with its line.
    if (fields[name] !== undefined || wrongFields.has(name)) return []
    return [
      problem(
        'field-missing',
        {file, line: 1},
        `\`${name}\` is missing. ${examples[name]}`,
        `Write: ${showFields[name].example}`,
      ),
    ]
  })
}

/** Who makes a show, from the fields that say it or imply it. */
export function authorOf({author, owner, owner_name: ownerName, hosts = []}: ShowFields): string | undefined {
  return author ?? owner?.name ?? ownerName ?? (hosts.map(({name}) => name).join(', ') || undefined)
}

/** The problems of fields that nobody wrote, so something is assumed, each with the line that would set the field. */
export function assumedFields(reading: ReadFields<typeof showFields>, show: Show, file: string): readonly Problem[] {
  const {fields, wrongFields} = reading
  const problems: Problem[] = []
  if (fields.language === undefined && !wrongFields.has('language')) {
    const message = '`language` is missing, so apps are told that the show is in English'
    problems.push(problem('field-defaulted', {file, line: 1}, message, 'Write: language: en'))
  }
  // A wrong one is an error already.
  if (fields.guid === undefined && !wrongFields.has('guid')) {
    const message =
      'The show has no `guid`: the one in its feed follows from the address of the feed, and would change with it'
    const line = `guid: ${show.guid}`
    const derived = problem('show-guid-derived', {file, line: 1}, message, `Write: ${line}`)
    problems.push({...derived, correction: {written: '', meant: line}})
  }
  return [...problems, ...leftOut(reading, file)]
}

function leftOut({fields, wrongFields}: ReadFields<typeof showFields>, file: string): readonly Problem[] {
  const isLeftOut = (...names: readonly (keyof ShowFields)[]) => names.every((name) => fields[name] === undefined)
  // The field is written, but wrong. That was reported already, with its line.
  const isWrong = (...names: readonly (keyof ShowFields)[]) => names.some((name) => wrongFields.has(name))
  const said = (name: 'author' | 'explicit' | 'owner', message: string, instead = '') =>
    problem('field-left-out', {file, line: 1}, message, `Write: ${showFields[name].example}${instead}`)
  const problems: Problem[] = []
  if (authorOf(fields) === undefined && !isWrong('author', 'owner', 'owner_name', 'hosts')) {
    problems.push(said('author', '`author` is missing, so apps name the title of the show once more below it'))
  }
  if (isLeftOut('explicit') && !isWrong('explicit')) {
    problems.push(said('explicit', '`explicit` is missing, so apps are told that there is no strong language'))
  }
  if (isLeftOut('owner', 'email') && !isWrong('owner', 'email')) {
    const message = '`owner` is missing: Spotify has no address for the mail that proves that the show is yours'
    problems.push(said('owner', message, '; or, if the address is to stay out of the feed: owner: none'))
  }
  return problems
}
