import {withoutIllegalXml} from './xml-characters.ts'

export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>

/** HTML that travels inside XML as it is. Apple's guide asks for CDATA where markup is present. */
export type CData = {readonly cdata: string}

/** XML as data. Nobody in the program concatenates tags: only this file escapes. */
export type XmlElement = {
  readonly name: string
  readonly attributes: XmlAttributes
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | CData | string

/**
 * An element. Attributes that are `undefined` are left out. Adjacent texts need no care, because they are escaped when they are
 * written.
 */
export function xml(name: string, attributes: XmlAttributes = {}, ...children: readonly XmlNode[]): XmlElement {
  return {name, attributes, children}
}

export function cdata(html: string): CData {
  return {cdata: html}
}

/**
 * Text content. Numeric references, not `&amp;` and `&lt;`: readers that take an RSS title for HTML decode those twice
 * (RSS Best Practices Profile). `>` is escaped so that `]]>` cannot occur.
 */
function escapeXmlText(text: string): string {
  const legal = withoutIllegalXml(text)
  if (!/[&<>\r]/.test(legal)) return legal
  return legal.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;').replaceAll('>', '&#x3E;').replaceAll('\r', '&#xD;')
}

/** Attribute values: a parser turns a literal tab or line break into a blank (XML 1.0, 3.3.3), so they are references. */
function escapeXmlAttribute(text: string): string {
  const legal = withoutIllegalXml(text)
  if (!/[&<>"\t\n\r]/.test(legal)) return legal
  return legal
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
}

/** A CDATA section cannot hold `]]>`: it is closed and opened again in the middle. */
function formatCData(html: string): string {
  return `<![CDATA[${withoutIllegalXml(html).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

export function formatAttributes(attributes: XmlAttributes): string {
  let text = ''
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined) text += ` ${name}="${escapeXmlAttribute(String(value))}"`
  }
  return text
}

function formatNode(node: XmlNode, indent: string): string {
  if (typeof node === 'string') return escapeXmlText(node)
  if ('cdata' in node) return formatCData(node.cdata)
  return formatXml(node, indent)
}

function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string' && 'name' in node
}

/**
 * An element as text. Elements that hold only elements are laid out over lines. Nothing is added inside an element that has text,
 * because white space there is content: some apps show a line break in a title.
 */
export function formatXml(element: XmlElement, indent = ''): string {
  const start = `<${element.name}${formatAttributes(element.attributes)}`
  if (element.children.length === 0) return `${start}/>`
  const isLaidOut = element.children.every(isElement)
  const inner = isLaidOut ? `${indent}  ` : ''
  let content = ''
  for (const each of element.children)
    content += isLaidOut ? `\n${inner}${formatNode(each, inner)}` : formatNode(each, '')
  return `${start}>${content}${isLaidOut ? `\n${indent}` : ''}</${element.name}>`
}
