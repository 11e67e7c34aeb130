import type {TimedWord} from '../../model/transcript.ts'
import {decodeCharacterReferences} from '../../text/markup/character-references.ts'
import {secondsOfFields} from '../../text/time/clock-times.ts'
import type {CueDraft} from '../cue-drafts.ts'
import type {CaptionBlock} from './caption-blocks.ts'

/** What one voice says within a cue. Line breaks are kept. */
type VoicePiece = {readonly voice?: string; readonly text: string; readonly words: readonly TimedWord[]}

const tag = /<([^<>]*)>/g
const timestamp = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})$/
const voiceTag = /^v(?:\.[^\s]*)?\s+([\s\S]*)$/
/** Only these tags are markup. All other text in angle brackets is speech, because Whisper does not escape "a < b and c > d". */
const markupTag = /^\/?(?:v|c|i|b|u|s|em|strong|lang|ruby|rt|font|span|p|br)(?:[.\s/][\s\S]*)?$/i

type Piece = {text: string; startInSeconds?: number}
type Voice = {readonly name?: string; readonly pieces: Piece[]}

/** The cues of a block: one for each voice in it. */
export function draftsOfBlock({startInSeconds, endInSeconds, lines, line}: CaptionBlock): CueDraft[] {
  return readPayload(lines.join('\n'), startInSeconds, endInSeconds).map(({voice, text, words}) => ({
    kind: 'cue',
    text,
    speaker: voice,
    startInSeconds,
    endInSeconds,
    words,
    line,
  }))
}

/**
 * The text of a cue without its markup, divided by voice (https://www.w3.org/TR/webvtt1/#webvtt-cue-text). `<v Name>` need not be
 * closed. Times inside the text become the times of words, if each stands at a single word.
 */
function readPayload(payload: string, startInSeconds: number, endInSeconds: number): VoicePiece[] {
  const spoken: VoicePiece[] = []
  for (const {name, pieces} of voicesOf(payload, startInSeconds)) {
    let written = ''
    for (const piece of pieces) written += piece.text
    const text = decodeCharacterReferences(written)
    if (text.trim() === '') continue
    const words = wordsOf(pieces, endInSeconds)
    spoken.push(name ? {voice: name, text, words} : {text, words})
  }
  return spoken
}

function voicesOf(payload: string, startInSeconds: number): Voice[] {
  if (!payload.includes('<')) return [{pieces: [{text: payload, startInSeconds}]}]
  let piece: Piece = {text: '', startInSeconds}
  const voices: Voice[] = [{pieces: [piece]}]
  const open = (next: Piece, name?: string): void => {
    piece = next
    if (name === undefined) voices.at(-1)?.pieces.push(piece)
    else voices.push({name, pieces: [piece]})
  }
  let textFrom = 0
  let isRubyText = false
  for (const match of payload.matchAll(tag)) {
    const content = match[1] ?? ''
    const time = timestamp.exec(content)
    const voice = voiceTag.exec(content)
    if (!time && !voice && !markupTag.test(content)) continue
    if (!isRubyText) piece.text += payload.slice(textFrom, match.index)
    textFrom = match.index + match[0].length
    if (time) open({text: '', startInSeconds: secondsOfFields(time[1], time[2], time[3], time[4])})
    else if (voice) open(begunWith(piece), decodeCharacterReferences(voice[1] ?? '').trim())
    else if (content === '/v') open({text: ''}, '')
    else if (/^br\b/i.test(content)) piece.text += '\n'
    // The reading aid beside a Chinese character repeats the character, so it is left out.
    else if (content === 'rt' || content === '/rt' || content === '/ruby') isRubyText = content === 'rt'
  }
  if (!isRubyText) piece.text += payload.slice(textFrom)
  return voices
}

/** A voice before which nothing was said begins with its cue, or at the time that stands before it. */
function begunWith({text, startInSeconds}: Piece): Piece {
  return text.trim() === '' && startInSeconds !== undefined ? {text: '', startInSeconds} : {text: ''}
}

const none: readonly TimedWord[] = []

function wordsOf(pieces: readonly Piece[], endInSeconds: number): readonly TimedWord[] {
  if (pieces.length < 2) return none
  const timed = pieces.filter((piece) => piece.text.trim() !== '')
  if (timed.length < 2) return []
  const words: TimedWord[] = []
  for (const [index, piece] of timed.entries()) {
    const text = decodeCharacterReferences(piece.text).trim()
    const end = timed[index + 1]?.startInSeconds ?? endInSeconds
    if (piece.startInSeconds === undefined || /\s/.test(text)) return []
    words.push({text, startInSeconds: piece.startInSeconds, endInSeconds: end})
  }
  return words
}
