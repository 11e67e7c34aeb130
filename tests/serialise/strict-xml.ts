import {SaxesParser} from 'saxes'

/** An element with its namespace resolved: `{uri}name`, as a parser that goes by namespaces sees it. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Parses XML strictly, with namespaces; throws at whatever is not well-formed. */
export function parseStrictly(xml: string): Element {
  const root: Element = {name: '', attributes: {}, children: [], text: ''}
  const open: Element[] = [root]
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({uri, local, attributes}) => {
    const values = Object.entries(attributes).map(([name, {value}]) => [name, value] as const)
    const element: Element = {
      name: uri === '' ? local : `{${uri}}${local}`,
      attributes: Object.fromEntries(values),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const add = (text: string) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  const [top] = root.children
  if (top === undefined) throw new Error('no root element')
  return top
}

export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name)
}

export function textsOf(element: Element, name: string): readonly string[] {
  return childrenOf(element, name).map(({text}) => text)
}
