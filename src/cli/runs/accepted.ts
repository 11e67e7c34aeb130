import {problemKinds} from '../../index.ts'
import {nearest} from '../parse-arguments.ts'
import {refuseUsage} from '../print/refuse-usage.ts'

/**
 * `--accept CODE:SLUG,CODE` as a list, or the exit code where it is refused: a code that no problem has would accept nothing, and be passed
 * over in silence.
 */
export function acceptedOf(given: string | boolean | undefined): readonly string[] | number {
  const accepted = typeof given === 'string' ? given.split(',').map((each) => each.trim()) : []
  const codes = Object.keys(problemKinds)
  const wrong = accepted.find((each) => !codes.includes(codeOf(each)))
  if (wrong === undefined) return accepted
  const near = nearest(codeOf(wrong), codes)
  const hint = near === undefined ? 'Copy it from the last line of the problem' : `Did you mean ${near}?`
  return refuseUsage(`--accept ${wrong} names no problem`, hint)
}

function codeOf(accepted: string): string {
  return accepted.replace(/:.*/s, '')
}
