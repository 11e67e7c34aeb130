import type {Outcome} from './model/problem.ts'
import {type PlanOptions, plan} from './plan/plan.ts'
import type {DueTimes} from './schedule/due-times.ts'

/** When the episodes of the show in `folder` are due that a build at `now` holds back, for everybody and before that for members. Nothing is written. Problems are those of `check`. */
export async function nextDue(folder: string, options: PlanOptions): Promise<Outcome<DueTimes>> {
  const planned = await plan(folder, options, {take: async () => []})
  if (!planned.ok) return planned
  const {title, siteUrl, timeZone, scheduled, scheduledForMembers} = planned.value
  const waiting = [...scheduled, ...scheduledForMembers].sort((a, b) => a.getTime() - b.getTime())
  return {...planned, value: {title, siteUrl, timeZone, waiting}}
}
