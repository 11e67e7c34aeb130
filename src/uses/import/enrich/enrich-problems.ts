import {problemsOf} from '../../../model/problem.ts'
import type {ProblemKind} from '../../../model/problem-kind.ts'

/** Problems of `import --only enrich`, which makes a copy of a host's feed that says more than the feed. */
export const enrichProblems = {
  'enrich-site-missing': {
    severity: 'error',
    why: 'The richer copy has an address of its own, and nothing in the feed of the host says it.',
    bad: 'castwright import https://host.example/feed.xml my-show --only enrich',
    good: 'castwright import https://host.example/feed.xml my-show --only enrich --site https://example.org/my-show/',
  },
  'enrich-source-kind': {
    severity: 'error',
    why: 'A copy follows the feed that podcast apps have. An export stands still, and a channel has no media that apps can load.',
    bad: 'castwright import export.xml my-show --only enrich',
    good: 'castwright import https://host.example/feed.xml my-show --only enrich --site https://example.org/my-show/',
  },
  'enrich-source-own': {
    severity: 'error',
    why: 'The copy would be made of itself: new episodes of the host would never come in. This happens when the host redirects its feed to the copy.',
    bad: 'https://host.example/feed.xml answers 301 with https://example.org/my-show/feed.xml',
    good: 'https://host.example/feed.xml answers 200, and says <itunes:new-feed-url>https://example.org/my-show/feed.xml</itunes:new-feed-url>',
  },
  'enrich-source-other': {
    severity: 'error',
    why: 'Nothing that the feed has is in the copy. Either it is another show now, or the host has given every episode a new guid, and apps would deliver them all again.',
    bad: 'the feed of a show that took over the address',
    good: 'the feed of the show that was imported here',
  },
  'enrich-source-cut': {
    severity: 'error',
    why: 'The feed ends in the middle. What is cut off would be taken for a change of the host, and nobody looks at what a schedule does.',
    bad: '<item><title>First li',
    good: '</channel></rss>',
  },
  'enrich-fact-restored': {
    severity: 'warning',
    why: 'Title, date, guid, media and numbers are facts of the host while its feed is the source: subscribers of both feeds must have the same.',
    bad: 'title: My own title   # where the feed says something else',
    good: 'subtitle: My own line below the title',
  },
  'enrich-text-kept': {
    severity: 'info',
    why: 'You and the host have changed the same text. The copy keeps yours.',
    bad: 'a paragraph that both have written anew',
    good: 'your paragraph, with what the host has changed in it',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(enrichProblems)
