import type {Chapter} from '../model/chapter.ts'

export type EndedChapter = Chapter & {readonly endInSeconds: number}

/** Where the length of the episode is not known. Players cut a cue at the end of the media, and this is the last two-digit hour. */
export const openEndInSeconds = 99 * 3600 + 59 * 60 + 59

/** Chapters that all have an end, none running into the next: for formats that cannot leave it out. */
export function withEnds(chapters: readonly Chapter[], durationInSeconds = openEndInSeconds): readonly EndedChapter[] {
  return chapters.map((chapter, index) => {
    const limit = chapters[index + 1]?.startInSeconds ?? Math.max(durationInSeconds, chapter.startInSeconds)
    return {...chapter, endInSeconds: Math.min(chapter.endInSeconds ?? limit, limit)}
  })
}

/** The reverse: without the ends that say nothing, since the next chapter starts there or the format forced one. */
export function withoutImpliedEnds(chapters: readonly Chapter[]): readonly Chapter[] {
  return chapters.map((chapter, index) => {
    const {endInSeconds, ...rest} = chapter
    const isImplied = endInSeconds === (chapters[index + 1]?.startInSeconds ?? openEndInSeconds)
    return isImplied ? rest : chapter
  })
}

/** The chapters that players list. */
export function listedChapters(chapters: readonly Chapter[]): readonly Chapter[] {
  return chapters.filter((chapter) => chapter.hidden !== true)
}
