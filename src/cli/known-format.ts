import type {Arguments} from './command.ts'
import {refuseUsage} from './print/refuse-usage.ts'

type FormatNames = {readonly read: readonly string[]; readonly written: readonly string[]}

/** Refuses a `--to` or `--from` that names no format, before any file is read. `undefined` where both are right. */
export function refuseUnknownFormat({values}: Arguments, names: FormatNames): number | undefined {
  for (const [option, known] of [
    ['to', names.written],
    ['from', names.read],
  ] as const) {
    const given = values[option]
    if (typeof given === 'string' && !known.includes(given)) {
      return refuseUsage(`--${option} ${given} is not known`, `Write --${option} with one of ${known.join(', ')}`)
    }
  }
  return undefined
}
