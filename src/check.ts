import type {Outcome} from './model/problem.ts'
import {type PlanOptions, type PlanSummary, plan} from './plan.ts'
import {collisionFinder} from './write/collisions.ts'

/** Everything that `build` would say of the show in `folder`. Nothing is written. */
export function check(folder: string, options: PlanOptions): Promise<Outcome<PlanSummary>> {
  const findCollisions = collisionFinder()
  return plan(folder, options, {
    memory: {},
    take: async (file) => {
      // Text is made all the same: a serialiser that fails must fail here too.
      if ('pieces' in file) for (const _piece of file.pieces);
      return findCollisions(file)
    },
  })
}
