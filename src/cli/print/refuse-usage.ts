import {exitCodes} from '../command.ts'

export function refuseUsage(message: string, hint?: string): number {
  console.error(`castwright: ${message}${hint === undefined ? '' : `\n    ${hint}`}`)
  return exitCodes.usage
}

/** Refuses what was given for `--now`. */
export function refuseTime(given: string | boolean | undefined): number {
  return refuseUsage(`--now ${given} is no time`, 'Write it like 2026-11-22T18:00:00Z')
}
