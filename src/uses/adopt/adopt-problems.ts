import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of a repository that is to become a show. */
export const adoptProblems = {
  'adopt-nothing-found': {
    severity: 'error',
    why: 'No file looks like an episode, so there is nothing to make a show of. Often it is the wrong folder, or the episodes stand in the feed of a host alone.',
    bad: 'castwright adopt my-site/themes',
    good: 'castwright adopt my-site',
  },
  'adopt-value-missing': {
    severity: 'warning',
    why: 'A show needs the value, and no file of the repository has it. It stands as a comment in show.yaml.',
    bad: '# title: no file says what the show is called',
    good: 'title: Night Trains',
  },
  'adopt-item-unmatched': {
    severity: 'warning',
    why: 'Episodes that subscribers have in the live feed are in no file, so a feed of the files would take them away.',
    bad: 'castwright adopt my-site --feed feed.xml   # 3 episodes of the feed have no file',
    good: 'castwright import feed.xml my-show   # makes files of all of them',
  },
  'adopt-group-left': {
    severity: 'warning',
    why: 'Episodes lie in several folders. Nobody can see from outside whether they are seasons of one show or several shows, so only the largest folder was taken.',
    bad: 'episodes: "_boats/*.md"   # and _trains/ has episodes as well',
    good: 'episodes: "{_boats,_trains}/*.md"',
  },
  'adopt-shared-left': {
    severity: 'warning',
    why: 'A generator gives fields to all pages of a folder, from a file of data or a configuration. Castwright reads each episode by itself, so these fields are in no episode.',
    bad: '{"season": 1}   # in episodes/episodes.json',
    good: 'season: 1   # in each episode',
  },
  'adopt-show-unclear': {
    severity: 'error',
    why: 'In a tree of several shows, a title or an address is that of one of them. Given to all, it would be wrong in all others.',
    bad: 'castwright adopt my-site --title "Night Trains"   # with two shows in my-site/content',
    good: 'castwright adopt my-site --show content/trains --title "Night Trains"',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(adoptProblems)
