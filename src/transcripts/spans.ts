import type {Span} from '../model/transcript.ts'

// Bounded on purpose: an unclosed bracket must not make the search run to the end of a three-hour paragraph again and again.
const bracketed = /\[([^[\]\n]{1,80})\]|\(([^()\n]{1,60})\)/g

const gapWords = /^(?:inaudible|unintelligible|indiscernible|indistinct|unclear|incomprehensible|unverständlich)\b/i
/** `[??]`, `(?)`, and `[ __ ]`, which is how YouTube writes a word it does not want to write. */
const gapMarks = /^[?_…\s]*[?_…][?_…\s]*$/

/** Beginnings of words for what is heard: `[laughs]`, `[Dan and Bekah chuckle]`, `[theme music fades out]`. */
const soundWords =
  /\b(?:laugh|chuckl|giggl|snicker|snort|applau|clap|cheer|cough|sneez|sigh|gasp|groan|yawn|sniff|sob|whistl|hum(?:s|ming)?\b|sing(?:s|ing)?\b|music|theme|jingle|beep|bleep|ding\b|ring(?:s|ing)?\b|knock|noise|static\b|silen|pause|cross[ -]?talk|overlapping|mumbl|whisper|throat|sound|breath|talks|audio|gelächter|lach|beifall|risas|rires|música|musik)/i
/** In round brackets people also just speak: `(a sound idea)`. There the sound must be the whole text. */
const onlySound =
  /^(?:[\p{L}]+ (?:and [\p{L}]+ )?)?(?:laugh(?:s|ing|ter)?|chuckl(?:e|es|ing)|giggl(?:e|es|ing)|applause|clap(?:s|ping)|cheer(?:s|ing)|cough(?:s|ing)?|sigh(?:s|ing)?|gasps?|silence|pause|music|cross[ -]?talk)$/iu

function markKind(square: string | undefined, round: string | undefined, isWhole: boolean): 'event' | 'gap' | 'speech' {
  const inside = (square ?? round ?? '').trim()
  if (gapWords.test(inside) || gapMarks.test(inside)) return 'gap'
  if (round !== undefined) return onlySound.test(inside) ? 'event' : 'speech'
  // `[Hamilton]` within a sentence is what the editor wrote for "he". Alone in its cue it can only be a sound, in any language.
  return isWhole || soundWords.test(inside) ? 'event' : 'speech'
}

/**
 * Tells speech from sounds (`[laughs]`, `(silence)`) and from what nobody understood (`[inaudible 1:07]`). The brackets are removed,
 * and the words inside stay. White space of the speech is kept as it is.
 */
export function parseSpans(text: string): Span[] {
  const spans: Span[] = []
  let speechFrom = 0
  for (const match of text.matchAll(bracketed)) {
    const isWhole = match[0].length === text.trim().length
    const kind = markKind(match[1], match[2], isWhole)
    if (kind === 'speech') continue
    if (match.index > speechFrom) spans.push({kind: 'speech', text: text.slice(speechFrom, match.index)})
    spans.push({kind, text: (match[1] ?? match[2] ?? '').trim()})
    speechFrom = match.index + match[0].length
  }
  const rest = text.slice(speechFrom)
  if (rest !== '') spans.push({kind: 'speech', text: rest})
  return spans
}

/**
 * Spans as one text, without markup. `events: true` writes events and gaps in square brackets, as captions do;
 * `events: false` leaves only what was said.
 */
export function plainTextOf(spans: readonly Span[], options: {readonly events: boolean}): string {
  // A caption is nearly always this.
  if (spans.length === 1 && spans[0]?.kind === 'speech') return spans[0].text
  if (options.events) {
    let text = ''
    for (const span of spans) text += span.kind === 'speech' ? span.text : `[${span.text}]`
    return text
  }
  const speech = spans.map((span) => (span.kind === 'speech' ? span.text : ' ')).join('')
  return spans.length < 2 ? speech : speech.replace(/[ \t]{2,}/g, ' ').trim()
}
