import type {NotesBlock} from '../../model/episode.ts'
import type {Problem} from '../../model/problem.ts'
import {withoutIllegalXml} from '../../text/markup/xml-characters.ts'
import {type HeadingIds, headingIds} from './heading-ids.ts'
import {type NotesOptions, notesContext} from './notes-context.ts'
import {markdownHtml} from './notes-markdown.ts'
import {notesRuns} from './notes-raw-html.ts'
import {sanitise} from './sanitise.ts'

export type RenderedNotes = {readonly html: string; readonly problems: readonly Problem[]}

/** What all blocks of the notes have in common. */
type Shared = {readonly found: Map<string, Problem>; readonly headings: HeadingIds}

/**
 * Show notes as allow-listed HTML with absolute links, for feeds or for the episode's page. Only what the author wrote as HTML
 * is parsed as HTML. Gives `html-removed`, `embed-linked`, `link-unsafe`, `link-unreadable` and `html-too-complex`, at the line of
 * the block.
 */
export function renderNotes(notes: readonly NotesBlock[], options: NotesOptions): RenderedNotes {
  const shared = {found: new Map<string, Problem>(), headings: headingIds(notes)}
  const html = notesRuns(notes)
    .map(({blocks, raw}) =>
      raw ? htmlRun(blocks, options, shared) : blocks.map((block) => markdownBlock(block, options, shared)).join(''),
    )
    .join('')
  return {html: html.trimEnd(), problems: [...shared.found.values()]}
}

function markdownBlock({token, line}: NotesBlock, options: NotesOptions, {found, headings}: Shared): string {
  // `rawHtml` comes last, here and below, so that no member of the context can ever turn it on.
  return withoutIllegalXml(markdownHtml([token], {...notesContext(options, line, found, headings), rawHtml: false}))
}

function htmlRun(blocks: readonly NotesBlock[], options: NotesOptions, {found, headings}: Shared): string {
  const context = notesContext(options, blocks[0]?.line ?? 1, found, headings)
  const tokens = blocks.map(({token}) => token)
  return sanitise(markdownHtml(tokens, {...context, rawHtml: true}), context)
}
