import type {StoreChanges} from '../../deploy/deploy-files.ts'
import {type Problem, withSeverity} from '../../model/problem.ts'
import {problem} from '../use-problems.ts'

/** A feed of one member, below a folder that nobody can guess. What members have of an episode before everybody is no feed. */
const memberFeed = /^(.*?)\/([\da-f]{48})\/(?!media\/|images\/).+\.(?:xml|json)$/

/** The folders of members in these paths, each as often as it is there, by the feed. */
function memberFolders(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const path of paths) {
    const [, feed, token = ''] = memberFeed.exec(path) ?? []
    if (feed !== undefined) found.set(feed, (found.get(feed) ?? new Set()).add(token))
  }
  return found
}

/**
 * Members who have a feed from the store, and none from the output. The lock tells nothing of a list that is in the environment (`$MEMBERS`),
 * and a job of CI has no earlier output at hand: there, the store is the only one that remembers. Problem: `deploy-members-gone`.
 */
export function membersGone({uploads, unchanged, before}: StoreChanges): readonly Problem[] {
  const now = memberFolders([...uploads.map(({path}) => path), ...unchanged])
  return [...memberFolders(before)].flatMap(([feed, had]) => {
    const have = now.get(feed) ?? new Set()
    const gone = [...had].filter((token) => !have.has(token)).length
    const added = [...have].filter((token) => !had.has(token)).length
    return gone === 0 ? [] : [saidOf(feed, gone, added)]
  })
}

function saidOf(feed: string, gone: number, added: number): Problem {
  const lose = gone === 1 ? '1 member loses' : `${gone} members lose`
  const message = `${lose} the feed ${feed}, which the store has and the output has not`
  if (added === 0) {
    const hint =
      'That is right if they were taken off the list; if not, write them into it as they were, and deploy again'
    return withSeverity(problem('deploy-members-gone', {}, message, hint), 'info')
  }
  const others = `${added} new ${added === 1 ? 'member gets' : 'members get'} one: a name with another spelling is a new member, with another address`
  const hint =
    'If somebody is to keep the feed, write the name as it was, and deploy again: the address is then the same'
  return problem('deploy-members-gone', {}, `${message}; ${others}`, hint)
}
