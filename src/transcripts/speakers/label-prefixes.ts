import {present} from '../../model/present.ts'
import type {Place, Problem} from '../../model/problem.ts'
import type {CueDraft} from '../cue-drafts.ts'
import {parseSpans} from '../spans.ts'
import {cleanLabel, isNoPerson, type LabelShape, labelShape} from './speaker-labels.ts'
import {problem} from './speaker-problems.ts'

/** `Name: text`, `田中：text`, `[SPEAKER_00]: text` (WhisperX), `[Alba] text` (subtitles for the deaf). */
const prefix =
  /^(?:\[([^\]\n]{1,40})\](?:[:：][ \t\n]*|[ \t\n]+)|([^\s:：[{}<>"][^:：\n]{0,69})(?::[ \t\n]+|：[ \t\n]*))(?=\S)/
/** `>> text` in American broadcast captions, and `- text` elsewhere, mean that somebody else speaks. */
const changeMark = /^(?:>>+[ \t]*|[-–—][ \t]+)(?=\S)/

type Labelled = {
  readonly draft: CueDraft
  /** The label without anything that is no part of the name. */
  readonly label?: string
  readonly shape?: LabelShape
  readonly rest: string
  /** Whether the label stands where a sentence may begin. */
  readonly opensSentence: boolean
}

/**
 * Captions with the speakers that their text names. Where voices are marked up, a colon or a dash in the text is only a colon or a
 * dash.
 */
export function readSpeakers(drafts: readonly CueDraft[], file?: string): SpokenDrafts {
  return drafts.some((draft) => draft.speaker !== undefined)
    ? {drafts, problems: []}
    : readLabelPrefixes(drafts.flatMap(readChangeMarks), file)
}

export type SpokenDrafts = {readonly drafts: readonly CueDraft[]; readonly problems: readonly Problem[]}

/**
 * Finds speakers in captions that have no markup for them. A text before a colon is a speaker only if it behaves like a speaker
 * over the whole file: it has the form of a name, and it returns or is one of several. Otherwise "Remember this: …" would speak.
 * The label is written where the speaker changes, and it holds until the next label. A label that is not understood ends it:
 * somebody said what follows, but not the speaker before.
 */
function readLabelPrefixes(drafts: readonly CueDraft[], file?: string): SpokenDrafts {
  const labelled = drafts.map((draft, index) => splitLabel(draft, drafts[index - 1]))
  const speakers = speakersAmong(labelled)
  const unknown: Labelled[] = []
  let current: string | undefined
  let previousText = ''
  const spoken = labelled.map((each) => {
    const {draft, label, rest} = each
    const isLabel = label !== undefined && speakers.has(label)
    const isUnknown = !isLabel && speakers.size > 0 && namesSomebody(each)
    if (isUnknown) unknown.push(each)
    if (isLabel) current = label
    else if (draft.startsTurn || isUnknown) current = undefined
    // The file has one name only, which returns. Between its cues others spoke, whom nobody named. So the name holds for its own
    // sentence only.
    else if (speakers.size === 1 && (speakers.get(current ?? '') ?? 0) > 1 && endsSentence(previousText))
      current = undefined
    previousText = draft.text
    return {
      ...draft,
      text: isLabel ? rest : draft.text,
      speaker: current,
      ...(isUnknown ? {startsTurn: true} : {}),
    }
  })
  return {drafts: spoken, problems: unknownLabels(unknown, file)}
}

/** Whether a label that is no speaker of the file still says that somebody else speaks, or that nobody does. */
function namesSomebody({label, shape, opensSentence}: Labelled): boolean {
  if (label === undefined || !opensSentence) return false
  return shape === 'odd' || shape === 'name' || isNoPerson(label)
}

function unknownLabels(unknown: readonly Labelled[], file: string | undefined): Problem[] {
  const [first] = unknown.filter(({label}) => label !== undefined && !isNoPerson(label))
  if (first === undefined) return []
  const place = present({file, line: first.draft.line})
  return [unknownLabel(first.draft.text, place, unknown.length)]
}

/** This is reported once for each file: whoever edits one label sees the others. */
export function unknownLabel(text: string, place: Place, count: number): Problem {
  const shown = text.trim().slice(0, 40)
  const more = count > 1 ? `, and so do ${count - 1} more places` : ''
  const message = `"${shown}" begins like a label, but does not say for certain who speaks${more}: nobody is named for what follows`
  const hint = 'Write the name alone before the colon, as in "Nora Quist: Hello."'
  return problem('speaker-label-unknown', place, message, hint)
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

function splitLabel(draft: CueDraft, previous: CueDraft | undefined): Labelled {
  const opensSentence = previous === undefined || draft.startsTurn === true || endsSentence(previous.text)
  const match = prefix.exec(draft.text)
  const written = (match?.[1] ?? match?.[2])?.trim()
  const none = {draft, rest: draft.text, opensSentence}
  // Nobody called Laughs says `[Laughs] Oh no.`
  const isSound = match?.[1] !== undefined && parseSpans(draft.text)[0]?.kind !== 'speech'
  if (!match || written === undefined || isSound) return none
  const shape = labelShape(written)
  if (shape === 'prose' && !isNoPerson(written)) return none
  return {...none, label: cleanLabel(written), shape, rest: draft.text.slice(match[0].length)}
}

/** Each label with the number of times that it occurs. */
function speakersAmong(labelled: readonly Labelled[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const shapes = new Map<string, LabelShape>()
  for (const {label, shape, opensSentence} of labelled) {
    if (label === undefined || shape === undefined || shape === 'prose') continue
    if (shape !== 'name' && !opensSentence) continue
    counts.set(label, (counts.get(label) ?? 0) + 1)
    shapes.set(label, shape)
  }
  const names = [...counts].filter(([label]) => shapes.get(label) === 'name')
  const total = names.reduce((sum, [, count]) => sum + count, 0)
  const areFrequent = names.length > 1 && total * 10 >= labelled.length
  const returning = names.filter(([, count]) => count > 1).map(([label]) => label)
  const returningFirstNames = new Set(returning.map((label) => label.split(' ')[0]))
  const isSpeaker = (label: string, count: number): boolean => {
    if (count > 1) return true
    if (shapes.get(label) !== 'name') return false
    if (areFrequent || label === labelled[0]?.label) return true
    // This is a guest who speaks once among people who return, or somebody who is called by the first name afterwards.
    return returning.length > 0 && (label.includes(' ') || returningFirstNames.has(label.split(' ')[0]))
  }
  return new Map([...counts].filter(([label, count]) => isSpeaker(label, count)))
}

function endsSentence(text: string): boolean {
  return /[.!?…。！？♪\]]["”’')\]]*\s*$/.test(text.slice(-8))
}
