import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {FindLink} from '../checks/page-links.ts'

/**
 * Finds a link by the text of its address. The page made a relative link absolute. So where the whole address is not found, its end
 * is looked for.
 */
export function linkFinder(folder: string): FindLink {
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

/** Whether `words` stand in a line, but not as the end of a longer name. */
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

/** The address as people write it. The page has `%20` for a blank. */
function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** `https://a.example/b/c/#d`, then `/b/c/#d`, `b/c/#d`, `c/#d`. A short name alone could stand anywhere, so it is not tried. */
function endsOf(address: string): readonly string[] {
  const path = address.replace(/^[a-z]+:\/\/[^/]+/i, '')
  const steps = path.split('/').filter((step) => step !== '' && step !== '.' && step !== '..')
  const tails = steps.map((_, index) => path.slice(path.indexOf(steps.slice(index).join('/'))))
  return [...new Set([address, readable(address), path, ...tails])].filter(
    (words) => words.length > 3 || /^\w.*\/$/.test(words),
  )
}
