import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

export const recipesFolder = resolve(import.meta.dirname, '../../docs/recipes')

/**
 * What a reader of a recipe does, in order: writes a file, puts a file of their own somewhere, types commands, or holds what a command
 * printed against what should be there.
 */
export type Step = {readonly line: number} & (
  | {readonly kind: 'file'; readonly path: string; readonly text: string}
  | {readonly kind: 'own'; readonly paths: readonly string[]}
  | {readonly kind: 'commands'; readonly text: string}
  | {readonly kind: 'printed'; readonly text: string}
)

/** A code block, or a paragraph such as "Put your recording there as `001.mp3`." */
const parts = /^(```+)(\w*)\n([\s\S]*?)^\1$|^Put [\s\S]*?(?=\n\n)/gm

/**
 * The steps of a recipe. Blocks of `sh` are commands, those of `text` are what these print, and any other block is a file: the words before
 * it end with the name of the file, as in "Write `show.yaml`:".
 */
export function stepsOf(recipe: string): readonly Step[] {
  const page = readFileSync(join(recipesFolder, recipe), 'utf8')
  return [...page.matchAll(parts)].map(({0: whole, 2: language = '', 3: text, index}) => {
    const before = page.slice(0, index).trimEnd()
    const line = page.slice(0, index).split('\n').length
    if (text === undefined) return {kind: 'own', line, paths: namedIn(whole)}
    if (language === 'sh') return {kind: 'commands', line, text}
    if (language === 'text') return {kind: 'printed', line, text}
    const path = /`([^`\s]+)`[^`]*:$/.exec(before.slice(before.lastIndexOf('\n\n') + 1))?.[1]
    if (path === undefined) throw new Error(`${recipe}:${line}: nothing says which file this block is`)
    return {kind: 'file', line, path, text}
  })
}

function namedIn(paragraph: string): readonly string[] {
  return [...paragraph.matchAll(/`([^`]+\.\w+)`/g)].map(([, path = '']) => path)
}
