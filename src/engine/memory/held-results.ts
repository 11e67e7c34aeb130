import type {EpisodeResult, PublishedEpisode} from '../../plan/episode-result.ts'
import {
  type BriefItem,
  divided,
  type HeldMember,
  type ItemHold,
  type LongMember,
  latestOf,
  type RestOfItem,
  withHeld,
} from './held-items.ts'
import {holdValues} from './held-values.ts'
import {isLarge} from './large-show.ts'
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
  let places: TextSpan[] = []
  const parts: PartsOfEpisode[] = []
  const partAt = latestOf((span: TextSpan | undefined) => span && held.valueAt(span))
  const hold: ItemHold = {
    // What is in the file was put there below.
    restAt: (index) => partAt(parts[index]?.rest) as RestOfItem,
    textAt: (index, member) => String(partAt(parts[index]?.[member])),
  }
  const wordsAt = (index: number) => String(partAt(parts[index]?.words))
  const read = (place: TextSpan, index: number): EpisodeResult => {
    const short = held.valueAt(place) as Exclude<EpisodeResult, PublishedEpisode> | ShortEpisode
    shareValues(short)
    if (!('parts' in short)) return short
    const {item: brief, members, parts: own, ...result} = short
    parts[index] = own
    const item = withHeld(brief, members, {hold, index})
    return withWords({item, ...result}, {wordsAt, index})
  }
  return {
    has: (index) => places[index] !== undefined,
    add: (index, result) => {
      places[index] = held.keep(result.kind === 'published' ? shortened(result, held.keep) : result)
    },
    takeAll: () => {
      const all = places.map(read)
      places = []
      return all
    },
    close: held.close,
  }
}

/** Where the parts of an episode are that are read when somebody asks. */
type PartsOfEpisode = {readonly [P in 'rest' | 'words' | LongMember]?: TextSpan}

/** A published episode without these parts. */
type ShortEpisode = Omit<PublishedEpisode, 'item' | 'words'> & {
  readonly item: BriefItem
  readonly members: readonly HeldMember[]
  readonly parts: PartsOfEpisode
}

function shortened({item, words, ...result}: PublishedEpisode, keep: (value: unknown) => TextSpan): ShortEpisode {
  const {brief, rest, texts, members} = divided(item)
  const ofTexts = Object.entries(texts).map(([name, text]) => [name, keep(text)])
  return {
    ...result,
    item: brief,
    members,
    parts: {rest: keep(rest), words: keep(words), ...Object.fromEntries(ofTexts)},
  }
}

type WordsPlace = {readonly wordsAt: (index: number) => string; readonly index: number}

function withWords(whole: Omit<PublishedEpisode, 'words'>, place: WordsPlace): PublishedEpisode {
  Object.defineProperty(whole, wordsPlace, {value: place})
  Object.defineProperty(whole, 'words', {enumerable: true, get: readWords})
  return whole as typeof whole & Pick<PublishedEpisode, 'words'>
}

const wordsPlace = Symbol('where the words of an episode are')

/** One function for all episodes, so that all have one shape for V8. */
function readWords(this: {readonly [wordsPlace]?: WordsPlace}): string {
  const place = this[wordsPlace]
  return place === undefined ? '' : place.wordsAt(place.index)
}
