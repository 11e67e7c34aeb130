import type {Outcome, Problem} from '../model/problem.ts'
import type {Severity} from '../model/problem-kind.ts'
import {markdownCell} from '../text/markdown/markdown-cell.ts'
import {formatInZone} from '../text/time/date-formats.ts'
import type {BuildReport} from './build.ts'

/** A page about a run is read on a phone. So many entries of each list are shown, and the rest are only counted. */
const mostListed = 20

/**
 * The result of a build, in Markdown, for the page of a CI job: what is new, when the next episode is due, the feeds with their
 * sizes, and problems. Episodes that are waiting appear only as times and numbers, since such pages are public.
 */
export function buildAsMarkdown(outcome: Outcome<BuildReport>): string {
  const blocks = outcome.ok
    ? [verdict(outcome.value), newEpisodes(outcome.value), facts(outcome.value), feeds(outcome.value)]
    : ['## Nothing was published', 'The show has errors; what was published before is as it was.']
  return `${[...blocks, problemTable(outcome.problems)].filter((block) => block !== '').join('\n\n')}\n`
}

function verdict({title, changed}: BuildReport): string {
  return `## ${markdownCell(title)}: ${changed ? 'changed' : 'nothing changed'}`
}

function newEpisodes({newEpisodes: episodes}: BuildReport): string {
  return listed(episodes.map(({title, url}) => `- New: [${markdownCell(title)}](<${url}>)`))
}

function listed(lines: readonly string[], more = (count: number) => `- and ${count} more`): string {
  const rest = lines.length - mostListed
  return [...lines.slice(0, mostListed), ...(rest > 0 ? [more(rest)] : [])].join('\n')
}

function facts({published, drafts, scheduled, timeZone, written, unchanged, deleted, lock}: BuildReport): string {
  const [next] = scheduled
  const waiting = next === undefined ? '' : `${scheduled.length}, the next ${formatInZone(next, timeZone)} ${timeZone}`
  const rows = [
    ['Episodes', `${published} published${drafts === 0 ? '' : `, ${drafts} in draft`}`],
    ['Waiting', waiting || 'none'],
    ['Files', `${written.length} written, ${unchanged.length} unchanged, ${deleted.length} deleted`],
    ...(lock === 'behind' ? [['Lock', 'castwright.lock.json does not know all of this yet: build and commit it']] : []),
  ]
  return ['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n')
}

function feeds({feedFiles}: BuildReport): string {
  const rows = feedFiles.map(
    ({path, sizeInBytes, isChanged}) =>
      `| ${markdownCell(path)} | ${(sizeInBytes / 1000).toFixed(1)} kB | ${isChanged ? 'changed' : ''} |`,
  )
  return ['| Feed | Size | |', '| --- | ---: | --- |', ...rows].join('\n')
}

const words: Readonly<Record<Severity, string>> = {error: 'Error', warning: 'Warning', info: 'Note'}

/** A table of errors and warnings. Notes are for the author's own terminal. */
function problemTable(problems: readonly Problem[]): string {
  const worth = (['error', 'warning'] as const).flatMap((severity) =>
    problems.filter((each) => each.severity === severity),
  )
  if (worth.length === 0) return ''
  const rows = worth.map(({severity, file, line, message}) => {
    const place = [file, line].filter((part) => part !== undefined).join(':')
    return `| ${words[severity]} | ${markdownCell(place)} | ${markdownCell(message)} |`
  })
  return `| Problem | Where | What |\n| --- | --- | --- |\n${listed(rows, (count) => `| | | and ${count} more |`)}`
}
