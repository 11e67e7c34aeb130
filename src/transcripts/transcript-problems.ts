import {problemsOf} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'

/** Problems of transcripts that cannot become what was asked for. */
export const transcriptProblems = {
  'transcript-empty': {
    severity: 'warning',
    why: 'The file is a transcript by its form, but there are no words in it. Listeners who turn the transcript on would see nothing.',
    bad: 'WEBVTT',
    good: 'WEBVTT\n\n00:01.000 --> 00:04.000\nHello.',
  },
  // A warning: what is wrong with an extra file beside an episode must not keep the episode itself from its listeners.
  'transcript-format-refused': {
    severity: 'warning',
    why: 'The file is of a kind that is not read, so the episode is published without this transcript. Saying so is better than publishing half of it, or the error page of a server.',
    bad: '001-first-light.ttml',
    good: '001-first-light.vtt',
  },
  'transcript-format-unknown': {
    severity: 'warning',
    why: 'Neither the name of the file nor its content says what kind of transcript it is, so the episode is published without it.',
    bad: '001-first-light.transcript',
    good: '001-first-light.vtt',
  },
  'transcript-without-times': {
    severity: 'error',
    why: 'Captions say when each line is shown. A text without times can be published as HTML or plain text, but not as captions.',
    bad: 'castwright transcript talk.txt --to vtt',
    good: 'castwright transcript talk.txt --to html',
  },
  'cues-without-times-left-out': {
    severity: 'warning',
    why: 'Some paragraphs of the transcript have no time, so the captions cannot show them.',
    bad: 'Ada (0:00):\nHello.\n\nGrace:\nHello Ada.',
    good: 'Ada (0:00):\nHello.\n\nGrace (0:04):\nHello Ada.',
  },
  'cue-time-outlying': {
    severity: 'warning',
    why: 'A time is far from the times around it, as after a slip of one figure. Published as it is, it would delay every caption after it. A time between its neighbours is published instead, and the neighbours keep their times.',
    bad: '00:00:54,000 --> 00:00:07,000',
    good: '00:00:05,400 --> 00:00:07,000',
  },
  'cue-times-equal': {
    severity: 'warning',
    why: 'All captions begin at the same time, as a program writes that knows no times. Shown so, they would all stand on the screen at once. They are published as text only.',
    bad: '00:00:00,000 --> 00:00:00,000\nHello.\n\n00:00:00,000 --> 00:00:00,000\nIt is me.',
    good: '00:00:01,000 --> 00:00:03,000\nHello.\n\n00:00:03,000 --> 00:00:05,000\nIt is me.',
  },
  'cues-sorted': {
    severity: 'info',
    why: 'The captions do not stand in the order of their times, as where a program writes one speaker after the other. Sorted by their times they fit together, so they are published in that order.',
    bad: '00:10.000 --> 00:12.000\nAnd you?\n\n00:04.000 --> 00:06.000\nHow are you?',
    good: '00:04.000 --> 00:06.000\nHow are you?\n\n00:10.000 --> 00:12.000\nAnd you?',
  },
  'cue-times-begin-anew': {
    severity: 'warning',
    why: 'From one line on, the times contradict all the others, as they do where two files were joined. Captions at the wrong minute are worse than none, so these are published as text only.',
    bad: '00:30:00,000 --> 00:30:04,000\nGoodbye.\n\n00:00:00,000 --> 00:00:03,000\nThe second part.',
    good: '00:30:00,000 --> 00:30:04,000\nGoodbye.\n\n00:30:04,000 --> 00:30:07,000\nThe second part.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(transcriptProblems)
