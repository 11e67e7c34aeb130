import {diff3Merge} from 'node-diff3'

export type Merged = {
  readonly text: string
  /** How many places both sides have changed. They stand in the text with marks, or as the author has them where a rule says who is right. */
  readonly conflicts: number
}

/** Marks as git writes them (https://git-scm.com/docs/git-merge#_how_conflicts_are_presented). */
const marks = {mine: '<<<<<<< yours', between: '=======', theirs: '>>>>>>> source'}

/** What becomes of a place that both sides have changed. */
export type OnConflict = 'marks' | 'mine'

/** Merges three lists of pieces (lines, paragraphs). If only one side changed a piece, that side counts. */
export function mergePieces(
  [mine, base, theirs]: readonly [readonly string[], readonly string[], readonly string[]],
  onConflict: OnConflict,
): Merged {
  let conflicts = 0
  const pieces = diff3Merge([...mine], [...base], [...theirs], {excludeFalseConflicts: true}).flatMap((region) => {
    if (region.ok !== undefined) return region.ok
    if (region.conflict === undefined) return []
    conflicts += 1
    const {a, b} = region.conflict
    return onConflict === 'mine' ? a : [[marks.mine, ...a, marks.between, ...b, marks.theirs].join('\n')]
  })
  return {text: pieces.join('\n'), conflicts}
}
