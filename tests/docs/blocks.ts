import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** A code block of a page, and where it is. */
export type Block = {readonly place: string; readonly language: string; readonly text: string}

export function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(({1: language = '', 2: code = '', index}) => ({
    place: `${page}:${text.slice(0, index).split('\n').length}`,
    language,
    text: code,
  }))
}
