import {feedRules} from '../rule.ts'
import {podcast2, specs} from '../rule-sources.ts'

/** Shared checks of JSON find the fault, and their message is kept. */
function inOtherWords(message: string): string {
  return message
}

/** The message about a list that is not in the order of time. `one` names its entries: a segment or a chapter. */
function disordered(fault: 'ends early' | 'starts early' | 'starts again', one: string, start: number, end = start) {
  if (fault === 'ends early') return `The ${one} ends (${end}) before it starts (${start})`
  if (fault === 'starts again') return `Another ${one} starts at ${start} as well`
  const message = `The ${one} starts at ${start}, before the one above it`
  return {message, hint: `Put each ${one} behind those that start earlier`}
}

/** Rules for transcripts and chapters of Podcasting 2.0 in JSON. */
export const sidecarRules = feedRules({
  'transcript-file-value-invalid': {
    severity: 'error',
    spec: specs.jsonTranscript,
    profiles: podcast2,
    why: 'In a JSON transcript, times are numbers of seconds, and names and texts are strings. With other values, apps show no transcript.',
    check: inOtherWords,
    in: 'file',
    bad: '{"version": "1.0.0", "segments": [{"startTime": "0:01", "body": "Hello"}]}',
    good: '{"version": "1.0.0", "segments": [{"startTime": 1, "body": "Hello"}]}',
  },
  'transcript-file-member-missing': {
    severity: 'error',
    spec: specs.jsonTranscript,
    profiles: podcast2,
    why: 'A segment without a start or without a text cannot be shown.',
    check: inOtherWords,
    in: 'file',
    bad: '{"version": "1.0.0", "segments": [{"body": "Hello"}]}',
    good: '{"version": "1.0.0", "segments": [{"startTime": 1, "body": "Hello"}]}',
  },
  'transcript-file-disordered': {
    severity: 'warning',
    spec: specs.jsonTranscript,
    profiles: podcast2,
    why: 'Segments must be in the order of time, and each must end after it starts. Apps find the spoken segment by a search that needs this order.',
    check: disordered,
    in: 'transcript in JSON',
    bad: '{"startTime": 9, "body": "Two"}, {"startTime": 1, "body": "One"}',
    good: '{"startTime": 1, "body": "One"}, {"startTime": 9, "body": "Two"}',
  },
  'chapter-file-value-invalid': {
    severity: 'error',
    spec: specs.jsonChapters,
    profiles: podcast2,
    why: 'Starts and ends of chapters are numbers of seconds, titles are strings, and pictures and links are full addresses. With other values, apps show no chapters.',
    check: inOtherWords,
    in: 'file',
    bad: '{"version": "1.2.0", "chapters": [{"startTime": "1:30"}]}',
    good: '{"version": "1.2.0", "chapters": [{"startTime": 90}]}',
  },
  'chapter-file-member-missing': {
    severity: 'error',
    spec: specs.jsonChapters,
    profiles: podcast2,
    why: 'A chapter file has a version and a list of chapters. Each chapter has a start.',
    check: inOtherWords,
    in: 'chapters in JSON',
    bad: '{"title": "Intro"}',
    good: '{"startTime": 0, "title": "Intro"}',
  },
  'chapter-file-disordered': {
    severity: 'warning',
    spec: specs.jsonChapters,
    profiles: podcast2,
    why: 'Chapters must be in the order of time. No two may start at the same time, and each must end after it starts. Apps do not sort or correct the list.',
    check: disordered,
    in: 'chapters in JSON',
    bad: '{"startTime": 90}, {"startTime": 0}',
    good: '{"startTime": 0}, {"startTime": 90}',
  },
})
