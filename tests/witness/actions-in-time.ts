import {episodeFile} from '../temporary-show.ts'
import {type Action, all, andFeed, edit, inShow, put, remove} from './deeds.ts'

/** Members have it from 2026-05-28 on, and everybody from 2026-06-04. */
const soon = put({'010-soon.md': episodeFile('soon', ['date: 2026-06-04'])})
const later = put({'010-later.md': episodeFile('later', ['date: 2026-06-20'])})
const early = all(andFeed('supporters', 'early: 1 week'), soon)
const withoutEarly = edit('show.yaml', ', early: 1 week', '')

/** What an author takes back that was published after the rest. */
export const actionsInTime: readonly Action[] = [
  {
    what: 'the time that members have before everybody taken back',
    first: early,
    does: withoutEarly,
    says: ['feed-episodes-gone'],
  },
  {
    what: 'that time made shorter',
    first: early,
    does: edit('show.yaml', 'early: 1 week', 'early: 1 day'),
    says: ['feed-episodes-gone'],
  },
  {
    what: 'that time made shorter, and members keep what they have',
    first: early,
    does: edit('show.yaml', 'early: 1 week', 'early: 4 days'),
    says: [],
  },
  {
    what: 'that time made longer',
    first: early,
    does: edit('show.yaml', 'early: 1 week', 'early: 2 weeks'),
    says: [],
  },
  {
    what: 'that time taken back, when nobody has anything early',
    first: all(andFeed('supporters', 'early: 1 week'), later),
    does: withoutEarly,
    says: [],
  },
  {
    what: 'that time taken back, with the lock deleted',
    first: all(andFeed('supporters', 'early: 1 week'), later),
    does: all(withoutEarly, remove('castwright.lock.json')),
    says: [],
  },
  {
    what: 'a new episode of a show that has ended',
    first: inShow('complete: true'),
    does: put({'009-new.md': episodeFile('new', ['date: 2026-05-01'])}),
    says: [],
    warns: ['complete-show-goes-on'],
  },
  {
    what: 'a new episode of a show that had ended and goes on',
    first: inShow('complete: true'),
    does: all(edit('show.yaml', 'complete: true\n', ''), put({'009-new.md': episodeFile('new', ['date: 2026-05-01'])})),
    says: [],
    warns: ['complete-show-goes-on'],
  },
  {
    what: 'the end of a show, before its last episode is due',
    does: all(inShow('complete: true'), later),
    says: [],
    warns: ['complete-show-goes-on'],
  },
  {
    what: 'another word in a show that has ended',
    first: inShow('complete: true'),
    does: edit('show.yaml', 'author: Kim Vale', 'author: Jo Lund'),
    says: [],
    warns: [],
  },
]
