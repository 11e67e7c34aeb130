import {hasErrors, type Outcome} from '../model/problem.ts'
import {addressesOfMembers, type Environment, type MemberAddress} from '../plan/feeds/member-feeds.ts'
import {openShow} from '../read/read.ts'
import {askEachShow, isNetwork, readNetwork} from './network/network-shows.ts'

/** The address of one member. In a network, the feed of a show is named with the folder of that show: `night-trains/members`. */
export type {MemberAddress}

/**
 * The addresses of all members of the private feeds of the show in `folder`, or of the network there and all its shows. Whoever reads
 * them can subscribe.
 */
export async function memberAddresses(
  folder: string,
  environment: Environment = process.env,
): Promise<Outcome<readonly MemberAddress[]>> {
  if (!isNetwork(folder)) return ofShow(folder, environment)
  const read = await readNetwork(folder)
  if (!read.ok || hasErrors(read.problems)) return {ok: false, problems: read.problems}
  const {show} = read.value
  const own = await addressesOfMembers(show, folder, show.file, environment)
  const asked = await askEachShow(folder, (each) => ofShow(each, environment))
  if (!asked.ok) return asked
  const ofShows = asked.value.shows.flatMap(({name, outcome}) =>
    outcome.ok ? outcome.value.map((each) => ({...each, feed: `${name}/${each.feed}`})) : [],
  )
  return {ok: true, value: [...own.addresses, ...ofShows], problems: [...own.problems, ...asked.problems]}
}

async function ofShow(folder: string, environment: Environment): Promise<Outcome<readonly MemberAddress[]>> {
  const opened = await openShow(folder)
  if (!opened.ok) return opened
  const {show, showFile} = opened.value
  const {addresses, problems} = await addressesOfMembers(show, folder, showFile, environment)
  return {ok: true, value: addresses, problems: [...opened.problems, ...problems]}
}
