import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of notes that apps would show otherwise, or not at all. */
export const notesProblems = {
  'html-removed': {
    severity: 'warning',
    why: 'Show notes carry text only. Scripts, forms, players and drawings are taken out with what is in them: podcast apps remove or refuse them, and on the page they would run with the rights of the site.',
    bad: '<video src="teaser.mp4"></video>',
    good: '[Watch the teaser](teaser.mp4)',
  },
  'embed-linked': {
    severity: 'info',
    why: 'An embedded page (`<iframe>`) is shown by no podcast app and lets a third party watch the visitors of the page, so it is published as a link.',
    bad: '<iframe src="https://maps.example/embed/1"></iframe>',
    good: '[The map](https://maps.example/1)',
  },
  'link-unsafe': {
    severity: 'warning',
    why: 'Links of show notes lead to web pages and mail addresses. Any other scheme could run code in the app or on the page. So the text stays, and the link is removed.',
    bad: '[Listen](javascript:play())',
    good: '[Listen](https://example.org/episodes/1/)',
  },
  'link-unreadable': {
    severity: 'warning',
    why: 'The address is not a URL, so no app could open it. The text stays, and the link is removed.',
    bad: '[Our chat](https://exa mple.org:chat)',
    good: '[Our chat](https://example.org/chat)',
  },
  'episode-link-left-out': {
    severity: 'warning',
    why: 'A link to the file of an episode leads to its page. Where that episode is not published there is no page, and a link would lead nowhere, or tell of it too early.',
    bad: '[The next one](013-harbour.md), which is a draft',
    good: '[The one before](011-north.md)',
  },
  'html-too-complex': {
    severity: 'warning',
    why: 'A single HTML element of the notes holds more than a thousand tags or 300,000 characters. Reading such HTML can take minutes, so only its text is published.',
    bad: '<table> with a thousand rows',
    good: 'A list in Markdown, or a link to the table',
  },
  'notes-cut': {
    severity: 'info',
    why: 'Apple Podcasts and Spotify take 4,000 bytes of show notes. Longer ones are cut there at the end of a sentence, with a link to the page of the episode; every other app and reader gets all of them.',
    bad: 'Show notes of five screens',
    good: 'What matters first, in the first four thousand bytes',
  },
  'title-like-html': {
    severity: 'info',
    why: 'A feed gives titles as plain text, but some readers of RSS (Liferea) take one for HTML and drop what looks like a tag.',
    bad: 'title: The <blink> tag',
    good: 'title: The blink tag',
  },
  'description-too-long': {
    severity: 'warning',
    why: 'Apple Podcasts and PSP-1 allow 4,000 bytes (not characters) in a description; what is longer is cut or refused there.',
    bad: 'summary: a text of 4,200 bytes',
    good: 'summary: two or three sentences; the rest goes into the show notes',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export type NotesCode = keyof typeof notesProblems

export const problem = problemsOf(notesProblems)
