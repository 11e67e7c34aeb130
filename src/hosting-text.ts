import {hostText} from './hosting/hosts.ts'
import type {Outcome} from './model/problem.ts'
import {hasErrors} from './model/problem.ts'
import type {HostName, ServedSite} from './model/serving.ts'
import {type PlanOptions, plan} from './plan/plan.ts'

/** What `host` has to be told to serve the show in `folder` rightly: the text of its configuration. Writes nothing. */
export async function hostingText(folder: string, host: HostName, options: PlanOptions): Promise<Outcome<string>> {
  let site: ServedSite | undefined
  const keepServed = (served: ServedSite) => {
    site = served
  }
  const {ok, problems} = await plan(folder, options, {take: async () => [], keepServed})
  if (!ok || site === undefined || hasErrors(problems)) return {ok: false, problems}
  return {ok: true, value: hostText(host, site), problems}
}
