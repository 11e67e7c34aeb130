import type {NotesBlock} from '../../model/episode.ts'
import type {Problem} from '../../model/problem.ts'
import {withoutIllegalXml} from '../../text/markup/xml-characters.ts'
import {headingIds} from './heading-ids.ts'
import {type NotesOptions, type NotesPlace, notesContext} from './notes-context.ts'
import {type MarkdownContext, markdownHtml} from './notes-markdown.ts'
import {notesRuns} from './notes-raw-html.ts'
import {sanitise} from './sanitise.ts'

export type RenderedNotes = {readonly html: string; readonly problems: readonly Problem[]}

/**
 * Show notes as allow-listed HTML with absolute links, for feeds or for the episode's page. Only what the author wrote as HTML
 * is parsed as HTML. Gives `html-removed`, `embed-linked`, `link-unsafe`, `link-unreadable` and `html-too-complex`, at the line of
 * the block.
 */
export function renderNotes(notes: readonly NotesBlock[], options: NotesOptions): RenderedNotes {
  const found = new Map<string, Problem>()
  const place: NotesPlace = {line: 1}
  const context = notesContext(options, place, found, headingIds(notes))
  const {allowed, ...rest} = context
  // `rawHtml` comes last, so that no member of the context can ever turn it on.
  const ofMarkdown: MarkdownContext = {allowed, ...rest, rawHtml: false}
  const ofHtml: MarkdownContext = {allowed, ...rest, rawHtml: true}
  const blockHtml = ({token, line}: NotesBlock): string => {
    place.line = line
    return withoutIllegalXml(markdownHtml([token], ofMarkdown))
  }
  const runHtml = (blocks: readonly NotesBlock[]): string => {
    place.line = blocks[0]?.line ?? 1
    const tokens = blocks.map(({token}) => token)
    return sanitise(markdownHtml(tokens, ofHtml), context)
  }
  const html = notesRuns(notes)
    .map(({blocks, raw}) => (raw ? runHtml(blocks) : blocks.map(blockHtml).join('')))
    .join('')
  return {html: html.trimEnd(), problems: [...found.values()]}
}
