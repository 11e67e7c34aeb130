declare const brand: unique symbol
/** HTML that is safe to put into a page: made by `html`, or declared safe with `trustedHtml`. */
export type Html = {readonly html: string; readonly [brand]: true}

/** What may stand in an `html` template. Text is escaped; nothing is written for `undefined` and `false`. */
export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[]

const references: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

/** Text for an element or an attribute in double quotes. An apostrophe is harmless in both, and every other sentence has one. */
export function escapeHtml(text: string): string {
  return needsEscaping(text) ? text.replace(/[&<>"]/g, (character) => references[character] ?? '') : text
}

/** Most texts hold none of them. To look for four rare characters one by one is the fastest way to see that. */
function needsEscaping(text: string): boolean {
  return text.includes('&') || text.includes('<') || text.includes('>') || text.includes('"')
}

/** Declares that HTML is safe. A review must look at every use. */
export function trustedHtml(html: string): Html {
  return {html} as Html
}

/**
 * A template whose values are escaped, so that nobody can forget it. Attributes stand in double quotes: `` html`<a
 * href="${url}">${title}</a>` ``. Lists are written one entry after the other, without commas.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? ''
  for (let index = 0; index < values.length; index += 1) text += formatValue(values[index]) + strings[index + 1]
  return trustedHtml(text)
}

function formatValue(value: HtmlValue): string {
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if (value === undefined || value === false) return ''
  if ('html' in value) return value.html
  let text = ''
  for (const each of value) text += formatValue(each)
  return text
}
