import {mayGoOn} from './asked-words.ts'

/** Where an episode has a word, or words that begin with it. The form is written by `src/search/episode-words.ts`. */
export type Places = {
  readonly isWhole: boolean
  readonly isInTitle: boolean
  readonly isInText: boolean
  readonly minutes: ReadonlySet<number>
  /** In nearly every minute. */
  readonly isEverywhere: boolean
}

/** Of each episode of a shard, in their order; `undefined` is one that has no such word. */
export function placesInShard(shard: string, word: string): readonly (Places | undefined)[] {
  return shard.split('\n').map((line) => placesInLine(line, word))
}

function placesInLine(line: string, word: string): Places | undefined {
  let isWhole = false
  let written = ''
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
    if (at > 0 && line[at - 1] !== ' ') continue
    const equals = line.indexOf('=', at)
    const isTheWord = equals === at + word.length
    if (!isTheWord && !mayGoOn(word)) continue
    const end = line.indexOf(' ', equals)
    written += `${line.slice(equals + 1, end < 0 ? undefined : end)},`
    isWhole ||= isTheWord
  }
  if (written === '') return undefined
  const minutes = written.split(/[!~*,]+/).filter((each) => each !== '')
  return {
    isWhole,
    isInTitle: written.includes('!'),
    isInText: written.includes('~'),
    minutes: new Set(minutes.map((each) => Number.parseInt(each, 36))),
    isEverywhere: written.includes('*'),
  }
}
