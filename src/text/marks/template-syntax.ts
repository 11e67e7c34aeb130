import {collectLeftOut, type LeftOut, type LeftOutKind} from './left-out.ts'
import {resolveTemplate, type SiteOfTemplates} from './template-values.ts'

/** Code in Markdown. Nothing in it means anything to another tool. In an expression, it stands before all other alternatives. */
export const codeFence = '^ {0,3}(`{3,}|~{3,})[^\\n]*\\n[\\s\\S]*?(?:\\n {0,3}\\1[^\\n]*$|(?![\\s\\S]))'
export const codeSpan = '`[^`\\n]+`'
/** A link definition to a Liquid expression becomes one to nothing, so that `[show notes][episode]` stays readable text. */
const liquidDefinition =
  '^(?:\\{%[^%\\n]{0,500}%\\}[ \\t]*)?(\\[[^\\]\\n]{1,200}\\]:)[ \\t]*\\{\\{[^{}\\n]{0,500}\\}\\}[ \\t]*$'
/** To the tool, what stands between these two is no content, whatever it says. */
const comments =
  '\\{%-?\\s{0,20}comment\\s{0,20}-?%\\}[\\s\\S]{0,20000}?\\{%-?\\s{0,20}endcomment\\s{0,20}-?%\\}' +
  '|\\{::comment\\}[\\s\\S]{0,20000}?\\{:/(?:comment)?\\}' +
  '|\\{\\{[<%]?/\\*[\\s\\S]{0,5000}?\\*/[>%]?\\}\\}|\\{/\\*[\\s\\S]{0,5000}?\\*/\\}|\\{#(?=\\s)[\\s\\S]{0,5000}?#\\}'
const liquid = '\\{%[^%]{0,2000}%\\}|\\{\\{[^{}]{0,2000}\\}\\}'
/** kramdown replaces the list item before `{:toc}` by a table of contents; other attributes follow what they belong to. */
const kramdown =
  '^(?:[*+-]|1\\.) [^\\n]*\\n\\{:toc[^}\\n]{0,200}\\}|^\\{::?[^}\\n]{0,200}\\}[ \\t]*$|\\{:[ \\t]*[#.\\w][^{}\\n]{0,200}\\}'
/** Pandoc's, behind a link or at the end of a heading. */
const pandoc =
  '(?<=[\\])])\\{(?:[#.][\\w-]{1,80}|[\\w-]{1,40}=(?:"[^"\\n]{0,200}"|[^\\s"{}]{1,80})|[ \\t]){1,20}\\}|(?<=^#{1,6} [^\\n]{1,200}?)[ \\t]\\{[#.][\\w-]{1,80}(?: [.#][\\w-]{1,80}){0,9}\\}(?=[ \\t]*$)'
/** MDX: what a page takes from modules, and what it offers as one. Such a block ends at an empty line. */
const moduleLines =
  '^import[ \\t]+(?:[\\w*{][^;\'"]{0,1000}?[ \\t}]from[ \\t]+)?(?:"[^"\\n]{1,500}"|\'[^\'\\n]{1,500}\');?[ \\t]*$' +
  '|^export[ \\t]+(?:const|let|var|function|async|default|\\{)(?:[^\\n]+\\n?)+'
const attributes =
  '(?:\\s+[:@#\\w][\\w:@.#-]*(?:=(?:"[^"]{0,4000}"|\'[^\']{0,4000}\'|\\{[^\\n]{0,400}?\\}(?=[\\s/])))?){0,40}'
/**
 * VuePress and MDX: a self-closing PascalCase tag, one with a value in braces, or any self-closing tag with a hyphen. No HTML element is
 * written so.
 */
const component = `<[A-Z]\\w*(?=\\s[^<>\\n]{0,200}=\\{)${attributes}\\s*/>|<[A-Z][a-z0-9]+[A-Z]\\w*${attributes}\\s*/>|<[a-z]\\w*-[\\w-]*${attributes}\\s*/>`

const templateSyntax = new RegExp(
  [codeFence, codeSpan, liquidDefinition, comments, liquid, kramdown, pandoc, moduleLines, component].join('|'),
  'gm',
)
const mayHoldModuleLines = /^(?:import|export)[ \t]/m
const mayHold = /\{[%{:#./]|[\])]\{|<[A-Z][a-z]|<[a-z]\w*-/

/**
 * Markdown without what another site generator would have replaced: Liquid (`{% … %}`, `{{ … }}`), shortcodes of Hugo, kramdown
 * attributes (`{:toc}`) and Vue components. Published as they stand they would be read by listeners. What is certain replaces them,
 * and what is lost is told. Line breaks stay, so every line keeps its number; code is not touched.
 */
export function stripTemplateSyntax(
  markdown: string,
  site: SiteOfTemplates = {},
): {readonly text: string; readonly leftOut: readonly LeftOut[]} {
  const isCode = (markdown.includes('import') || markdown.includes('export')) && mayHoldModuleLines.test(markdown)
  if (!isCode && (!(markdown.includes('{') || markdown.includes('<')) || !mayHold.test(markdown)))
    return {text: markdown, leftOut: []}
  const lost = collectLeftOut(markdown)
  const text = markdown.replace(templateSyntax, (match, _fence: unknown, definition: unknown, offset: number) => {
    if (match.startsWith('`') || /^ {0,3}(?:```|~~~)/.test(match)) return match
    const blank = match.replace(/[^\n]+/g, '')
    if (typeof definition === 'string') return `${definition} <>${blank}`
    const value = resolveTemplate(match, site)
    if (value !== undefined) return value + blank
    const kind = kindOf(match)
    if (kind !== undefined) lost.add(kind, match.trim(), offset)
    return blank
  })
  return {text, leftOut: lost.all()}
}

/** Comments and attributes are not reported: without them the text says the same. */
function kindOf(match: string): LeftOutKind | undefined {
  if (/^(?:\{%-?\s*comment|\{::comment|\{\{[<%]?\/\*|\{\/\*|\{#\s)/.test(match)) return undefined
  if (/^\{\{[<%]/.test(match)) return 'a shortcode of Hugo'
  if (match.startsWith('{%')) return 'a Liquid tag'
  if (match.startsWith('{{')) return 'a value of a template'
  return match.startsWith('<') ? 'a component of a page' : undefined
}
