import type {Chapter} from '../model/chapter.ts'

export type EndedChapter = Chapter & {readonly endInSeconds: number}

/** The end if the length of the episode is unknown: the last second of a two-digit hour. Players cut a cue at the end of the media. */
export const openEndInSeconds = 99 * 3600 + 59 * 60 + 59

/** Gives every chapter an end that is not after the start of the next. This is for formats that cannot leave the end out. */
export function withEnds(chapters: readonly Chapter[], durationInSeconds = openEndInSeconds): readonly EndedChapter[] {
  return chapters.map((chapter, index) => {
    const limit = chapters[index + 1]?.startInSeconds ?? Math.max(durationInSeconds, chapter.startInSeconds)
    const {startInSeconds, ...rest} = chapter
    return {startInSeconds, ...rest, endInSeconds: Math.min(chapter.endInSeconds ?? limit, limit)}
  })
}

/** The reverse: removes the ends that say nothing, because the next chapter starts there or because the format forced an end. */
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
