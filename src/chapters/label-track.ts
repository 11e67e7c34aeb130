import {chapterKinds} from '../file-kinds/text-kinds.ts'
import type {Chapter} from '../model/chapter.ts'
import {looksLikeLabelTrack, readLabelTrack} from '../text/time/clock-times.ts'
import {listedChapters} from './chapter-ends.ts'
import type {ChapterFormat} from './chapter-format.ts'
import {cleanTitle} from './chapter-title.ts'
import {parseChapterLines} from './plain-lines.ts'

/** A label track of Audacity. Each label is a chapter. A label on a stretch ends with the stretch; one on a point, at the next label. */
export const labelTrack: ChapterFormat = {
  name: 'audacity',
  title: 'Audacity label track',
  file: chapterKinds.text,
  sniff: looksLikeLabelTrack,
  read: (text, options) => {
    const labels = readLabelTrack(text)
    // `parseChapterLines` names the lines that are no labels.
    if (labels === undefined) return parseChapterLines(text, options)
    return {
      chapters: labels.map(({start, end, text: title, line}) => ({
        startInSeconds: start,
        ...(end > start ? {endInSeconds: end} : {}),
        title: cleanTitle(title),
        line,
      })),
      problems: [],
    }
  },
  write: (chapters) => listedChapters(chapters).map(formatLabel).join(''),
}

function formatLabel({startInSeconds, endInSeconds = startInSeconds, title}: Chapter): string {
  return `${startInSeconds.toFixed(6)}\t${endInSeconds.toFixed(6)}\t${cleanTitle(title)}\n`
}
