import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of a feed as a whole. */
export const planProblems = {
  'feed-too-large': {
    severity: 'warning',
    why: 'Apps fetch a feed whole whenever they look for new episodes, and some of them do so hourly: a large feed is slow on phones and costs the host traffic. The size is that of the file; compressed on the wire it is about a tenth.',
    bad: 'a feed of 1,500 episodes with long show notes, 6 MB',
    good: 'items_per_feed: 300   # in show.yaml; older episodes go to archives',
  },
  'picture-elsewhere': {
    severity: 'info',
    why: 'Feeds name a picture on another host, and apps show it. Pages do not load it, because that host would then see everyone who opens a page. A portrait is replaced by a letter, and a cover is left out.',
    bad: 'image: https://cdn.example/cover.jpg   # with site_url: https://show.example/',
    good: 'image: cover.jpg   # in the folder of the show',
  },
  'members-secret': {
    severity: 'error',
    why: 'The addresses of members are made from CASTWRIGHT_SECRET. Without it nobody can make them. A short one could be found by trying, and then everybody could read the feed.',
    bad: 'CASTWRIGHT_SECRET=swordfish castwright build',
    good: 'CASTWRIGHT_SECRET=… castwright build   # made once by openssl rand -hex 32, kept as a secret of CI',
  },
  'members-gone': {
    severity: 'warning',
    why: 'Members are not on the list any more, so their private addresses lead nowhere. That is right for whoever has left. It is wrong for a member who is only named otherwise now, as with a new mail address: the address is made from the spelling.',
    bad: 'kim@new.example   # in place of kim@old.example, for the same person',
    good: 'kim@old.example   # and a line of its own: # Kim writes from kim@new.example now',
  },
  'members-left': {
    severity: 'warning',
    why: 'Without CASTWRIGHT_SECRET nobody can make the feeds for members. The build makes everything else, and leaves the feeds that members have as they are: new episodes are missing in them. That is right for a pull request, and wrong where the show is published for members.',
    bad: 'castwright build   # with CASTWRIGHT_SECRET unset, and feeds: {supporters: {members: members.txt}}',
    good: 'castwright build --for public   # and where the secret is: castwright build --for members --out members',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(planProblems)
