import type {Token} from 'marked'
import type {Problem} from '../model/problem.ts'
import {withoutIllegalXml} from '../text/xml-characters.ts'
import {type NotesContext, type NotesOptions, notesContext} from './notes-context.ts'
import {markdownHtml} from './notes-markdown.ts'
import {notesRuns} from './notes-raw-html.ts'
import {sanitise} from './sanitise.ts'

export type RenderedNotes = {readonly html: string; readonly problems: readonly Problem[]}

/**
 * Show notes as allow-listed HTML with absolute links, for feeds or for the episode's page. Only what the author wrote as HTML
 * is parsed as HTML. Gives `html-removed`, `embed-linked`, `link-unsafe`, `link-unreadable` and `html-too-complex`.
 */
export function renderNotes(tokens: readonly Token[], options: NotesOptions): RenderedNotes {
  const context = notesContext(options)
  const html = notesRuns(tokens)
    .map(({blocks, raw}) => (raw ? sanitise(markdownWithHtml(blocks, context), context) : markdown(blocks, context)))
    .join('')
  return {html: html.trimEnd(), problems: context.problems()}
}

function markdown(blocks: readonly Token[], context: NotesContext): string {
  return withoutIllegalXml(markdownHtml(blocks, {...context, rawHtml: false}))
}

function markdownWithHtml(blocks: readonly Token[], context: NotesContext): string {
  return markdownHtml(blocks, {...context, rawHtml: true})
}
