import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of a first import, and of later ones. */
export const importProblems = {
  'import-file-missing': {
    severity: 'warning',
    why: 'A file that belongs to an episode could not be downloaded. The same command tries again and leaves what is there.',
    bad: 'transcript: [https://host.example/12.vtt]   # not there today',
    good: 'transcript: [012-first-light.vtt]',
  },
  'import-unwritable': {
    severity: 'error',
    why: 'A file of the show could not be written or read, so the import ended there. What it has written stays, and the same command goes on.',
    bad: 'castwright import https://host.example/trains.rss trains   # where trains is a file, or the disk is full',
    good: 'castwright import https://host.example/trains.rss night-trains',
  },
  'import-record-unreadable': {
    severity: 'error',
    why: 'castwright.import.json says what was imported last. Without it an import cannot tell your changes from those of the source.',
    bad: 'castwright.import.json with half of its lines',
    good: 'git checkout castwright.import.json',
  },
  'import-source-other': {
    severity: 'error',
    why: 'The feed has none of the episodes that were imported here, and another title: it is another show. Both would end in one folder, under one title.',
    bad: 'castwright import https://host.example/boats.rss trains   # where trains/ holds Night Trains',
    good: 'castwright import https://host.example/boats.rss boats',
  },
  'import-item-gone': {
    severity: 'warning',
    why: 'An episode that was imported is not in the source any more. Its file stays: whoever has the feed of your show keeps the episode.',
    bad: 'an episode that the host has deleted',
    good: 'delete its file as well, and accept that in the next build',
  },
  'import-notes-html': {
    severity: 'info',
    why: 'Notes become Markdown where that says the same, which is tried for each episode. A show with thousands of episodes would take minutes. The HTML of the newest ones stays in their files; it is published as it is.',
    bad: '<p>With <b class="guest">Ada</b>.</p>   # in a file, where **Ada** is easier to edit',
    good: 'With **Ada**.',
  },
  'import-file-kept': {
    severity: 'info',
    why: 'The source has another transcript, picture or recording at another address, and you have changed the one that was downloaded. Yours is published.',
    bad: '012-first-light.vtt, which both have corrected',
    good: 'your file, with what the source has corrected in it',
  },
  'import-file-removed': {
    severity: 'info',
    why: 'You have deleted a file that an import wrote. The source still has the episode; it is not written again.',
    bad: '012-first-light.md, deleted',
    good: 'git checkout 012-first-light.md',
  },
  'import-conflict': {
    severity: 'warning',
    why: 'You and the source have changed the same lines since the last import. Both versions stand in the file, as git shows them.',
    bad: '<<<<<<< yours',
    good: 'title: First light',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(importProblems)
