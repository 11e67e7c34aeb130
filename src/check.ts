import type {Outcome} from './model/problem.ts'
import {type PlanOptions, type PlanSummary, plan} from './plan.ts'

/** Everything that `build` would say of the show in `folder`. Nothing is written. */
export function check(folder: string, options: PlanOptions): Promise<Outcome<PlanSummary>> {
  return plan(folder, options, async (file) => {
    // Text is made all the same: a serialiser that fails must fail here too.
    if ('pieces' in file) for (const _piece of file.pieces);
    return []
  })
}
