import type {Element, ElementContent, RootContent} from 'hast'
import {present} from '../../model/present.ts'
import type {NotesContext} from './notes-context.ts'
import {blockElements, droppedElements, unseenElements, voidElements} from './notes-elements.ts'

type Nodes = readonly ElementContent[]
type Rewrite = (element: Element, children: ElementContent[], context: NotesContext) => ElementContent[]

/**
 * The tree of the author's HTML, with checked addresses. What the allow-list lacks gets a fitting form: an embed becomes a link,
 * a picture becomes its text, and a row of a table becomes a line. The schema decides in the end what is allowed, and not this
 * code.
 */
export function rewriteElements(nodes: readonly RootContent[], context: NotesContext): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node]
    return node.type === 'element' ? rewriteElement(node, context) : []
  })
}

function rewriteElement(element: Element, context: NotesContext): ElementContent[] {
  const name = element.tagName
  if (name === 'iframe') return linkToEmbed(element, context)
  if (droppedElements.has(name)) {
    if (!unseenElements.has(name))
      context.report('html-removed', `The <${name}> is left out of the notes: they carry text only`, hintFor(name))
    return []
  }
  const children = rewriteElements(element.children, context)
  const rewrite = rewrites.get(name)
  if (rewrite !== undefined) return rewrite(element, children, context)
  // A paragraph or a list item that lost its picture would be a gap, so it goes. Cells stay, because the other cells would move.
  if (children.every(isBlank) && !standsEmpty.has(name)) return children
  if (context.allowed.elements.has(name)) return [{...element, children}]
  return blockElements.has(name) ? asParagraph(children) : children
}

/** A player in the text is often all that an article says of its recording. */
function hintFor(name: string): string | undefined {
  if (name !== 'audio' && name !== 'video') return undefined
  return `If it plays the episode, give its address in the front matter, so that apps download it: ${name}: https://media.example.org/1.${name === 'audio' ? 'mp3' : 'mp4'}`
}

const standsEmpty: ReadonlySet<string> = new Set([...voidElements, 'td', 'th'])

const rewrites: ReadonlyMap<string, Rewrite> = new Map<string, Rewrite>([
  ['a', rewriteLink],
  ['img', rewriteImage],
  ['pre', rewritePreformatted],
  ['tr', rewriteRow],
  ...[1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, rewriteHeading(level)] as const),
])

function rewriteLink({properties}: Element, children: ElementContent[], context: NotesContext): ElementContent[] {
  const {href, title, id} = properties
  const address = typeof href === 'string' ? context.link(href) : undefined
  if (address === undefined || children.every(isBlank)) return children
  const kept = present({
    href: address,
    title: typeof title === 'string' ? title : undefined,
    id: typeof id === 'string' ? id : undefined,
  })
  return [{type: 'element', tagName: 'a', properties: kept, children}]
}

function rewriteImage({properties}: Element, _children: ElementContent[], context: NotesContext): ElementContent[] {
  const {src} = properties
  const alt = typeof properties.alt === 'string' ? properties.alt : ''
  const shown = context.allowed.elements.has('img') && typeof src === 'string'
  const address = shown ? context.imageLink(src) : undefined
  if (address === undefined) return alt === '' ? [] : [text(alt)]
  const kept = {...properties, src: address, alt, loading: 'lazy', decoding: 'async'}
  return [{type: 'element', tagName: 'img', properties: kept, children: []}]
}

/** The parser drops a line break after `<pre>`. Without this, each reading of the notes would lose one more. */
function rewritePreformatted(element: Element, children: ElementContent[]): ElementContent[] {
  const [first, ...others] = children
  if (first?.type !== 'text') return [{...element, children}]
  return [{...element, children: [text(first.value.replace(/^\n+/, '')), ...others]}]
}

function rewriteRow(element: Element, children: ElementContent[], {allowed}: NotesContext): ElementContent[] {
  if (allowed.elements.has('tr')) return [{...element, children}]
  // The cells have become paragraphs by now. In one line, they need something between them.
  const cells = children
    .filter((child) => !isBlank(child))
    .map((child) => (isParagraph(child) ? child.children : [child]))
  const line = cells.flatMap((cell, index) => (index === 0 ? cell : [text(' | '), ...cell]))
  return asParagraph(line)
}

function rewriteHeading(level: number): Rewrite {
  return (element, children, {allowed}) => {
    const moved = Math.min(Math.max(level, allowed.highestHeading), allowed.lowestHeading)
    return children.every(isBlank) ? [] : [{...element, tagName: `h${moved}`, children}]
  }
}

function linkToEmbed({properties}: Element, context: NotesContext): ElementContent[] {
  const {src, title} = properties
  const address = typeof src === 'string' ? context.link(src) : undefined
  if (address === undefined || !/^https?:/.test(address)) return []
  context.report('embed-linked', `The page embedded from ${new URL(address).host} is published as a link`)
  const label = typeof title === 'string' && title.trim() !== '' ? title : new URL(address).host
  return asParagraph([{type: 'element', tagName: 'a', properties: {href: address}, children: [text(label)]}])
}

function asParagraph(children: ElementContent[]): ElementContent[] {
  if (children.every(isBlank) || children.some(isBlock)) return children
  return [{type: 'element', tagName: 'p', properties: {}, children}]
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && (blockElements.has(node.tagName) || hasBlock(node.children))
}

function hasBlock(nodes: Nodes): boolean {
  return nodes.some(isBlock)
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

function isParagraph(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'p'
}

function text(value: string): ElementContent {
  return {type: 'text', value}
}
