import {chapterKinds} from '../file-kinds/text-kinds.ts'
import type {Chapter} from '../model/chapter.ts'
import {present} from '../model/present.ts'
import type {ChapterFormat} from './chapter-format.ts'
import {parseChapterJson} from './chapter-json.ts'
import {cleanTitle} from './chapter-title.ts'

/**
 * Writes Podcasting 2.0 chapters, version 1.2. `podcast:chapters` points to such a file, and no other format has silent markers
 * (`toc: false`).
 * https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
 */
export function formatPodcastChapters(chapters: readonly Chapter[]): string {
  const entries = chapters.map((chapter) =>
    present({
      startTime: toMilliseconds(chapter.startInSeconds),
      endTime: chapter.endInSeconds === undefined ? undefined : toMilliseconds(chapter.endInSeconds),
      title: cleanTitle(chapter.title) || undefined,
      img: chapter.image,
      url: chapter.url,
      toc: chapter.hidden === true ? false : undefined,
    }),
  )
  return `${JSON.stringify({version: '1.2.0', chapters: entries}, undefined, 2)}\n`
}

/** Every other format holds thousandths. Without rounding, a sum like 0.1 + 0.2 would be written with seventeen digits. */
function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}

export const podcastJsonChapters: ChapterFormat = {
  name: 'json',
  title: 'Podcasting 2.0 chapters (JSON)',
  file: chapterKinds.json,
  sniff: (text) =>
    /^\uFEFF?\s*\{/.test(text) && /"chapters"\s*:/.test(text) && /"(?:startTime|version)"\s*:/.test(text),
  read: parseChapterJson,
  write: formatPodcastChapters,
}
