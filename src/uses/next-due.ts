import type {Outcome} from '../model/problem.ts'
import {type PlanOptions, plan} from '../plan/plan.ts'
import {timed} from '../plan/timed.ts'
import type {DueTimes} from '../schedule/due-times.ts'
import {askEachShow, isNetwork} from './network/network-shows.ts'

/**
 * When the episodes that a build at `now` holds back are due, for everybody, and before that for members. `folder` holds a show, or
 * a network, whose shows are then all asked. Nothing is written. Problems are those of `check`.
 */
export async function nextDue(folder: string, given: PlanOptions = {}): Promise<Outcome<DueTimes>> {
  const options = timed(given)
  return isNetwork(folder) ? nextOfNetwork(folder, options) : nextOfShow(folder, options)
}

async function nextOfNetwork(folder: string, options: PlanOptions): Promise<Outcome<DueTimes>> {
  const asked = await askEachShow(folder, (show) => nextOfShow(show, options))
  if (!asked.ok) return asked
  const {network, shows} = asked.value
  const {title, siteUrl, timeZone} = network.show
  const waiting = shows.flatMap(({outcome}) => (outcome.ok ? outcome.value.waiting : []))
  return {...asked, value: {title, siteUrl, timeZone, waiting: waiting.sort((a, b) => a.getTime() - b.getTime())}}
}

async function nextOfShow(folder: string, options: PlanOptions): Promise<Outcome<DueTimes>> {
  const planned = await plan(folder, options, async () => {})
  if (!planned.ok) return planned
  const {title, siteUrl, timeZone, scheduled, scheduledForMembers} = planned.value.summary
  const waiting = [...scheduled, ...scheduledForMembers].sort((a, b) => a.getTime() - b.getTime())
  return {...planned, value: {title, siteUrl, timeZone, waiting}}
}
