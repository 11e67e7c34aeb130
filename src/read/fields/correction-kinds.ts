import type {Authored, Reading, ValueKind} from '../../tags/kinds/value-kind.ts'
import {isAbsent, quotedAuthored} from '../../tags/kinds/value-kinds.ts'
import {isAuthoredMap} from '../data/authored-data.ts'
import type {AuthoredMap} from '../data/data-syntaxes.ts'

/** What show.yaml says about a file that is not to be edited, and why. */
export type FileCorrection = {readonly data: AuthoredMap; readonly reason: string}

const leaveOutExample = 'leave_out: {"0259.md": no media yet}'
const correctionExample = 'corrections: {"0259.md": {video: null, reason: dead link}}'
const additionExample = 'additions: {"0259.md": {aliases: [/2019/first-light.html]}}'

/** Files that are no episodes of the show, with the reason of each. */
export const leftOutFiles: ValueKind<ReadonlyMap<string, string>> = {
  name: 'map of files to reasons',
  jsonSchema: {type: 'object', additionalProperties: {type: 'string'}},
  read: (authored) => eachFile(authored, leaveOutExample, reasonOf),
}

/** Facts of files, each with its reason. */
export const fileCorrections: ValueKind<ReadonlyMap<string, FileCorrection>> = {
  name: 'map of files to fields and a reason',
  jsonSchema: {
    type: 'object',
    additionalProperties: {type: 'object', properties: {reason: {type: 'string'}}, required: ['reason']},
  },
  read: (authored) => eachFile(authored, correctionExample, correctionOf),
}

/** Facts that files lack. */
export const fileAdditions: ValueKind<ReadonlyMap<string, AuthoredMap>> = {
  name: 'map of files to fields',
  jsonSchema: {type: 'object', additionalProperties: {type: 'object'}},
  read: (authored) => eachFile(authored, additionExample, additionOf),
}

function eachFile<T>(
  authored: Authored,
  example: string,
  read: (value: Authored) => Reading<T>,
): Reading<ReadonlyMap<string, T>> {
  if (isAbsent(authored)) return {absent: true}
  const hint = `Write ${example}`
  if (!isAuthoredMap(authored))
    return {wrong: `is ${quotedAuthored(authored)}, but must be a map with a file a line`, hint}
  const found = new Map<string, T>()
  for (const [file, value] of Object.entries(authored)) {
    const reading = read(value)
    if ('wrong' in reading) return {wrong: `"${file.slice(0, 80)}" ${reading.wrong}`, hint, at: [file]}
    if ('value' in reading) found.set(file, reading.value)
  }
  return {value: found}
}

function reasonOf(authored: Authored): Reading<string> {
  const written = isAuthoredMap(authored) ? (authored.reason ?? null) : authored
  return typeof written === 'string' && written.trim() !== '' ? {value: written.trim()} : noReason
}

const noReason = {wrong: 'has no reason, and nobody will know why later'}

function correctionOf(authored: Authored): Reading<FileCorrection> {
  if (!isAuthoredMap(authored)) return {wrong: `is ${quotedAuthored(authored)}, but must be a map of fields`}
  const {reason: written, ...data} = authored
  const reason = reasonOf(written ?? null)
  if (!('value' in reason)) return reason
  return Object.keys(data).length === 0 ? {wrong: 'corrects nothing'} : {value: {data, reason: reason.value}}
}

function additionOf(authored: Authored): Reading<AuthoredMap> {
  if (!isAuthoredMap(authored)) return {wrong: `is ${quotedAuthored(authored)}, but must be a map of fields`}
  return {value: authored}
}
