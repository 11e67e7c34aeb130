import {diff3Merge} from 'node-diff3'

export type Merged = {readonly text: string; readonly conflicts: number}

/** Marks as git writes them (https://git-scm.com/docs/git-merge#_how_conflicts_are_presented). */
const marks = {mine: '<<<<<<< yours', between: '=======', theirs: '>>>>>>> source'}

/** Three lists of pieces (lines, paragraphs) as one: what only one side changed is as that side has it. */
export function mergePieces(
  mine: readonly string[],
  base: readonly string[],
  theirs: readonly string[],
  separator: string,
): Merged {
  let conflicts = 0
  const pieces = diff3Merge([...mine], [...base], [...theirs], {excludeFalseConflicts: true}).flatMap((region) => {
    if (region.ok !== undefined) return region.ok
    if (region.conflict === undefined) return []
    conflicts += 1
    const sides = [marks.mine, ...region.conflict.a, marks.between, ...region.conflict.b, marks.theirs]
    return [sides.join('\n')]
  })
  return {text: pieces.join(separator), conflicts}
}
