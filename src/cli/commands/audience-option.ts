import type {Audience} from '../../index.ts'
import {refuseUsage} from '../print/print-result.ts'

const audiences: readonly Audience[] = ['public', 'members']

export const audienceOption = {
  type: 'string',
  value: 'public|members',
  summary: 'build only what is public, or only the feeds for members, into a folder of their own',
} as const

/** For whom to build. `undefined` if nothing is given, which means everything. */
export function audienceOf(given: string | boolean | undefined): Audience | 'unknown' | undefined {
  return given === undefined ? undefined : (audiences.find((each) => each === given) ?? 'unknown')
}

export function refuseAudience(given: string | boolean | undefined): number {
  return refuseUsage(`--for ${given} is not known`, 'Write --for public or --for members')
}
