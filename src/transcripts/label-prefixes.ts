import type {CueDraft} from './cue-drafts.ts'
import {parseSpans} from './spans.ts'
import {looksLikeName} from './speaker-labels.ts'

/** `Name: text`, `[SPEAKER_00]: text` (WhisperX), `[Alba] text` (subtitles for the deaf). */
const prefix = /^(?:\[([^\]\n]{1,40})\]:?|([^\s:[\](){}<>"][^:\n[\]]{0,39}):)[ \t\n]+(?=\S)/
/** `>> text` in American broadcast captions and `- text` elsewhere: somebody else speaks. */
const changeMark = /^(?:>>+[ \t]*|[-–—][ \t]+)(?=\S)/

type Labelled = {readonly draft: CueDraft; readonly label?: string; readonly rest: string}

/** Captions with the speakers that their text tells of. Where voices are marked up, a colon or a dash in the text is just that. */
export function readSpeakers(drafts: readonly CueDraft[]): readonly CueDraft[] {
  return drafts.some((draft) => draft.speaker !== undefined)
    ? drafts
    : readLabelPrefixes(drafts.flatMap(readChangeMarks))
}

/**
 * Finds speakers in captions that have no markup for them. A text before a colon is a speaker only if it behaves like one over
 * the whole file: has the form of a name, and returns, or is one of several. Otherwise "Remember this: …" would speak.
 * The label is written where the speaker changes and holds until the next one.
 */
export function readLabelPrefixes(drafts: readonly CueDraft[]): CueDraft[] {
  const labelled = drafts.map(splitLabel)
  const speakers = speakersAmong(labelled)
  let current: string | undefined
  let previousText = ''
  return labelled.map(({draft, label, rest}) => {
    const isLabel = label !== undefined && speakers.has(label)
    if (isLabel) current = label
    else if (draft.startsTurn) current = undefined
    // One name only, again and again: between its cues others spoke, whom nobody named. The name holds for its own sentence.
    else if (speakers.size === 1 && (speakers.get(current ?? '') ?? 0) > 1 && endsSentence(previousText))
      current = undefined
    previousText = draft.text
    return {...draft, text: isLabel ? rest : draft.text, speaker: current}
  })
}

/** Splits a cue whose lines begin with marks for a change of speaker, and takes the marks off. */
export function readChangeMarks(draft: CueDraft): CueDraft[] {
  const utterances: string[] = []
  let hasMarks = false
  for (const line of draft.text.split('\n')) {
    const mark = changeMark.exec(line)
    if (mark) {
      hasMarks = true
      utterances.push(line.slice(mark[0].length))
    } else {
      utterances.push(`${utterances.pop() ?? ''}\n${line}`)
    }
  }
  if (!hasMarks) return [draft]
  const firstIsMarked = changeMark.test(draft.text)
  const words = utterances.length === 1 ? draft.words : undefined
  return utterances.map((text, index) => ({...draft, words, text, startsTurn: index > 0 || firstIsMarked}))
}

function splitLabel(draft: CueDraft): Labelled {
  const match = prefix.exec(draft.text)
  const label = (match?.[1] ?? match?.[2])?.trim()
  // `[Laughs] Oh no.` is not said by Laughs.
  const isSound = match?.[1] !== undefined && parseSpans(draft.text)[0]?.kind !== 'speech'
  if (!match || label === undefined || isSound || !looksLikeName(label)) return {draft, rest: draft.text}
  return {draft, label, rest: draft.text.slice(match[0].length)}
}

/** Label -> how often. */
function speakersAmong(labelled: readonly Labelled[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {label} of labelled) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const areFrequent = counts.size > 1 && total * 10 >= labelled.length
  const returning = [...counts].filter(([, count]) => count > 1).map(([label]) => label)
  const returningFirstNames = new Set(returning.map((label) => label.split(' ')[0]))
  const isSpeaker = (label: string, count: number): boolean => {
    if (areFrequent || count > 1 || label === labelled[0]?.label) return true
    // A guest who speaks once among people who return, or somebody who is called by the first name afterwards.
    return returning.length > 0 && (label.includes(' ') || returningFirstNames.has(label.split(' ')[0]))
  }
  return new Map([...counts].filter(([label, count]) => isSpeaker(label, count)))
}

function endsSentence(text: string): boolean {
  return /[.!?…。！？]["”’')\]]*\s*$/.test(text.slice(-8))
}
