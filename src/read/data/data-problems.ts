import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of files that cannot be read, or whose data cannot be read. */
export const dataProblems = {
  'file-unreadable': {
    severity: 'error',
    why: 'A file of the show could not be read from disk. Leaving it out in silence could take an episode from listeners.',
    bad: 'an episode file without read permission, or one that is a directory',
    good: 'a readable file',
  },
  'text-decoded': {
    severity: 'info',
    otherwise: 'A warning if letters are lost, or if the guess is uncertain.',
    why: 'A text file should be UTF-8. This one is not, so its letters beyond ASCII were guessed. If the guess is wrong, listeners read wrong letters.',
    bad: 'a transcript that an old editor for Windows saved in its own encoding',
    good: 'the same file, saved as UTF-8',
  },
  'conflict-unresolved': {
    severity: 'warning',
    why: 'Git or `castwright import` left two versions of a place in the file, for a person to choose. Listeners would read both, and the marks.',
    bad: '<<<<<<< yours\nNight trains.\n=======\nDay trains.\n>>>>>>> source',
    good: 'Night trains.',
  },
  'front-matter-unreadable': {
    severity: 'error',
    why: 'The front matter breaks the rules of its syntax, so nothing of it could be used.',
    bad: '---\ntitle: Trains: a beginning\n---',
    good: '---\ntitle: "Trains: a beginning"\n---',
  },
  'front-matter-code': {
    severity: 'error',
    why: 'Front matter that is a program (---js) is never run: building a show must not execute what somebody wrote into an episode.',
    bad: '---js\n{title: "One"}\n---',
    good: '---\ntitle: One\n---',
  },
  'front-matter-unclosed': {
    severity: 'warning',
    why: 'The line that ends the front matter is missing. The whole file was read as data, so its text is not in the show notes.',
    bad: '---\ntitle: One',
    good: '---\ntitle: One\n---\nShow notes.',
  },
  'text-cut': {
    severity: 'warning',
    why: 'In YAML, a # after a blank begins a comment, and an & at the beginning gives the value a name. In a text without quotes, the rest of the text or its first word is then lost.',
    bad: 'title: Rust #1 hit',
    good: 'title: "Rust #1 hit"',
  },
  'duplicate-key': {
    severity: 'warning',
    why: 'A key stands twice. The last value counts, as in most tools, and the other one is lost.',
    bad: 'title: One\ntitle: Two',
    good: 'title: Two',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(dataProblems)
