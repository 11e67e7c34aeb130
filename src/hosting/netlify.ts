import type {Redirect, ServedRule, ServedSite} from '../model/serving.ts'
import {framePolicy, isPage, redirectTarget, responseHeaders} from './response-headers.ts'
import {basePath, patternText} from './served-rules.ts'

type Block = {readonly path: string; readonly headers: readonly (readonly [name: string, value: string])[]}

/**
 * `_headers` of Netlify, Cloudflare Pages and others. Their paths know one segment (`:slug`) and everything below a folder (`*`).
 * Each host reads an ending after the star in another way, so there is none. If two blocks fit, Cloudflare joins their values
 * with a comma, which no browser takes for `Access-Control-Allow-Origin`. So each file gets a header from one block only. Pages
 * get only a rule about frames: the host asks for them again each time by itself.
 * https://docs.netlify.com/manage/routing/headers/ https://developers.cloudflare.com/pages/configuration/headers/
 */
export function headersFile({siteUrl, rules}: ServedSite): string {
  const base = basePath(siteUrl)
  const own = rules.filter((rule) => !isPage(rule))
  const folders = folderBlocks(base, own)
  const files = own.flatMap((rule) => (isOfFolder(rule) ? [] : [fileBlock(base, rule, folders)]))
  const pages = rules.filter(isPage).map((rule) => pageBlock(base, rule))
  const blocks = [...pages, ...files, ...folders].filter(({headers}) => headers.length > 0)
  const lines = blocks.map(
    ({path, headers}) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`,
  )
  return lines.join('\n')
}

function fileBlock(base: string, rule: ServedRule, folders: readonly Block[]): Block {
  const path = `${base}${encoded(patternText(rule.pattern))}`
  const given = folders.find((folder) => path.startsWith(folder.path.slice(0, -1)))?.headers ?? []
  const names = new Set(given.map(([name]) => name))
  return {path, headers: headersOf(rule).filter(([name]) => !names.has(name))}
}

/** A page is asked for by its folder. */
function pageBlock(base: string, rule: ServedRule): Block {
  const folder = patternText(rule.pattern).replace(/index\.html$/, '')
  return {path: `${base}${encoded(folder)}`, headers: framePolicy(rule)}
}

function isOfFolder({pattern: {segments}}: ServedRule): boolean {
  return /^\*\*?$/.test(segments.at(-1) ?? '')
}

/** One block for all files of a folder, whatever their endings; a folder within one of these has its block already. */
function folderBlocks(base: string, rules: readonly ServedRule[]): readonly Block[] {
  const byFolder = new Map<string, ServedRule[]>()
  for (const rule of rules) {
    const {segments} = rule.pattern
    if (!isOfFolder(rule)) continue
    const path = `${base}${encoded(segments.join('/'))}`.replace(/\*\*$/, '*')
    byFolder.set(path, [...(byFolder.get(path) ?? []), rule])
  }
  const blocks: Block[] = []
  for (const [path, [first, ...others]] of [...byFolder].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (first === undefined || blocks.some((block) => path.startsWith(block.path.slice(0, -1)))) continue
    const shared = headersOf(first).filter(([name, value]) =>
      others.every((other) => headersOf(other).some(([n, v]) => n === name && v === value)),
    )
    blocks.push({path, headers: shared})
  }
  return blocks
}

function headersOf(rule: ServedRule): Block['headers'] {
  const type = rule.contentType === undefined ? [] : [['Content-Type', rule.contentType] as const]
  return [...type, ...responseHeaders(rule)]
}

function encoded(path: string): string {
  return path
    .split('/')
    .map((segment) => (/^[:*]/.test(segment) ? segment : encodeURIComponent(segment)))
    .join('/')
}

/**
 * `_redirects` of Netlify, Cloudflare Pages and GitLab Pages. Single addresses come first: Cloudflare has room for few with a
 * star, and counts them from the top. https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function redirectsFile(site: ServedSite): string {
  const base = basePath(site.siteUrl)
  const line = (redirect: Redirect) => {
    const from = `${base}${encoded(redirect.from)}`
    const to = redirectTarget(redirect, site)
    if (redirect.covers === 'file') return `${from} ${to} 301\n`
    const rest = redirect.covers === 'page' ? `${from}/ ${to} 301` : `${from}/* ${to}:splat 301`
    return `${from} ${to} 301\n${rest}\n`
  }
  const isFolder = ({covers}: Redirect) => covers === 'folder'
  const single = site.redirects.filter((redirect) => !isFolder(redirect))
  return [...single, ...site.redirects.filter(isFolder)].map(line).join('')
}
