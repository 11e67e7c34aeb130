import type {Reading, ValueKind} from '../../tags/kinds/value-kind.ts'
import {isAbsent, oneOf, quotedAuthored} from '../../tags/kinds/value-kinds.ts'
import {listOf} from '../../tags/kinds/value-shapes.ts'
import {isAuthoredMap} from '../data/authored-data.ts'

/** The lists of a network that may name a show: its feeds with the episodes, its page, the list for apps and the feed of the publisher. */
const networkListNames = ['feed', 'index', 'opml'] as const

export type NetworkListName = (typeof networkListNames)[number]

const names = listOf(oneOf(networkListNames), {isWhole: true})
const hint = 'Write lists: {night-trains: [feed, index, opml], inner-circle: none}'

/** The lists that each show is in, by its folder. A slip of the pen must never put a show into a list that should not have it. */
export const networkLists: ValueKind<ReadonlyMap<string, readonly NetworkListName[]>> = {
  name: `map of shows to lists: ${networkListNames.join(', ')}, or none`,
  jsonSchema: {type: 'object', additionalProperties: {anyOf: [{const: 'none'}, names.jsonSchema]}},
  read: (authored, context): Reading<ReadonlyMap<string, readonly NetworkListName[]>> => {
    if (isAbsent(authored)) return {absent: true}
    if (!isAuthoredMap(authored))
      return {wrong: `is ${quotedAuthored(authored)}, but must be a map with a show a line`, hint}
    const found = new Map<string, readonly NetworkListName[]>()
    for (const [show, written] of Object.entries(authored)) {
      const isNone = written === 'none' || (Array.isArray(written) && written.length === 0)
      const reading = isNone ? {value: []} : names.read(written, context)
      if ('wrong' in reading) return {...reading, wrong: `${quotedAuthored(show)} ${reading.wrong}`, hint, at: [show]}
      if ('absent' in reading) return {wrong: `${quotedAuthored(show)} has no list`, hint, at: [show]}
      found.set(show, reading.value)
    }
    return {value: found}
  },
}
