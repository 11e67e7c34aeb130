import type {RenderedEpisode, RenderedTranscript} from '../../model/rendered-episode.ts'
import type {Cue} from '../../model/transcript.ts'

/**
 * When each word is heard, by the start of its caption in seconds: pairs of where the word begins in the text of the caption, and how many
 * hundredths of a second after the caption it begins.
 */
type WordTimes = Readonly<Record<string, readonly number[]>>

/** The transcript that the page shows first, if a machine gave its words their times. */
export function timedWordsOf({transcripts}: Pick<RenderedEpisode, 'transcripts'>): RenderedTranscript | undefined {
  const first = transcripts[0]
  const isTimed = first?.transcript.parts.some(
    (part) => part.kind === 'turn' && part.cues.some(({words = []}) => words.length > 1),
  )
  return isTimed === true ? first : undefined
}

export function wordTimes({transcript}: Pick<RenderedTranscript, 'transcript'>): WordTimes {
  const times: Record<string, readonly number[]> = {}
  for (const part of transcript.parts) {
    if (part.kind !== 'turn') continue
    for (const cue of part.cues) {
      const pairs = pairsOf(cue)
      if (pairs.length > 2) times[String(Math.round((cue.startInSeconds ?? 0) * 10) / 10)] = pairs
    }
  }
  return times
}

/** A word that does not stand in the text, because somebody has edited it, is passed over. */
function pairsOf({spans, startInSeconds = 0, words = []}: Cue): readonly number[] {
  // As the page has it: what is heard stands in brackets.
  const text = spans.map((span) => (span.kind === 'speech' ? span.text : `[${span.text}]`)).join('')
  const pairs: number[] = []
  let from = 0
  for (const word of words) {
    const written = word.text.trim()
    const at = written === '' ? -1 : text.indexOf(written, from)
    if (at < 0) continue
    pairs.push(at, Math.max(0, Math.round((word.startInSeconds - startInSeconds) * 100)))
    from = at + written.length
  }
  return pairs
}
