const codeFence = '^ {0,3}(`{3,}|~{3,})[^\\n]*\\n[\\s\\S]*?(?:\\n {0,3}\\1[^\\n]*$|(?![\\s\\S]))'
const codeSpan = '`[^`\\n]+`'
/** A link definition to a Liquid expression becomes one to nothing, so that `[show notes][episode]` stays readable text. */
const liquidDefinition =
  '^(?:\\{%[^%\\n]{0,500}%\\}[ \\t]*)?(\\[[^\\]\\n]{1,200}\\]:)[ \\t]*\\{\\{[^{}\\n]{0,500}\\}\\}[ \\t]*$'
const liquid = '\\{%[^%]{0,2000}%\\}|\\{\\{[^{}]{0,2000}\\}\\}'
/** kramdown replaces the list item before `{:toc}` by a table of contents. */
const kramdown = '^(?:[*+-]|1\\.) [^\\n]*\\n\\{:toc[^}\\n]{0,200}\\}|^\\{::?[^}\\n]{0,200}\\}[ \\t]*$'
const attributes = '(?:\\s+[:@#\\w][\\w:@.#-]*(?:=(?:"[^"]{0,4000}"|\'[^\']{0,4000}\'))?){0,40}'
/** VuePress: a self-closing PascalCase tag, or any self-closing tag with a bound attribute. No HTML element is written so. */
const component = `<[A-Z][a-z0-9]+[A-Z]\\w*${attributes}\\s*/>|<[a-z]\\w*-[\\w-]*${attributes}\\s*/>`

const templateSyntax = new RegExp([codeFence, codeSpan, liquidDefinition, liquid, kramdown, component].join('|'), 'gm')
const mayHold = /\{[%{:]|<[A-Z][a-z]|<[a-z]\w*-/

/**
 * Markdown without what another site generator would have replaced: Liquid (`{% … %}`, `{{ … }}`), kramdown attributes
 * (`{:toc}`) and Vue components. Published as they stand they would be read by listeners. Line breaks stay, so every line
 * keeps its number; code is not touched.
 */
export function stripTemplateSyntax(markdown: string): string {
  if (!(markdown.includes('{') || markdown.includes('<')) || !mayHold.test(markdown)) return markdown
  return markdown.replace(templateSyntax, (match, _fence: string | undefined, definition: string | undefined) => {
    if (match.startsWith('`') || /^ {0,3}(?:```|~~~)/.test(match)) return match
    const blank = match.replace(/[^\n]+/g, '')
    return definition === undefined ? blank : `${definition} <>${blank}`
  })
}
