import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {CheckedEpisode} from './checks/checked-show.ts'
import {type CheckedPage, type FindLink, pageProblems, readPage} from './checks/page-links.ts'
import {wholeShowProblems} from './checks/whole-show.ts'
import {withCheckSettings} from './model/check-settings.ts'
import type {OutputFile} from './model/output.ts'
import {present} from './model/present.ts'
import type {Outcome, Problem} from './model/problem.ts'
import {inOrder, type PlannedShow, type PlanOptions, type PlanSummary, plan} from './plan/plan.ts'
import type {EpisodeResult} from './plan/plan-episode.ts'
import {collision, pathKey} from './write/collisions.ts'

/**
 * Everything that `build` would say of the show in `folder`, and what only shows when all episodes and pages are seen together.
 * Nothing is written.
 */
export async function check(folder: string, options: PlanOptions): Promise<Outcome<PlanSummary>> {
  const taken = new Map<string, Pick<OutputFile, 'source'>>()
  const paths = new Set<string>()
  const pages: CheckedPage[] = []
  let show: PlannedShow | undefined
  const take = async (file: OutputFile) => {
    paths.add(file.path)
    // Text is made all the same: a serialiser that fails must fail here too.
    const text = 'pieces' in file ? [...file.pieces].join('') : ''
    if (file.mimeType === 'text/html' && file.path.endsWith('index.html'))
      pages.push(readPage(file.path, file.source, text))
    const key = pathKey(file.path)
    const collisions = collision(taken.get(key), file)
    if (collisions.length === 0) taken.set(key, {source: file.source})
    return collisions
  }
  const keepShow = (planned: PlannedShow) => {
    show = planned
  }
  const outcome = await plan(folder, options, {take, keepShow})
  // A show that was only begun has its placeholders to fill in first; what is missing beside them comes next.
  const isBegun = outcome.problems.some(({code}) => code === 'placeholder-left')
  if (!outcome.ok || show === undefined || isBegun) return outcome
  const problems = withCheckSettings(problemsOfWhole(show, pages, paths), show.show.checks)
  return {...outcome, problems: inOrder([...outcome.problems, ...problems])}
}

function problemsOfWhole(
  {show, folder, results}: PlannedShow,
  pages: readonly CheckedPage[],
  paths: ReadonlySet<string>,
): readonly Problem[] {
  const facts = {file: show.file, type: show.type, hasPeople: show.people.length > 0}
  return [
    ...wholeShowProblems(facts, results.flatMap(checkedEpisode)),
    ...pageProblems(pages, paths, show.siteUrl, linkFinder(folder)),
  ]
}

function checkedEpisode({item, written}: EpisodeResult): readonly CheckedEpisode[] {
  if (written === undefined) return []
  const {places, ...facts} = written
  const published = present({publishedAt: item?.publishedAt})
  const hasText = item === undefined || item.notesHtml !== '' || item.summary !== ''
  return [{...facts, ...published, hasText, hasPeople: (item?.people.length ?? 0) > 0, places}]
}

/** By the words of the address: a relative link was made absolute, so its end is looked for where its whole is not found. */
function linkFinder(folder: string): FindLink {
  const texts = new Map<string, readonly string[]>()
  return (file, address) => {
    const lines = texts.get(file) ?? readLines(join(folder, file))
    texts.set(file, lines)
    for (const words of endsOf(address)) {
      const index = lines.findIndex((line) => beginsIn(line, words))
      if (index !== -1) return {line: index + 1, text: lines[index] ?? ''}
    }
    return undefined
  }
}

/** Whether `words` stand in a line, and not as the end of a longer name. */
function beginsIn(line: string, words: string): boolean {
  const index = line.indexOf(words)
  return index !== -1 && !/\w/.test(line[index - 1] ?? '')
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r\n|[\r\n]/)
  } catch {
    return []
  }
}

/** As people write it, where the page has `%20`. */
function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** `https://a.example/b/c/#d`, then `/b/c/#d`, `b/c/#d`, `c/#d`. One name alone may stand anywhere. */
function endsOf(address: string): readonly string[] {
  const path = address.replace(/^[a-z]+:\/\/[^/]+/i, '')
  const steps = path.split('/').filter((step) => step !== '' && step !== '.' && step !== '..')
  const tails = steps.map((_, index) => path.slice(path.indexOf(steps.slice(index).join('/'))))
  return [...new Set([address, readable(address), path, ...tails])].filter(
    (words) => words.length > 3 || /^\w.*\/$/.test(words),
  )
}
