import {problemsOf} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'

/**
 * Problems that can only be seen when all episodes, or all pages, are looked at together. `check` reports them. `build` also reports
 * numbers that two episodes have, and links to what is not published.
 */
export const checkProblems = {
  'title-duplicate': {
    severity: 'warning',
    why: 'Two episodes have the same title, so listeners cannot tell them apart in a list, and often the second was copied and its title forgotten.',
    bad: 'title: Dusk (in two files)',
    good: 'title: Dusk, part two',
  },
  'number-duplicate': {
    severity: 'warning',
    why: 'Two episodes have the same number (in the same season). Apps sort by the number, so one of the two stands at the wrong place in their list. Builds report this as well.',
    bad: 'episode: 7 (in two files)',
    good: 'episode: 8',
  },
  'number-gap': {
    severity: 'info',
    why: 'A number between two episodes is missing. Listeners ask where the episode is. It may be intended, or a slip.',
    bad: 'episode: 7, then episode: 9',
    good: 'episode: 8',
  },
  'dates-not-in-order': {
    severity: 'warning',
    why: 'A serial show is heard from the first number on. This episode has a later number but an earlier date. Apps that sort by date list it before the episodes that it follows.',
    bad: 'episode: 2, date: 2026-01-01 (episode 1 is of 2026-02-01)',
    good: 'episode: 2, date: 2026-02-08',
  },
  'notes-missing': {
    severity: 'info',
    why: 'The episode has neither show notes nor a summary. So apps show only its title, and people can find it only by its title.',
    bad: 'A file with front matter and nothing below it',
    good: 'A sentence on what the episode is about, and its links',
  },
  'people-missing': {
    severity: 'info',
    why: 'No episode names anybody, so apps and pages cannot say who speaks. Hosts are written once for the whole show.',
    bad: 'A show.yaml without hosts, and episodes without guests',
    good: 'hosts: [Mara Winter]',
  },
  'link-broken': {
    severity: 'warning',
    why: 'A page links to an address below the site that the build does not write, so visitors land on an error. It may be misspelt, or belong to an episode that is not published yet.',
    bad: '[Last week](../001-frist-light/)',
    good: '[Last week](../001-first-light/)',
  },
  'link-unpublished': {
    severity: 'warning',
    why: 'Public notes link to a page or a file of an episode that is a draft or scheduled. The address tells its name before its time, and leads nowhere until then. Builds say it as well.',
    bad: '[Next week](/media/012-the-surprise.mp3), while 012-the-surprise.md is scheduled',
    good: '[Next week](/media/012-the-surprise.mp3), written once that episode is published',
  },
  'anchor-missing': {
    severity: 'warning',
    why: 'A link leads to a part of a page (after `#`) that the page does not have, so it opens at the top.',
    bad: '[What she said](../001-first-light/#transcirpt)',
    good: '[What she said](../001-first-light/#transcript)',
  },
  'alt-missing': {
    severity: 'warning',
    why: 'A picture in the show notes has no text. People who do not see it, and apps that show no pictures, get nothing instead.',
    bad: '![](platform.jpg)',
    good: '![The empty platform at six in the morning](platform.jpg)',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(checkProblems)
