import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'
import {dataProblems} from '../data/data-problems.ts'

/** Problems about which files of a show folder are used. */
export const fileProblems = {
  'link-dangling': {
    severity: 'warning',
    why: 'A symbolic link in the show folder leads nowhere, as those of git-annex do where the file was not fetched. What it stands for is not there.',
    bad: 'a link 001-first-light.mp3 to a file that was deleted',
    good: 'the file itself',
  },
  'episodes-missing': {
    severity: 'error',
    why: 'Files look like episodes, but none of them is one, so the show would be published empty. Drafts, scheduled episodes and those in `leave_out` do not count.',
    bad: 'episodes: posts/*.md   # and no post has a date, a number or a media file',
    good: 'episodes: _episodes/*.md',
  },
  'episode-in-doubt': {
    severity: 'warning',
    why: 'The file may be an episode or a page. It has a date where other episodes have recordings as well, a number in its name and nothing else, or people who talk by turns but no recording. It is not published before its author says which of them it is. An episode that was published before stays published.',
    bad: 'title: Subscribe\ndate: 2024-01-31   # and no recording, no transcript, no number',
    good: 'leave_out: {subscribe.md: a page}   # in show.yaml; or in the file, if it is an episode: type: full',
  },
  'file-outside-show': {
    severity: 'error',
    why: 'A path or a symbolic link leads out of the show folder. Such a file is never read or published: a copied show could otherwise publish private files.',
    bad: 'audio: ../../private/diary.mp3',
    good: 'audio: 001-first-light.mp3',
  },
  'file-refused': {
    severity: 'warning',
    why: 'A file beside an episode has its name, but no app could play or show it, so it is not published.',
    bad: '001-first-light.heic beside 001-first-light.md',
    good: '001-first-light.jpg beside 001-first-light.md',
  },
  'file-unclaimed': {
    severity: 'warning',
    why: 'A recording, a transcript, chapters or an article below the show folder belong to no episode: none has their name, and none names them. They are not published, and somebody may wait for them.',
    bad: 'talk.vtt beside 001-first-light.md, which has 001-first-light.mp3',
    good: '001-first-light.vtt beside 001-first-light.md\ntranscript: talk.vtt   # or so, in 001-first-light.md',
  },
  'transcripts-folder-missing': {
    severity: 'warning',
    why: 'The folder that `transcripts_from` names is not there or holds no transcript, as where the other repository was not checked out. The episodes are published without these transcripts.',
    bad: 'transcripts_from: ../transcripts   # and nobody cloned it',
    good: 'git clone https://git.example/transcripts.git ../transcripts',
  },
  'file-skipped': {
    severity: 'info',
    why: 'A file below the show folder was not taken for an episode. The message says why.',
    bad: 'README.md between the episodes',
    good: 'episodes: "*/index.md" in show.yaml, which names only the episodes',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf({...dataProblems, ...fileProblems})
