import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** The pages of `docs/` that people ask about at a terminal, in the order in which a word is looked for. */
export const docPages = ['guide', 'show', 'front-matter', 'outputs', 'tags', 'problems'] as const

export type DocPage = (typeof docPages)[number]

/** Beside `dist/bin` in the package, beside `src` in a clone. */
const folders = ['../../docs/', '../../../docs/'].map((path) => new URL(path, import.meta.url))

/** The text of a page; `undefined` where the package was installed without its documents. */
export function readDocPage(page: DocPage): string | undefined {
  const file = folders.map((folder) => fileURLToPath(new URL(`${page}.md`, folder))).find((path) => existsSync(path))
  return file === undefined ? undefined : readFileSync(file, 'utf8')
}
