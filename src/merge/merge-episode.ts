import {type MergedFields, mergeFields} from './merge-fields.ts'
import {mergePieces} from './merge-lines.ts'
import type {MergeRule} from './merge-rule.ts'

/**
 * Three versions of an episode's file, merged by field and by paragraph: the author's, the one both began with, the new one of the
 * source. What cannot be decided stands in the text as git shows it; with a `rule` it is as the author has it.
 */
export function mergeEpisode(mine: string, base: string, theirs: string, rule?: MergeRule): MergedFields {
  if (mine === theirs || (theirs === base && rule === undefined)) return {text: mine, conflicts: 0, overruled: []}
  if (mine === base) return {text: theirs, conflicts: 0, overruled: []}
  const [ours, common, others] = [partsOf(mine), partsOf(base), partsOf(theirs)]
  const onConflict = rule === undefined ? 'marks' : 'mine'
  // If not all three have the fences of front matter, only the lines can be merged.
  if (ours === undefined || common === undefined || others === undefined) {
    return {...mergePieces([mine.split('\n'), base.split('\n'), theirs.split('\n')], onConflict), overruled: []}
  }
  const head = mergeFields(ours.head, common.head, others.head, rule)
  const bodies = [paragraphs(ours.body), paragraphs(common.body), paragraphs(others.body)] as const
  const body = mergePieces(bodies, onConflict)
  // Where no paragraph is another one, the author's empty lines stay as well.
  const merged = body.text.trimEnd()
  const isMine = merged === paragraphs(ours.body).join('\n').trimEnd()
  const text = isMine ? ours.body.replaceAll('\r\n', '\n') : merged === '' ? '' : `\n${merged}\n`
  return {text: `---\n${head.text}---\n${text}`, conflicts: head.conflicts + body.conflicts, overruled: head.overruled}
}

function partsOf(text: string): {readonly head: string; readonly body: string} | undefined {
  const match = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)$/m.exec(text)
  return match === null ? undefined : {head: (match[1] ?? '').replaceAll('\r\n', '\n'), body: match[2] ?? ''}
}

/** The empty line after a paragraph is a piece of its own. So changes of two neighbouring paragraphs are no conflict. */
function paragraphs(body: string): readonly string[] {
  return body
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/)
    .filter((each) => each !== '')
    .flatMap((each) => [each, ''])
}
