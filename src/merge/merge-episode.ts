import {mergeFields} from './merge-fields.ts'
import {type Merged, mergePieces} from './merge-lines.ts'

/**
 * Three versions of an episode's file, merged by field and by paragraph: the author's, the one both began with, the new one of the
 * source. What cannot be decided stands in the text as git shows it.
 */
export function mergeEpisode(mine: string, base: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return {text: mine, conflicts: 0}
  if (mine === base) return {text: theirs, conflicts: 0}
  const [ours, common, others] = [partsOf(mine), partsOf(base), partsOf(theirs)]
  // Without the fences that all three have to share, lines are what is left to go by.
  if (ours === undefined || common === undefined || others === undefined) {
    return mergePieces(mine.split('\n'), base.split('\n'), theirs.split('\n'), '\n')
  }
  const head = mergeFields(ours.head, common.head, others.head)
  const body = mergePieces(paragraphs(ours.body), paragraphs(common.body), paragraphs(others.body), '\n')
  const text = body.text === '' ? '' : `\n${body.text.trimEnd()}\n`
  return {text: `---\n${head.text}---\n${text}`, conflicts: head.conflicts + body.conflicts}
}

function partsOf(text: string): {readonly head: string; readonly body: string} | undefined {
  const match = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)$/m.exec(text)
  return match === null ? undefined : {head: (match[1] ?? '').replaceAll('\r\n', '\n'), body: match[2] ?? ''}
}

/** The empty line behind a paragraph is a piece of its own: changes of two neighbours then are no conflict. */
function paragraphs(body: string): readonly string[] {
  return body
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/)
    .filter((each) => each !== '')
    .flatMap((each) => [each, ''])
}
