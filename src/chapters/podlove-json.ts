import {chapterKinds} from '../file-kinds/text-kinds.ts'
import type {Chapter} from '../model/chapter.ts'
import type {ChapterFormat} from './chapter-format.ts'
import {parseChapterJson} from './chapter-json.ts'
import {podloveChapterRows} from './podlove-xml.ts'

/** The list that Podlove's Publisher and Web Player exchange; its keys are the attributes of Podlove Simple Chapters. */
function formatPodloveJson(chapters: readonly Chapter[]): string {
  return `${JSON.stringify(podloveChapterRows(chapters), undefined, 2)}\n`
}

export const podloveJsonChapters: ChapterFormat = {
  name: 'podlove-json',
  title: 'Podlove chapters (JSON)',
  file: chapterKinds.json,
  sniff: (text) => /^\uFEFF?\s*[[{]/.test(text) && /"start"\s*:/.test(text),
  read: parseChapterJson,
  write: formatPodloveJson,
}
