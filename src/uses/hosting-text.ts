import {hostText} from '../hosting/hosts.ts'
import {joinSites} from '../hosting/joined-site.ts'
import type {Outcome} from '../model/problem.ts'
import {hasErrors} from '../model/problem.ts'
import type {HostName, ServedSite} from '../model/serving.ts'
import {readLock} from '../plan/identity/lock-file.ts'
import {type PlanOptions, plan} from '../plan/plan.ts'
import {type Timed, timed} from '../plan/timed.ts'
import type {ShowDigest} from './digest/show-digest.ts'
import {isNetwork, readNetwork} from './network/network-shows.ts'
import {planOwn} from './network/plan-network.ts'
import {planShows} from './network/plan-shows.ts'

/**
 * The text of the configuration with which `host` serves the show in `folder` correctly. If `folder` holds a network, it is for the
 * network and all its shows; a show whose address is not below that of the network has a text of its own, after the others. Nothing
 * is written.
 */
export async function hostingText(folder: string, host: HostName, given: PlanOptions = {}): Promise<Outcome<string>> {
  const options = timed(given)
  const sites = isNetwork(folder) ? await sitesOfNetwork(folder, options) : await siteOfShow(folder, options)
  return sites.ok ? {...sites, value: sites.value.map((site) => hostText(host, site)).join('\n')} : sites
}

type Sites = Outcome<readonly ServedSite[]>

/**
 * The rules for members follow from the show, so nobody needs the secret. The machine that builds may make pictures in more sizes than
 * this one, so their rules are always there.
 */
const withoutSecret = {audience: 'public', pictures: true} as const

async function siteOfShow(folder: string, {audience, ...options}: Timed<PlanOptions>): Promise<Sites> {
  const planned = await plan(folder, {...options, ...withoutSecret}, async () => {})
  const {problems} = planned
  if (!planned.ok || hasErrors(problems)) return {ok: false, problems}
  const {served: site, servedForMembers: membersSite} = planned.value
  return {ok: true, value: [siteFor(audience, {site, ...(membersSite === undefined ? {} : {membersSite})})], problems}
}

async function sitesOfNetwork(folder: string, {audience, ...options}: Timed<PlanOptions>): Promise<Sites> {
  const read = await readNetwork(folder)
  if (!read.ok || hasErrors(read.problems)) return {ok: false, problems: read.problems}
  const planning = {...options, ...withoutSecret}
  const shows = await planShows(read.value, planning)
  if (!shows.ok) return shows
  const stored = await readLock(folder)
  if (!stored.ok) return stored
  const own = await planOwn(read.value, shows.value, {...planning, stored: stored.value}, async () => [])
  const problems = [...read.problems, ...shows.problems, ...own.problems]
  if (!own.ok || hasErrors(problems)) return {ok: false, problems}
  const {site, apart} = joinSites(
    siteFor(audience, own.value),
    shows.value.map((show) => siteFor(audience, show)),
  )
  return {ok: true, value: [site, ...apart], problems}
}

function siteFor(
  audience: PlanOptions['audience'],
  {site, membersSite}: Pick<ShowDigest, 'site' | 'membersSite'>,
): ServedSite {
  return audience === 'members' ? (membersSite ?? site) : site
}
