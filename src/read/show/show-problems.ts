import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'
import {episodeProblems} from '../episode/episode-problems.ts'
import {fieldProblems} from '../fields/field-problems.ts'

/** Problems of what the show says about itself and about its feeds. */
export const showProblems = {
  'show-file-missing': {
    severity: 'error',
    why: 'The folder has no show.yaml, so nobody knows what the show is called or where it is published.',
    bad: 'a folder with only episodes in it',
    good: 'title: Night Trains\ndescription: Sleeper trains and the people who run them.\nsite_url: https://example.org/\nlanguage: en',
  },
  'field-defaulted': {
    severity: 'warning',
    why: 'Directories ask for something that was not written. A default is written instead.',
    bad: 'show.yaml without `language`',
    good: 'language: en',
  },
  'field-left-out': {
    severity: 'info',
    why: 'Directories or apps need something that was not written. The show is published all the same: with the default that the message names, or without a value.',
    bad: 'show.yaml without `owner`',
    good: 'owner: {name: Mara Winter, email: mara@example.org}\nowner: none   # instead, for a show that is listed already',
  },
  'show-guid-derived': {
    severity: 'warning',
    why: 'The show has no `guid` of its own yet, so it was derived from the address of the feed. If that address ever changes, apps would see another show. Once the guid is written into show.yaml, it stays the same.',
    bad: 'show.yaml without `guid`',
    good: 'guid: 9b024349-ccf0-5f69-a609-6b82873eab3c',
  },
  'episode-left-out': {
    severity: 'info',
    why: 'A file is named in `leave_out` of show.yaml, so it is not published. It is said in every build, with its reason, so that nobody forgets it.',
    bad: 'leave_out: {"0259.md": no media yet}',
    good: 'audio: 0259.mp3   # in 0259.md, and no leave_out',
  },
  'correction-applied': {
    severity: 'info',
    why: 'Facts of a file are corrected in show.yaml, because the file itself must not be edited. It is said in every build, with its reason.',
    bad: 'corrections: {"0259.md": {video: null, reason: dead link}}',
    good: 'no `video` in 0259.md',
  },
  'correction-unused': {
    severity: 'warning',
    why: 'A name in `corrections` or `leave_out` names no episode file, or several, so nothing is corrected or left out.',
    bad: 'leave_out: {"259.md": no media yet}   # and the file is 0259.md',
    good: 'leave_out: {"0259.md": no media yet}',
  },
  'feed-path-taken': {
    severity: 'error',
    why: 'Two feeds have one address, so subscribers of one would get the other.',
    bad: 'feeds: {film: {media: video, path: feed.xml}}',
    good: 'feeds: {film: {media: video, path: film.xml}}',
  },
  'members-unreadable': {
    severity: 'error',
    why: 'The list of the members of a private feed is not there. An empty list takes the feed from everybody, so a missing one stops the build.',
    bad: 'feeds: {members: {members: membres.txt}}',
    good: 'feeds: {members: {members: members.txt}}',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf({...fieldProblems, ...episodeProblems, ...showProblems})
