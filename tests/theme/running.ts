import type {Element, ElementContent, Root, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'

function elementsOf(node: Root | RootContent): readonly Element[] {
  const below = 'children' in node ? node.children.flatMap(elementsOf) : []
  return node.type === 'element' ? [node, ...below] : below
}

/** A QR code: a picture of paths whose steps are numbers. Nothing an author writes is in it but its label. */
function isSquares({tagName, children}: Element): boolean {
  const isPath = (child: ElementContent) =>
    child.type === 'element' &&
    child.tagName === 'path' &&
    child.children.length === 0 &&
    Object.keys(child.properties).every((name) => name === 'd' || name === 'fill') &&
    /^[MmhvHVz\d\s,-]+$/.test(String(child.properties.d))
  return tagName === 'svg' && children.every(isPath)
}

/** What on a page would run, or lead to something that does. */
export function running(page: string): readonly string[] {
  return elementsOf(fromHtml(page)).flatMap((element) => {
    const {tagName, properties} = element
    const isOurs = /\/?assets\/(?:player|search|transcript)\.js$/.test(String(properties.src ?? ''))
    const isData = properties.type === 'application/ld+json'
    const wrong = Object.entries(properties).filter(
      ([name, value]) =>
        /^on[A-Z]|^srcDoc$/.test(name) ||
        (/^(?:href|src|action|data)$/.test(name) && /^\s*(?:javascript|data:text)/i.test(String(value))),
    )
    const isForeign = ['iframe', 'object', 'embed', 'base', 'style', 'form', 'svg', 'math'].includes(tagName)
    if (tagName === 'script' && !isOurs && !isData) return ['script']
    return [...(isForeign && !isSquares(element) ? [tagName] : []), ...wrong.map(([name]) => name)]
  })
}
