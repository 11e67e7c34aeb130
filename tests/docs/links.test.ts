import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {expect, it} from 'vitest'
import {captured} from '../captured.ts'

const root = resolve(import.meta.dirname, '../..')
const pages = readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.md'))
  .map((path) => join('docs', path))

/** A page without its blocks of code, and without code in a line. */
function proseOf(page: string): string {
  return readFileSync(join(root, page), 'utf8')
    .replace(/^(```+)[\s\S]*?^\1$/gm, '')
    .replace(/`[^`\n]*`/g, '`code`')
}

const anchorsOfPages = new Map<string, ReadonlySet<string>>()

function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = anchorsOfPages.get(page) ?? anchorsIn(page)
  anchorsOfPages.set(page, anchors)
  return anchors
}

/** The anchors of a page: headings as GitHub and VitePress name them, and anchors that are written. */
function anchorsIn(page: string): ReadonlySet<string> {
  const text = readFileSync(join(root, page), 'utf8')
  const headings = captured(text.replace(/^(```+)[\s\S]*?^\1$/gm, ''), /^#+ +(.*)$/gm)
  const ofHeading = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-')
  return new Set([...headings.map(ofHeading), ...captured(text, /\{#([\w-]+)\}/g), ...captured(text, /id="([^"]+)"/g)])
}

/**
 * Readers have these pages in the repository, in the package and as a site. Only what all three have may be linked: pages of `docs/` and the
 * schemas beside it.
 */
function brokenLinks(page: string): readonly string[] {
  return captured(proseOf(page), /\]\(([^)\s]+)\)/g).flatMap((link) => {
    if (/^https?:|^mailto:/.test(link)) return []
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : relative(root, resolve(root, dirname(page), path))
    const isThere = /^(?:docs|schema)\//.test(target) && existsSync(join(root, target))
    if (!isThere) return [`${page}: ${link}`]
    return anchor === undefined || anchorsOf(target).has(anchor) ? [] : [`${page}: ${link} has no such heading`]
  })
}

it('links of the documentation lead somewhere, wherever it is read', () => {
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.flatMap(brokenLinks)).toEqual([])
})
