import {problemsOf} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'

/** Problems of chapters that apps would not show, or would show in the wrong order. */
export const chapterProblems = {
  'chapters-unreadable': {
    severity: 'error',
    otherwise: 'A warning in a show: the episode is published without them.',
    why: 'A chapter file, or the chapters in front matter, cannot be read at all. If it were published without them, its chapters would be lost and nobody would notice.',
    bad: '{"version": "1.2.0", "chapters": [{"startTime": 0 "title": "Intro"}]}',
    good: '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Intro"}]}',
  },
  'chapters-format-unknown': {
    severity: 'error',
    why: 'The chapter format is not one that is known, or the text looks like none of them, so there is nothing to read or write.',
    bad: 'castwright chapters notes.txt --to cue',
    good: 'castwright chapters notes.txt --to podcast-json',
  },
  'chapters-none': {
    severity: 'warning',
    why: 'The file that `castwright chapters` converts has no chapters, so neither has what it becomes.',
    bad: 'castwright chapters talk.mp3   (a recording without chapters)',
    good: 'castwright chapters talk.chapters.txt',
  },
  'chapter-unreadable': {
    severity: 'warning',
    why: 'One chapter has no time that can be understood. It is left out; the others are published.',
    bad: '- start: 12 o’clock\n  title: Headers',
    good: '- start: "12:00"\n  title: Headers',
  },
  'chapters-unsorted': {
    severity: 'warning',
    why: 'The chapters do not rise in time. Apps assume that they do, so they are published sorted; usually one of the times is a slip, and that chapter now comes too early or too late.',
    bad: '0:00 Intro\n13:20 Second topic\n7:30 First topic',
    good: '0:00 Intro\n7:30 First topic\n13:20 Second topic',
  },
  'chapter-duplicate': {
    severity: 'info',
    why: 'The same chapter is listed twice. It is published once.',
    bad: '0:00 Intro\n0:00 Intro',
    good: '0:00 Intro',
  },
  'chapter-start-shared': {
    severity: 'warning',
    why: 'Two chapters start at the same instant, so one of them would have no length. Apps differ in which of them they show; the first is published.',
    bad: '0:00 Intro\n0:00 Welcome',
    good: '0:00 Intro\n0:20 Welcome',
  },
  'chapter-beyond-end': {
    severity: 'warning',
    why: 'The chapter starts after the end of the episode, where nobody can go. It is left out. Often the hour is wrong, or the file was cut after the chapters were written.',
    bad: '1:14:00 Outro   # in an episode of 1:00:01',
    good: '0:59:00 Outro',
  },
  'chapter-end-before-start': {
    severity: 'warning',
    why: 'The chapter ends before it starts. The end is left out: the chapter runs to the next one.',
    bad: '{start: "10:00", end: "9:30", title: Headers}',
    good: '{start: "10:00", end: "12:30", title: Headers}',
  },
  'chapters-not-at-zero': {
    severity: 'info',
    why: 'The first chapter does not start at 0:00. Apps play it so, but Apple, Spotify and YouTube take no chapters from a description whose first time is not 0:00.',
    bad: '0:45 Intro\n7:30 First topic',
    good: '0:00 Cold open\n0:45 Intro\n7:30 First topic',
  },
  'chapter-untitled': {
    severity: 'warning',
    why: 'Apps cannot list a chapter without a title, and Apple requires one. It is published as a silent marker: its picture and link are shown, the list leaves it out.',
    bad: '{"startTime": 60, "title": ""}',
    good: '{"startTime": 60, "title": "Headers first"}',
  },
  'chapters-not-for-description': {
    severity: 'error',
    why: 'Apple, Spotify and YouTube show chapters from lines of an episode description only if all of them follow the rules of the three: the first at 0:00, three or more, each of 30 seconds or more. These chapters do not, so no lines are written: they would be ignored.',
    bad: '0:00 Intro\n0:12 Music\n7:30 First topic',
    good: '0:00 Intro\n7:30 First topic\n13:20 Second topic',
  },
  'chapters-disagree': {
    severity: 'warning',
    why: 'Two sources give different chapters for one episode, for example the chapter file and the audio file itself. Apps merge what they find, so listeners see a mixture or the wrong list.',
    bad: 'chapters: ["0:00 Intro", "8:00 Topic"]   # while the MP3 says 0:00 Intro, 7:30 Topic',
    good: 'chapters: ["0:00 Intro", "7:30 Topic"]',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(chapterProblems)
