import type {CheckSetting, CheckSettings} from '../../model/check-settings.ts'
import type {ProblemCode} from '../../model/problem.ts'
import {problemKinds} from '../../problems/all-problems.ts'
import type {Authored, ValueKind} from '../../tags/kinds/value-kind.ts'
import {isAbsent} from '../../tags/kinds/value-kinds.ts'
import {nearName} from '../../text/near-name.ts'
import {isAuthoredMap} from '../data/authored-data.ts'

const severities = ['error', 'warning', 'info', 'ignore'] as const
const example = '{image-format: {severity: ignore, reason: The cover is made by another tool}}'

type Wrong = {readonly wrong: string; readonly hint?: string}

/** Kinds of problems, with the severity that a show gives them. A show that ignores or lowers one must give a reason. */
export const checkSettings: ValueKind<CheckSettings> = {
  name: 'map of problems to severities',
  jsonSchema: {
    type: 'object',
    additionalProperties: {
      anyOf: [
        {enum: severities},
        {type: 'object', properties: {severity: {enum: severities}, reason: {type: 'string'}}, required: ['severity']},
      ],
    },
  },
  read: (authored) => {
    if (isAbsent(authored)) return {absent: true}
    if (!isAuthoredMap(authored)) return {wrong: 'must be a map of problems to severities', hint: `Write ${example}`}
    const settings = new Map<ProblemCode, CheckSetting>()
    for (const [code, written] of Object.entries(authored)) {
      if (!isProblemCode(code)) return unknownCode(code)
      const setting = readSetting(code, written)
      if ('wrong' in setting) return setting
      settings.set(code, setting)
    }
    return {value: settings}
  },
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemKinds, code)
}

function unknownCode(code: string): Wrong {
  const near = nearName(code, Object.keys(problemKinds))
  const hint = near === undefined ? 'docs/problems.md lists them all' : `Did you mean "${near}"?`
  return {wrong: `names a problem "${code.slice(0, 60)}" that does not exist`, hint}
}

function readSetting(code: ProblemCode, written: Authored): CheckSetting | Wrong {
  const map = isAuthoredMap(written) ? written : {severity: written}
  const other = Object.keys(map).find((key) => key !== 'severity' && key !== 'reason')
  if (other !== undefined)
    return {wrong: `has an unknown key "${other.slice(0, 60)}" for ${code}`, hint: `Write ${example}`}
  const severity = severities.find((each) => each === map.severity)
  if (severity === undefined) return {wrong: `gives ${code} no severity`, hint: `Write one of ${severities.join(', ')}`}
  const usual = problemKinds[code].severity
  if (usual === 'error' && severity !== 'error') {
    const wrong = `cannot make less of ${code}: it is an error because listeners would lose something, or the feed would be invalid`
    return {wrong, hint: 'Mend what it names; castwright build --accept is for changes of what is published'}
  }
  const reason = typeof map.reason === 'string' ? map.reason.trim() : ''
  if (reason === '' && severities.indexOf(severity) > severities.indexOf(usual)) {
    const hint = `Write {${code}: {severity: ${severity}, reason: …}}`
    return {wrong: `makes less of ${code} without a reason, and nobody will know why later`, hint}
  }
  return reason === '' ? {severity} : {severity, reason}
}
