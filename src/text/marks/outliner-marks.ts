import {collectLeftOut, type LeftOut} from './left-out.ts'
import {codeFence, codeSpan} from './template-syntax.ts'

/** Queries of Obsidian (Dataview, Tasks, Bases) and Logseq. Readers of a note see the results, and never the query. */
const query = /^ {0,3}(?:`{3,}|~{3,})[ \t]*(?:dataview|dataviewjs|tasks|query|base)[ \t]*\n/
const inlineQuery = '`(\\$?=) ?(?:this|dv)\\.[^`\\n]{1,300}`'
/** What Logseq keeps in the text about a block: when somebody worked on it, and its own properties. */
const drawer = '^[ \\t]*(?:[-*] )?(:LOGBOOK:)[ \\t]*\\n[\\s\\S]{0,5000}?^[ \\t]*:END:[ \\t]*$'
const property =
  '^[ \\t]*(?:[-*][ \\t]+)?(id|collapsed|created-at|updated-at|logseq\\.[\\w.-]{1,60}|background-color|card-[\\w-]{1,40}|query-[\\w-]{1,40}|template|template-including-parent|exclude-from-graph-view|ls-type|hl-[\\w-]{1,40}):: [^\\n]*$'
const blockReference = '(\\(\\()[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}\\)\\)'
const highlight = '\\^\\^(?=[^\\s^])([^^\\n]{0,500}[^\\s^])\\^\\^'

const outlinerMarks = new RegExp(
  [codeFence, inlineQuery, codeSpan, drawer, property, blockReference, highlight].join('|'),
  'gm',
)
const mayHold = /::|:LOGBOOK:|\(\(|\^\^|`\$?= ?(?:this|dv)\.|(?:```|~~~)[ \t]*(?:dataview|tasks|query|base)/
/** Properties of the whole page stand at its top, a line each. */
const pageProperties = /^\s*(?:[\w-]{1,40}:: [^\n]*\n)+(?=\s*\n|[-*] |$)/

/** Markdown without what outliners (Logseq, Roam) and queries of note tools put into it. Every line keeps its number. */
export function readOutlinerMarks(markdown: string): {readonly text: string; readonly leftOut: readonly LeftOut[]} {
  if (!mayHold.test(markdown)) return {text: markdown, leftOut: []}
  const lost = collectLeftOut(markdown)
  const body = markdown.replace(pageProperties, blank)
  const text = body.replace(outlinerMarks, (...groups: readonly unknown[]) => {
    const [match, fence, inline, logbook, own, reference, marked, offset] = groups as unknown as MarkGroups
    if (marked !== undefined) return `<mark>${marked}</mark>`
    if (logbook !== undefined || own !== undefined) return blank(match)
    if (inline !== undefined || (fence !== undefined && query.test(match)))
      lost.add('a query of a note tool', match.trim(), offset)
    else if (reference !== undefined) lost.add('a block of another note', match, offset)
    else return match
    return blank(match)
  })
  return {text, leftOut: lost.all()}
}

type MarkGroups = readonly [
  match: string,
  fence: string | undefined,
  inline: string | undefined,
  logbook: string | undefined,
  own: string | undefined,
  reference: string | undefined,
  marked: string | undefined,
  offset: number,
]

function blank(text: string): string {
  return text.replace(/[^\n]+/g, '')
}
