import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of interview articles, and of what is taken from their text. */
export const interviewProblems = {
  'fact-inferred': {
    severity: 'info',
    why: 'A fact (title, date, video, person) stands in the text and not in the front matter. It is used; writing it into the front matter makes it certain.',
    bad: '<small>Published April 13, 2022.</small>',
    good: 'date: 2022-04-13',
  },
  'transcript-inferred': {
    severity: 'info',
    why: 'The body of the episode is an interview, so its questions and answers are published as the transcript and not as show notes.',
    bad: '### How did it begin?\n\n**Nora:** By accident.',
    good: '## Transcript\n\n**Ida:** How did it begin?\n\n**Nora:** By accident.',
  },
  'interview-host-unknown': {
    severity: 'info',
    why: 'The body has the form of an interview, but nothing says who asks the questions. It is published as show notes, because a transcript names its speakers.',
    bad: '### How did it begin?\n\n**Nora:** By accident.',
    good: 'hosts: [Ida Berg]\n\n### How did it begin?\n\n**Nora:** By accident.',
  },
  'body-perhaps-transcript': {
    severity: 'warning',
    why: 'The text below the front matter is as long as speech and has its form, but nothing declares it the transcript. It would stand in the description of every app, and nobody would have captions.',
    bad: '---\ntitle: First light\n---\nMara: Hello.   # and so on, for 20 kB',
    good: '---\ntitle: First light\nbody: transcript\n---\nMara: Hello.',
  },
  'interview-question-uncertain': {
    severity: 'warning',
    why: 'The text was copied from a web page and has lost its headings, so nothing says whether these paragraphs belong to the answer before them or to the next question. They are published in the answer, where the page shows them.',
    bad: 'Nora: By accident.\n\nThat was in May.\n\nAnd then?\n\nNora: Then we sailed.',
    good: '**Nora:** By accident.\n\nThat was in May.\n\n### And then?\n\n**Nora:** Then we sailed.',
  },
  'promotion-dropped': {
    severity: 'info',
    why: 'A picture link or a line of advertising stands inside an interview. Nobody says it, so it is neither in the transcript nor in the show notes.',
    bad: '<a href="https://example.com/?utm_source=blog"><img src="banner.png"></a>',
    good: '[Our sponsor](https://example.com/)',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(interviewProblems)
