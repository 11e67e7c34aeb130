import {present} from '../model/present.ts'
import type {Cue, EditorialNote, Section, Span, TimedWord, Transcript, Turn} from '../model/transcript.ts'
import {joinCaptionLines} from './formats/caption-text.ts'
import {parseSpans} from './spans.ts'
import {isNoPerson} from './speakers/speaker-labels.ts'

/** A cue as its format gives it, before cues are gathered into turns. */
export type CueDraft = {
  readonly kind: 'cue'
  readonly text: string
  /** The same as `text`, where the format knows links and emphasis. */
  readonly spans?: readonly Span[] | undefined
  readonly speaker?: string | undefined
  /** Whether the format says that somebody else speaks from here on, whether or not it says who. */
  readonly startsTurn?: boolean | undefined
  readonly startInSeconds?: number | undefined
  readonly endInSeconds?: number | undefined
  readonly words?: readonly TimedWord[] | undefined
  readonly form?: Cue['form'] | undefined
  readonly line?: number | undefined
}

export type DraftPart = CueDraft | Section | EditorialNote

function isTime(seconds: number | undefined): seconds is number {
  return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0
}

/** A time that is not valid (NaN, below zero) is left out. An end without a start says nothing. */
function timesOf({startInSeconds, endInSeconds}: CueDraft): Pick<Cue, 'startInSeconds' | 'endInSeconds'> {
  if (!isTime(startInSeconds)) return {}
  return isTime(endInSeconds) ? {startInSeconds, endInSeconds} : {startInSeconds}
}

function cueOf(draft: CueDraft): Cue {
  const {text, form, words, line} = draft
  const spans = draft.spans ?? parseSpans(form === 'code' ? text : joinCaptionLines(text))
  return {spans, ...timesOf(draft), ...present({form, line, words: words?.length === 0 ? undefined : words})}
}

/** The label of the person who speaks. It is also `undefined` for the labels of parts of the show (`Intro`), which are no person. */
function personLabel(draft: CueDraft): string | undefined {
  const label = joinCaptionLines(draft.speaker ?? '')
  return label === '' || isNoPerson(label) ? undefined : label
}

/** Gathers cues into turns: a turn lasts until another speaker begins. Cues without any text are left out. */
export function transcriptOf(drafts: readonly DraftPart[], language?: string): Transcript {
  const parts: (Turn | Section | EditorialNote)[] = []
  let cues: Cue[] = []
  let label: string | undefined
  const endTurn = (): void => {
    if (cues.length > 0)
      parts.push({kind: 'turn', ...present({speaker: label === undefined ? undefined : {label}}), cues})
    cues = []
  }
  for (const draft of drafts) {
    if (draft.kind !== 'cue') {
      endTurn()
      parts.push(draft)
      continue
    }
    const cue = cueOf(draft)
    if (cue.spans.length === 0) continue
    const nextLabel = personLabel(draft)
    if (draft.startsTurn || nextLabel !== label) endTurn()
    label = nextLabel
    cues.push(cue)
  }
  endTurn()
  return {parts, ...present({language})}
}
