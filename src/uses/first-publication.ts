import {hasErrors, type Problem} from '../model/problem.ts'
import type {Show} from '../model/show.ts'
import {readLock} from '../plan/identity/lock-file.ts'
import {openShow} from '../read/read.ts'
import {askServers} from './move/ask-servers.ts'
import {problem} from './use-problems.ts'

/** How the addresses of the feeds are asked. */
export type FirstPublication = {
  /** Whether the addresses may be in a private network. */
  readonly allowPrivate?: boolean
}

/** A lost lock and a show that nobody has had yet look the same on a clean checkout. Only the address of the feed tells them apart. */
const nobodyThere = new Set([404, 410])

/**
 * Why the show in `folder` must not get its first lock here: it has no lock, and listeners have its feed already, or nobody knows
 * whether they do. A show with a lock is asked nothing. Problem: `lock-missing`.
 */
export async function whyNotFirst(folder: string, options: FirstPublication): Promise<readonly Problem[]> {
  const stored = await readLock(folder)
  // A lock that cannot be read is a problem of the build.
  if (!stored.ok || stored.value.lock !== undefined) return []
  const opened = await openShow(folder)
  return !opened.ok || hasErrors(opened.problems) ? [] : askFeeds(opened.value.show, options)
}

/** The same for feeds whose lock is known to be missing. */
export async function askFeeds(
  {feeds, siteUrl, file}: Pick<Show, 'feeds' | 'siteUrl' | 'file'>,
  {allowPrivate = false}: FirstPublication,
): Promise<readonly Problem[]> {
  const addresses = feeds.flatMap(({members, paths}) =>
    members === undefined ? Object.values(paths).map((path) => new URL(path, siteUrl).href) : [],
  )
  const servers = askServers(allowPrivate ? new Set([new URL(siteUrl).host]) : new Set())
  try {
    const answers = await Promise.all(addresses.map((address) => servers.get(address)))
    return addresses.flatMap((address, index) => {
      const answer = answers[index]
      if (answer === undefined) return []
      if ('fault' in answer) return [isUnknown(address, file, answer.fault)]
      const {status} = answer
      if (nobodyThere.has(status)) return []
      const isServed = status >= 200 && status < 300
      return [isServed ? isLive(address, file) : isUnknown(address, file, `answers ${status}`)]
    })
  } finally {
    servers.close()
  }
}

function isLive(address: string, file: string): Problem {
  const message = `There is no castwright.lock.json, and ${address} is live: listeners may get every episode again`
  const hint = `Commit the lock if it is lost; or take over what listeners have: castwright adopt --feed ${address}`
  return problem('lock-missing', {file}, message, hint)
}

function isUnknown(address: string, file: string, what: string): Problem {
  const message = `There is no castwright.lock.json, and nobody knows whether listeners have ${address}, which ${what}`
  const hint = 'Try again later; or run castwright build on your own machine, and commit castwright.lock.json'
  return problem('lock-missing', {file}, message, hint)
}
