import {secondsOfClock} from '../page/times.ts'
import {countHeard, wordsIn} from './asked-words.ts'

/** The second at which words are said, and the sentence around them. */
export type Moment = {readonly start: number; readonly text: string}

/** The caption with the most of the words in it and the next one, of those minutes that have them. */
export function momentIn(vtt: string, minutes: readonly number[], words: readonly string[]): Moment | undefined {
  const captions = captionsIn(vtt)
  const heard = captions.map(({text}) => wordsIn(text))
  let best: {readonly at: number; readonly score: number} | undefined
  for (const [at, {start}] of captions.entries()) {
    const minute = Math.floor(start / 60)
    if (!minutes.some((each) => minute === each || minute === each + 1)) continue
    const here = countHeard(words, heard[at] ?? [])
    const near = countHeard(words, [...(heard[at] ?? []), ...(heard[at + 1] ?? [])])
    const score = near + here / 100
    if (here > 0 && score > (best?.score ?? 0)) best = {at, score}
  }
  if (best === undefined) return undefined
  const around = captions.slice(Math.max(0, best.at - 1), best.at + 2)
  return {
    start: captions[best.at]?.start ?? 0,
    text: around
      .map(({text}) => text)
      .join(' ')
      .trim(),
  }
}

/** Our own captions, as `src/transcripts/formats/webvtt.ts` writes them. */
function captionsIn(vtt: string): readonly Moment[] {
  return vtt.split(/\r?\n\r?\n/).flatMap((block) => {
    const match = /(?:^|\n)([\d:.]+)\s-->\s.*\r?\n([\s\S]*)/.exec(block)
    if (!match) return []
    const [, clock = '', text = ''] = match
    return [
      {
        start: secondsOfClock(clock),
        text: unescaped(
          text
            .replace(/<[^>]*>/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        ),
      },
    ]
  })
}

/** A document of its own, in which nothing runs. */
function unescaped(text: string): string {
  return new DOMParser().parseFromString(text, 'text/html').documentElement.textContent ?? ''
}
