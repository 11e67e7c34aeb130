import type {Audience} from '../../index.ts'
import {refuseUsage} from '../print/refuse-usage.ts'

const audiences: readonly Audience[] = ['public', 'members']

/** For whom to build. `undefined` if nothing is given, which means everything. */
export function audienceOf(given: string | boolean | undefined): Audience | 'unknown' | undefined {
  return given === undefined ? undefined : (audiences.find((each) => each === given) ?? 'unknown')
}

export function refuseAudience(given: string | boolean | undefined): number {
  return refuseUsage(`--for ${given} is not known`, 'Write --for public or --for members')
}
