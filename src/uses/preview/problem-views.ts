import {readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {present} from '../../model/present.ts'
import type {Problem} from '../../model/problem.ts'
import type {ShownProblem} from '../../preview/previewed-show.ts'

/** How many lines are shown above and below the line of the problem. */
const around = 2
/** A line may be a transcript of a whole day. So a line is cut here. */
const longestLineInCharacters = 400
const largestInBytes = 8_000_000
/** How many problems are shown with the lines around them. An archive may have a thousand problems. */
const mostExcerpts = 100

/** The problems, each with the lines around it. */
export async function problemViews(problems: readonly Problem[], folder: string): Promise<readonly ShownProblem[]> {
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
    return facts.isFile() && facts.size <= largestInBytes ? (await readFile(path, 'utf8')).split(/\r\n|[\r\n]/) : []
  } catch {
    // The file was there when the problem was found, and is gone now.
    return []
  }
}
