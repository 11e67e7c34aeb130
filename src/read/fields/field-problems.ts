import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of the keys and values that authors write. */
export const fieldProblems = {
  'value-invalid': {
    severity: 'warning',
    otherwise:
      'An error if the key decides whether, when, where or as what something is published (`date`, `draft`, `guid`, `slug`, `feeds`, …), or if an episode would lose its only media.',
    why: 'The value cannot be what the key means, so it is left out. In a list only the wrong item is left out. Apps would show something wrong, or refuse the feed.',
    bad: 'duration: an hour or so',
    good: 'duration: 1:02:03',
  },
  'key-contradicts': {
    severity: 'warning',
    otherwise: 'An error for keys that decide what is published, such as `guid` and `episode_guid`.',
    why: 'Two keys are names of one field and say different things. One value counts, and the other one is lost.',
    bad: 'youtube: https://youtu.be/abcdefghijk\nvimeo: https://vimeo.com/123456789',
    good: 'youtube: https://youtu.be/abcdefghijk',
  },
  'key-passed-over': {
    severity: 'info',
    why: 'Two keys that mean one field to Castwright say different things. In other tools they often mean two things. One of them counts. It is said once for the whole show.',
    bad: 'excerpt: In short.\ndescription: In more words.',
    good: 'fields: {summary: excerpt}   # in show.yaml, if the other one is to count',
  },
  'value-assumed': {
    severity: 'info',
    otherwise: 'A warning if the value contradicts itself, such as a date with the wrong weekday.',
    why: 'The value could be read only with an assumption, which the message states.',
    bad: 'size: 13.7 MB',
    good: 'size: 13700000',
  },
  'key-misspelt': {
    severity: 'warning',
    otherwise: 'An error if the similar key decides what is published: `drfat: true`.',
    why: 'An unknown key differs from a known one by a slip of the finger. Its value would be ignored, and nobody would notice. A key that means something to another tool of yours goes into `other_keys` in show.yaml.',
    bad: 'explict: true',
    good: 'explicit: true',
  },
  'key-unknown': {
    severity: 'info',
    why: 'Castwright does not use this key. It is named once for the whole show. If Castwright has another name for what it holds, map it with `fields` in show.yaml.',
    bad: 'mood: cheerful',
    good: 'fields: {audio.url: my_own_key}',
  },
  'key-refused': {
    severity: 'error',
    why: 'The show is `strict`, and Castwright does not know this key.',
    bad: 'strict: true in show.yaml, and mood: cheerful in an episode',
    good: 'other_keys: [mood] in show.yaml',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(fieldProblems)
