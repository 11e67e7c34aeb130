import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of a text without times that is laid over captions. */
export const alignmentProblems = {
  'captions-without-times': {
    severity: 'warning',
    why: 'A text was to get times, but neither the captions given with it nor the text itself have one. A guess is only made on request, and is never published as captions.',
    bad: 'castwright align talk.md',
    good: 'castwright align talk.md talk.srt',
  },
  'captions-of-other-audio': {
    severity: 'warning',
    why: 'Captions and text share hardly any run of words, so they are not of the same recording, or not in the same language. Times taken from them would be wrong everywhere.',
    bad: 'castwright align 001-first-light.md 002-second.srt',
    good: 'castwright align 001-first-light.md 001-first-light.srt',
  },
  'audio-not-in-text': {
    severity: 'info',
    why: 'The captions have passages that the text does not have: a live stream before its editing, an advertisement, a passage left out. No caption is shown there.',
    bad: '00:00.000 --> 00:09.000\nIs the stream on? Can everybody hear us?',
    good: '00:00.000 --> 00:09.000\nWelcome to the show.',
  },
  'text-not-in-audio': {
    severity: 'warning',
    why: 'Words of the text are not heard where the text has them, so they have no time and cannot be shown as captions. Often an editor added them.',
    bad: '**Nora:** We sailed. The voyage is described at length in the book that came out a year later.',
    good: '**Nora:** We sailed.\n\n(Editor: the voyage is described in her book.)',
  },
  'passage-moved': {
    severity: 'warning',
    why: 'A passage stands elsewhere in the text than in the audio. Captions must follow the audio, so the passage has no time.',
    bad: '**Nora:** And then home. First we sailed north.',
    good: '**Nora:** First we sailed north. And then home.',
  },
  'time-not-as-heard': {
    severity: 'warning',
    why: 'A time written in the text is more than five seconds from where its words are heard. It is a slip, or it belongs to another cut of the recording.',
    bad: '[00:10:00] **Nora:** By accident.',
    good: '[00:01:00] **Nora:** By accident.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(alignmentProblems)
