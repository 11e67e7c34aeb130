import {resolve} from 'node:path'
import type {WriteReport} from './model/output.ts'
import {hasErrors, type Outcome} from './model/problem.ts'
import {type PlanOptions, type PlanSummary, plan} from './plan.ts'
import {openOutput} from './write/write.ts'

export type BuildReport = PlanSummary & WriteReport

/**
 * Builds the show in `folder` into `output`. With an error anywhere nothing is written and the old output stays whole;
 * otherwise every file is replaced by rename, what feeds refer to before the feeds. Building an unchanged show again
 * writes nothing.
 */
export async function build(folder: string, output: string, options: PlanOptions): Promise<Outcome<BuildReport>> {
  const opened = await openOutput(resolve(output))
  if (!opened.ok) return opened
  const {places, add, commit, discard} = opened.value
  try {
    const planned = await plan(folder, options, {take: add, places})
    if (!planned.ok || hasErrors(planned.problems)) {
      await discard()
      return {ok: false, problems: planned.problems}
    }
    const {report, problems} = await commit()
    if (problems.length > 0) return {ok: false, problems: [...planned.problems, ...problems]}
    return {ok: true, value: {...planned.value, ...report}, problems: planned.problems}
  } catch (error) {
    // Ours, not the author's; but the output folder must not stay locked because of it.
    await discard()
    throw error
  }
}
