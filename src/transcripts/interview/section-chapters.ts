import type {Chapter} from '../../model/chapter.ts'
import {present} from '../../model/present.ts'
import type {Transcript} from '../../model/transcript.ts'
import {isNoPerson} from '../speakers/speaker-labels.ts'

/** One or two headings divide a text, but not an episode. */
const fewestSections = 3
const opensOrCloses = /^(?:cold )?(?:intro|outro)$/i

/**
 * The headings of a transcript as chapters, if three or more have a time. The time is their own (`## [00:04:28] Adam's Triumph`),
 * or the time of the speech directly below. Breaks and jingles are no chapters, since `**Break:**` stands in a transcript many
 * times.
 */
export function sectionChapters({parts}: Transcript): readonly Chapter[] {
  const chapters = parts.flatMap((part, index) => {
    if (part.kind !== 'section' || (isNoPerson(part.title) && !opensOrCloses.test(part.title))) return []
    const startInSeconds = part.startInSeconds ?? startBelow(parts, index)
    return startInSeconds === undefined ? [] : [{startInSeconds, title: part.title, ...present({line: part.line})}]
  })
  return chapters.length < fewestSections ? [] : chapters
}

/** The next time further down may be minutes later, and an estimate may be wrong by minutes. Neither is the start of the section. */
function startBelow(parts: Transcript['parts'], sectionIndex: number): number | undefined {
  let index = sectionIndex + 1
  while (parts[index]?.kind === 'note') index += 1
  const part = parts[index]
  const cue = part?.kind === 'turn' ? part.cues[0] : undefined
  return cue?.timing === 'estimated' ? undefined : cue?.startInSeconds
}
