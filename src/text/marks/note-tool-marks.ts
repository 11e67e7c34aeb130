import {collectLeftOut, type LeftOut} from './left-out.ts'
import {codeFence, codeSpan} from './template-syntax.ts'

/** Comments, which Obsidian does not show to readers: `%%not yet%%` in a line, or a block between two lines of `%%`. */
const comment = '(?<![\\w%])(%%)[\\s\\S]{0,50000}?%%'
/** If a comment is never closed, Obsidian shows nothing to the end of the text either. */
const openComment = '^[ \\t]{0,20}(%%)[ \\t]*\\n[\\s\\S]*'
/** This must not be a time, because transcripts have times in such brackets. */
const wikiLink = '(!?)\\[\\[(?![\\d:.,]+\\]\\])([^[\\]|\\n]{1,300})(?:\\\\?\\|([^[\\]\\n]{0,300}))?\\]\\]'
const highlight = '(?<![\\w=])==(?=[^\\s=])([^=\\n]{0,500}[^\\s=])==(?![\\w=])'
/** A callout of GitHub and Obsidian: its title, or else its kind, stands in bold above the text. */
const callout =
  '^((?:[ \\t]{0,3}>[ \\t]?){1,9})\\[!([A-Za-z][\\w-]{0,30})(?:\\|[^\\]\\n]{0,80})?\\][+-]?[ \\t]*([^\\n]{0,300})$'
/** `^a1b2c3` at the end of a line is the name of a paragraph. */
const blockName = '(?<=\\S)[ \\t]\\^[a-z\\d-]{4,40}(?=[ \\t]*$)'

const noteMarks = new RegExp(
  [codeFence, codeSpan, comment, openComment, wikiLink, highlight, callout, blockName].join('|'),
  'gm',
)
const mayHold = /%%|\[\[|==|>[ \t]?\[!|[ \t]\^/

/**
 * Markdown without the marks that are private to note tools (Obsidian, Logseq, Foam), as those show it to readers: comments are no
 * content, links to other notes are links to files, and what has no counterpart here is told. Every line keeps its number.
 */
export function readNoteMarks(markdown: string): {readonly text: string; readonly leftOut: readonly LeftOut[]} {
  if (!mayHold.test(markdown)) return {text: markdown, leftOut: []}
  const lost = collectLeftOut(markdown)
  const text = markdown.replace(noteMarks, (...groups: readonly unknown[]) => {
    const [match, , closed, open, embed, target, label, marked, quote, kind, title, offset] =
      groups as unknown as MarkGroups
    const blank = match.replace(/[^\n]+/g, '')
    if (match.startsWith('`') || /^ {0,3}(?:```|~~~)/.test(match)) return match
    if (closed !== undefined) return blank
    if (open !== undefined) {
      lost.add('a comment that is never closed', '%%', offset)
      return blank
    }
    if (target !== undefined) {
      const written = linkOrPicture(embed === '!', target.trim(), label?.trim())
      if (written === undefined) lost.add('a note that Obsidian would embed', match, offset)
      return written ?? ''
    }
    if (marked !== undefined) return `<mark>${marked}</mark>`
    if (kind !== undefined) return `${quote}**${(title ?? '').trim() === '' ? inWords(kind) : title?.trim()}**  `
    return ''
  })
  return {text, leftOut: lost.all()}
}

type MarkGroups = readonly [
  match: string,
  fence: string | undefined,
  closed: string | undefined,
  open: string | undefined,
  embed: string | undefined,
  target: string | undefined,
  label: string | undefined,
  marked: string | undefined,
  quote: string | undefined,
  kind: string | undefined,
  title: string | undefined,
  offset: number,
]

/** After the bar of a picture stands its width, and after the bar of a link its text. A note may have no ending: it is Markdown. */
function linkOrPicture(isEmbedded: boolean, target: string, label: string | undefined): string | undefined {
  const [file = '', section] = target.split('#')
  const isNote = !/\.[a-z]\w{1,4}$/i.test(file) || /\.md$/i.test(file)
  if (isEmbedded) {
    const text = label === undefined || /^\d+(?:x\d+)?$/.test(label) ? '' : label
    return isNote ? undefined : `![${escaped(text)}](<${file}>)`
  }
  const shown = label || [lastName(file), section?.replace(/^\^.*/, '')].filter(Boolean).join(' > ')
  if (file === '') return escaped(shown)
  const path = isNote && !/\.md$/i.test(file) ? `${file}.md` : file
  return `[${escaped(shown)}](<${path}${isNote && section !== undefined && !section.startsWith('^') ? `#${section}` : ''}>)`
}

function lastName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/i, '')
}

function escaped(text: string): string {
  return text.replace(/[[\]]/g, '\\$&')
}

/** `NOTE` and `note` are "Note", as GitHub writes it. */
function inWords(kind: string): string {
  const words = kind.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1).toLowerCase()
}
