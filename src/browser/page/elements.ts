/** The first element that a selector finds. */
export function select<Kind extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Kind | null {
  return within.querySelector<Kind>(selector)
}

/** All elements that a selector finds. */
export function selectAll<Kind extends Element = HTMLElement>(selector: string, within: ParentNode = document): Kind[] {
  return [...within.querySelectorAll<Kind>(selector)]
}

type Attributes = Readonly<Record<string, string | number>>

/** A new element. Texts go in as text and never as HTML. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.append(...children)
  return element
}

/** A round button of the player. A sign alone needs the label. */
export function toolButton(name: string, label: string, sign = ''): HTMLButtonElement {
  return make('button', {type: 'button', class: `tool ${name}`, 'aria-label': label, title: label}, sign)
}

/** What the event was sent to. Listeners hear of events of elements only, but for `window` itself. */
export function elementOf({target}: Event): Element | undefined {
  return target instanceof Element ? target : undefined
}

/** Whether a click or a key means something else: a link in a new tab, a command of the browser. */
export function isModified({ctrlKey, metaKey, altKey}: KeyboardEvent | MouseEvent): boolean {
  return ctrlKey || metaKey || altKey
}

/** Whether the key goes into a field. */
export function isTyped(event: KeyboardEvent): boolean {
  return elementOf(event)?.closest('input, select, textarea, [contenteditable]') != null
}
