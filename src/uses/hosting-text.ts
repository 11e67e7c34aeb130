import {hostText} from '../hosting/hosts.ts'
import type {Outcome} from '../model/problem.ts'
import {hasErrors} from '../model/problem.ts'
import type {HostName} from '../model/serving.ts'
import {type PlanOptions, plan} from '../plan/plan.ts'

/** The text of the configuration with which `host` serves the show in `folder` correctly. Nothing is written. */
export async function hostingText(
  folder: string,
  host: HostName,
  {audience, ...options}: PlanOptions,
): Promise<Outcome<string>> {
  // The rules for members follow from the show, so nobody needs the secret. The machine that builds may make pictures in more sizes than
  // this one, so their rules are always there.
  const planned = await plan(folder, {...options, audience: 'public', pictures: true}, async () => {})
  const {problems} = planned
  if (!planned.ok || hasErrors(problems)) return {ok: false, problems}
  const {served, servedForMembers} = planned.value
  const site = audience === 'members' ? (servedForMembers ?? served) : served
  return {ok: true, value: hostText(host, site), problems}
}
