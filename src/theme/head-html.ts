import {createHash} from 'node:crypto'
import type {Element, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Problem} from '../model/problem.ts'
import type {PolicySources} from '../model/theme.ts'
import type {NamedAddress} from './named-files.ts'
import {problem} from './theme-problems.ts'

/** What `theme/head.html` adds to pages, and what the policy of pages must then allow. */
export type HeadSlot = {
  readonly html?: string
  readonly policy: PolicySources
  /** What its elements load, or lead to. */
  readonly addresses: readonly NamedAddress[]
  readonly problems: readonly Problem[]
}

export const noSources: PolicySources = {scripts: [], styles: [], images: [], fonts: [], connections: []}

/** Any other element ends the head where it stands (https://html.spec.whatwg.org/#parsing-main-inhead). */
const ofHead: ReadonlySet<string> = new Set(['link', 'meta', 'noscript', 'script', 'style', 'template'])

/** This stands at the end of the text that is read. It is the last element only if everything before it is closed. */
const end = '<meta name="castwright-end">'

/** Reads `theme/head.html`: the owner's own, trusted as show.yaml is. Its inline scripts and its hosts are named in the policy. */
export function readHeadHtml(text: string, file: string): HeadSlot {
  const nodes = fromHtml(`${text}\n${end}`, {fragment: true}).children
  const last = nodes.findLast((node) => node.type === 'element')
  if (last?.properties.name !== 'castwright-end') {
    const message = 'An element or a remark is not closed, so it would swallow the rest of the page'
    return leftOut(file, 1, message, 'Close it: </script>, </style>, </noscript>, or --> after a remark')
  }
  const foreign = nodes.find((node) => !belongs(node))
  if (foreign !== undefined) {
    const what = foreign.type === 'element' ? `<${foreign.tagName}>` : 'Text'
    const line = (foreign.position?.start.line ?? 1) + (foreign.type === 'text' ? leadingLines(foreign.value) : 0)
    return leftOut(file, line, `${what} does not belong into the head of a page`, `These do: ${[...ofHead].join(', ')}`)
  }
  const elements = nodes.flatMap(elementsIn)
  return {
    html: text.trim(),
    policy: policyOf(elements),
    addresses: elements.flatMap((each) => addressOf(each, file)),
    problems: elements.flatMap((each) => blocked(each, file)),
  }
}

function leadingLines(text: string): number {
  return text.slice(0, text.search(/\S/)).split('\n').length - 1
}

function leftOut(file: string, line: number, message: string, hint: string): HeadSlot {
  return {policy: noSources, addresses: [], problems: [problem('theme-head-left-out', {file, line}, message, hint)]}
}

function belongs(node: RootContent): boolean {
  if (node.type === 'element') return ofHead.has(node.tagName)
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')
}

function elementsIn(node: RootContent): readonly Element[] {
  return node.type === 'element' ? [node, ...node.children.flatMap(elementsIn)] : []
}

function addressOf({properties, position}: Element, file: string): readonly NamedAddress[] {
  const address = properties.src ?? properties.href
  const {line = 1, column = 1} = position?.start ?? {}
  return typeof address === 'string' ? [{address: address.trim(), place: {file, line, column}}] : []
}

/** A handler in an attribute has no hash in the policy. */
function blocked({properties, tagName, position}: Element, file: string): readonly Problem[] {
  const handler = Object.keys(properties).find((name) => /^on[A-Z]/.test(name))
  if (handler === undefined) return []
  const message = `\`${handler.toLowerCase()}\` of <${tagName}> does not run: browsers run handlers of attributes only where any script may run`
  const place = {file, line: position?.start.line ?? 1}
  return [problem('theme-head-blocked', place, message, 'Write a <script> that adds the handler: addEventListener(…)')]
}

function policyOf(elements: readonly Element[]): PolicySources {
  const found = {scripts: [], styles: [], images: [], fonts: [], connections: []} as {
    [name in keyof PolicySources]: string[]
  }
  for (const element of elements) addSources(element, found)
  const once = (sources: readonly string[]) => [...new Set(sources)].sort()
  const {scripts, styles, images, fonts, connections} = found
  return {
    scripts: once(scripts),
    styles: once(styles),
    images: once(images),
    fonts: once(fonts),
    connections: once(connections),
  }
}

type Found = {readonly [name in keyof PolicySources]: string[]}

function addSources(element: Element, {scripts, styles, images, fonts, connections}: Found): void {
  const {tagName, properties} = element
  const host = originOf(tagName === 'link' ? properties.href : properties.src)
  if (tagName === 'script') {
    // A script that counts visits sends its counts to the host it comes from, or asks for a picture there.
    if (properties.src !== undefined) for (const list of [scripts, connections, images]) list.push(...host)
    else if (isRun(properties.type)) scripts.push(hashOf(element))
  }
  if (tagName === 'style') styles.push(hashOf(element))
  if (tagName === 'img') images.push(...host)
  if (tagName !== 'link') return
  const rels = [properties.rel ?? []].flat().map((rel) => String(rel).toLowerCase())
  const kind = String(properties.as ?? '').toLowerCase()
  if (rels.includes('stylesheet')) for (const list of [styles, fonts]) list.push(...host)
  if (rels.includes('modulepreload') || kind === 'script') scripts.push(...host)
  if (rels.includes('preconnect')) for (const list of [fonts, connections]) list.push(...host)
  if (kind === 'font') fonts.push(...host)
  if (kind === 'style') styles.push(...host)
  if (kind === 'image' || rels.some((rel) => rel.includes('icon'))) images.push(...host)
}

/** Data in a script element is not run, and no policy asks for it. */
function isRun(type: unknown): boolean {
  const name = String(type ?? '').toLowerCase()
  return /^(?:|module|importmap|speculationrules)$|(?:java|ecma)script/.test(name)
}

/** https://www.w3.org/TR/CSP3/#match-element-to-source-list: the hash of the text between the tags, as it is in the page. */
function hashOf({children}: Element): string {
  const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** The host of an address on another site; the site itself is allowed already. */
function originOf(address: unknown): readonly string[] {
  if (typeof address !== 'string') return []
  const whole = address.startsWith('//') ? `https:${address}` : address
  if (!/^https?:/i.test(whole) || !URL.canParse(whole)) return []
  return [new URL(whole).origin]
}
