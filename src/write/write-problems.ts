import {problemsOf} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'

/** Files that cannot be written. */
export const writeProblems = {
  'output-collision': {
    severity: 'error',
    why: 'Two inputs would be written to one file, so one of them would be lost without a word. Paths that differ only in upper and lower case count as one: macOS and Windows keep only one of them.',
    bad: 'episodes/one.md and episodes/copy.md, both with `slug: one`',
    good: 'slug: one\nslug: one-again',
  },
  'output-not-ours': {
    severity: 'error',
    why: 'The output folder holds a file of this name that Castwright did not write, with other content. It is somebody’s work, so it is not overwritten.',
    bad: 'castwright build --out my-own-site   (which has an index.html of its own)',
    good: 'castwright build --out my-own-site/podcast',
  },
  'output-path-reserved': {
    severity: 'error',
    why: 'A path that leads out of the output folder, or into the folder where Castwright keeps its own lists, would overwrite files that are no part of the site.',
    bad: 'feeds:\n  rss: .castwright/feed.xml',
    good: 'feeds:\n  rss: podcast/feed.xml',
  },
  'output-incomplete': {
    severity: 'error',
    why: 'A build stopped while it replaced files: some are new and some are old. What the feeds name is there all the same, since feeds are replaced last. The message names what is new.',
    bad: 'a folder of the output that is made read-only while a build runs',
    good: 'castwright build   (again: it does the rest)',
  },
  'output-unwritable': {
    severity: 'error',
    why: 'The operating system refused to write or replace a file in the output folder. What was there before is still whole.',
    bad: 'an output folder without write permission, or a full disk',
    good: 'castwright build --out some-folder-of-mine',
  },
  'output-busy': {
    severity: 'error',
    why: 'Another build is writing to the same output folder. Two at once would mix their files.',
    bad: 'two `castwright build` in two terminals',
    good: 'wait for the other build to end',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(writeProblems)
