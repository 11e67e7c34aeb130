import type {EpisodeResult, PublishedEpisode} from '../../plan/episode-result.ts'
import {holdValues} from './held-values.ts'
import {isLarge} from './large-show.ts'
import {type TextSpans, type WithoutTexts, withTexts} from './long-texts.ts'
import {shareValues} from './shared-values.ts'
import type {TextSpan} from './text-store.ts'

/** What stays of episodes, while others are planned. */
export type HeldResults = {
  readonly has: (index: number) => boolean
  readonly add: (index: number, result: EpisodeResult) => void
  /** In the order of their indexes. They may be read until `close`. */
  readonly takeAll: () => readonly EpisodeResult[]
  readonly close: () => void
}

/**
 * The results of a large show are in the file at `path` until the threads that plan it are gone, since the threads need the memory. Their
 * long texts, which are three quarters of them, stay there until a feed is made of them.
 */
export function holdResults(episodes: number, path: string): HeldResults {
  return isLarge(episodes) ? holdInFile(path) : holdObjects()
}

function holdObjects(): HeldResults {
  const results: EpisodeResult[] = []
  return {
    has: (index) => results[index] !== undefined,
    add: (index, result) => {
      shareValues(result)
      results[index] = result
    },
    takeAll: () => results,
    close: () => {},
  }
}

function holdInFile(path: string): HeldResults {
  const held = holdValues(path)
  const keep = (text: string): TextSpan => held.keep(text)
  const textAt = latestOf((span) => String(held.valueAt(span)))
  let places: TextSpan[] = []
  const read = (place: TextSpan): EpisodeResult => {
    // What is in the file was put there below.
    const short = held.valueAt(place) as Exclude<EpisodeResult, PublishedEpisode> | ShortEpisode
    shareValues(short)
    return 'spans' in short ? lengthened(short, textAt) : short
  }
  return {
    has: (index) => places[index] !== undefined,
    add: (index, result) => {
      places[index] = held.keep(result.kind === 'published' ? shortened(result, keep) : result)
    },
    takeAll: () => {
      const all = places.map(read)
      places = []
      return all
    },
    close: held.close,
  }
}

type TextAt = (span: TextSpan) => string

/** Whoever writes an item asks for a text several times. */
function latestOf(read: TextAt): TextAt {
  let latest: {readonly at: number; readonly text: string} | undefined
  return (span) => {
    if (latest?.at !== span.at) latest = {at: span.at, text: read(span)}
    return latest.text
  }
}

/** A published episode without its long texts, and where they are. */
type ShortEpisode = Omit<PublishedEpisode, 'item' | 'words'> & {
  readonly item: WithoutTexts
  readonly spans: TextSpans
  readonly words: TextSpan
}

function shortened({item, words, ...result}: PublishedEpisode, keep: (text: string) => TextSpan): ShortEpisode {
  const {notesHtml, descriptionHtml, transcriptHtml, ...short} = item
  const spans = {
    notesHtml: keep(notesHtml),
    ...(descriptionHtml === undefined ? {} : {descriptionHtml: keep(descriptionHtml)}),
    ...(transcriptHtml === undefined ? {} : {transcriptHtml: keep(transcriptHtml)}),
  }
  return {...result, item: short, spans, words: keep(words)}
}

function lengthened({item, spans, words, ...result}: ShortEpisode, textAt: TextAt): PublishedEpisode {
  const whole = {...result, item: withTexts(item, {spans, textAt})}
  Object.defineProperty(whole, wordsPlace, {value: {words, textAt}})
  Object.defineProperty(whole, 'words', {enumerable: true, get: readWords})
  return whole as typeof whole & Pick<PublishedEpisode, 'words'>
}

const wordsPlace = Symbol('where the words of an episode are')

/** One function for all episodes, so that all have one shape for V8. */
function readWords(this: {readonly [wordsPlace]?: {readonly words: TextSpan; readonly textAt: TextAt}}): string {
  const place = this[wordsPlace]
  return place === undefined ? '' : place.textAt(place.words)
}
