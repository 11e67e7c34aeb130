import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of caption files that do not keep to their format. */
export const formatProblems = {
  'cue-unreadable': {
    severity: 'warning',
    why: 'A line that should say when a caption is shown cannot be read. Its text is kept with the caption before it; the rest of the file is not affected.',
    bad: '00:00:05,500 --> 00:0x:08,000\nHello.',
    good: '00:00:05,500 --> 00:00:08,000\nHello.',
  },
  'cue-text-after-blank-line': {
    severity: 'info',
    why: 'A blank line ends a caption. Text that follows one without a time of its own is not shown by most players, so it was added to the caption before it.',
    bad: '00:01.000 --> 00:04.000\nHello.\n\nIt is me.',
    good: '00:01.000 --> 00:04.000\nHello.\nIt is me.',
  },
  'cue-times-irregular': {
    severity: 'info',
    why: 'Some captions last no time at all, begin before the caption above them, or overlap it. They are read as they are; published files get times that every player accepts.',
    bad: '00:04.000 --> 00:04.000\nHello.',
    good: '00:04.000 --> 00:05.000\nHello.',
  },
  'webvtt-header-missing': {
    severity: 'info',
    why: 'A WebVTT file begins with a line WEBVTT. Players refuse a file without it; it was read all the same, and the published file has it.',
    bad: '00:01.000 --> 00:04.000\nHello.',
    good: 'WEBVTT\n\n00:01.000 --> 00:04.000\nHello.',
  },
  'transcript-json-invalid': {
    severity: 'error',
    otherwise: 'A warning in a show: the episode is published without it.',
    why: 'The file is not JSON, or not JSON of the kind it seemed to be, so nothing of the transcript could be read.',
    bad: '{"segments": [{"startTime": 0, "body": "Hello"}',
    good: '{"version": "1.0.0", "segments": [{"startTime": 0, "body": "Hello"}]}',
  },
  'transcript-lines-invalid': {
    severity: 'error',
    otherwise: 'A warning in a show: the episode is published without it.',
    why: 'A file of lines with tabs (Audacity, Whisper) has a line that does not hold two times and a text, so nothing of the transcript could be read.',
    bad: '0.000000\t4.000000\tHello.\nIt is me.',
    good: '0.000000\t4.000000\tHello.\n4.000000\t6.000000\tIt is me.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(formatProblems)
