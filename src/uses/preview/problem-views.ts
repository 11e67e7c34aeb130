import {readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {present} from '../../model/present.ts'
import type {Problem} from '../../model/problem.ts'
import type {Severity} from '../../model/problem-kind.ts'
import type {ShownProblem, ShownProblems} from '../../preview/previewed-show.ts'
import {decodeText} from '../../text/encoding.ts'

/** How many lines are shown above and below the line of the problem. */
const around = 2
/** A line may be a transcript of a whole day. So a line is cut here. */
const longestLineInCharacters = 400
const largestInBytes = 8_000_000
/** How many problems are shown, and how many of them with the lines around them. An archive may have thousands of problems. */
const mostShown = 200
const mostExcerpts = 100

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** How many problems there are, and the worst of them, each with the lines around it. */
export async function problemViews(problems: readonly Problem[], folder: string): Promise<ShownProblems> {
  const bySeverity = severities.map((wanted) => problems.filter(({severity}) => severity === wanted))
  const [error = 0, warning = 0, info = 0] = bySeverity.map(({length}) => length)
  return {
    counts: {error, warning, info},
    first: await withExcerpts(bySeverity.flat().slice(0, mostShown), folder),
  }
}

async function withExcerpts(problems: readonly Problem[], folder: string): Promise<readonly ShownProblem[]> {
  const files = new Map<string, Promise<readonly string[]>>()
  const linesOf = (file: string) => {
    const lines = files.get(file) ?? readLines(join(folder, file))
    files.set(file, lines)
    return lines
  }
  return Promise.all(
    problems.map(async ({severity, code, message, hint, file, line, column}, index) => {
      const lines = index < mostExcerpts && file !== undefined && line !== undefined ? await linesOf(file) : []
      const excerpt = excerptOf(lines, line)
      return {severity, code, message, ...present({hint, file, line, column, excerpt})}
    }),
  )
}

function excerptOf(lines: readonly string[], line = 0): ShownProblem['excerpt'] {
  if (lines[line - 1] === undefined) return undefined
  const first = Math.max(1, line - around)
  const shown = lines.slice(first - 1, line + around).map((each) => each.slice(0, longestLineInCharacters))
  return {firstLine: first, lines: shown}
}

async function readLines(path: string): Promise<readonly string[]> {
  try {
    const facts = await stat(path)
    return facts.isFile() && facts.size <= largestInBytes
      ? decodeText(await readFile(path)).text.split(/\r\n|[\r\n]/)
      : []
  } catch {
    // The file was there when the problem was found, and is gone now.
    return []
  }
}
