import type {Chapter} from '../model/chapter.ts'
import {formatWholeTimestamp} from '../text/time/durations.ts'
import {listedChapters} from './chapter-ends.ts'
import {cleanTitle} from './chapter-title.ts'

export type DescriptionBlock = {readonly text: string} | {readonly reason: string}

/** The limit of Spotify. YouTube accepts 10 s. */
const shortestChapterInSeconds = 30
const fewestChapters = 3

/**
 * Writes tidy chapters as lines for an episode's description, in the form that Apple Podcasts, Spotify and YouTube all recognise: one
 * `HH:MM:SS Title` in each line, the first at 00:00:00, three or more, each of 30 seconds or more, titles without emoji. If one line
 * breaks a rule, a platform drops all of them. So there is a block only if all lines keep the rules. Else the author gets the reason.
 */
export function descriptionBlock(chapters: readonly Chapter[]): DescriptionBlock {
  const listed = listedChapters(chapters)
  const [first] = listed
  if (first === undefined || listed.length < fewestChapters) {
    return {reason: `platforms want at least ${fewestChapters} chapters, and there are ${listed.length}`}
  }
  if (first.startInSeconds >= 1) {
    return {
      reason: `the first chapter must start at 00:00:00 and starts at ${formatWholeTimestamp(first.startInSeconds)}`,
    }
  }
  const lines: string[] = []
  for (const [index, chapter] of listed.entries()) {
    const start = formatWholeTimestamp(chapter.startInSeconds)
    const next = listed[index + 1]
    if (
      next !== undefined &&
      Math.floor(next.startInSeconds) - Math.floor(chapter.startInSeconds) < shortestChapterInSeconds
    ) {
      return {reason: `the chapter at ${start} is shorter than ${shortestChapterInSeconds} seconds`}
    }
    const title = titleOf(chapter)
    if (title === '') return {reason: `the chapter at ${start} has no title that is text`}
    lines.push(`${start} ${title}`)
  }
  return {text: lines.join('\n')}
}

/** Keycaps (a digit and two combining signs), signs that are shown as pictures, and the sign that joins several of them into one. */
const emoji = /(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Presentation}|\p{Emoji_Modifier})\u200D?/gu

function titleOf(chapter: Chapter): string {
  return cleanTitle(chapter.title.replace(emoji, ' '))
}
