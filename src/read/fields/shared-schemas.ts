import type {JsonSchema} from '../../tags/kinds/value-kind.ts'
import {isJsonObject} from '../../text/json-object.ts'

/** A shorter schema is not worth a name: `{"type": "string"}` says more than a reference. */
const shortestShared = 120

type Visit = (schema: JsonSchema, name: string) => JsonSchema

function isSchema(value: unknown): value is JsonSchema {
  return isJsonObject(value)
}

/** Replaces each schema right below `schema`. The name of such a schema says which field it is for. */
function mapInner(schema: JsonSchema, name: string, visit: Visit): JsonSchema {
  const inner = (value: unknown, innerName: string) => (isSchema(value) ? visit(value, innerName) : value)
  const members = Object.entries(schema).map(([keyword, value]) => {
    if (keyword === 'properties' && isSchema(value)) {
      const properties = Object.entries(value).map(([key, each]) => [
        key,
        inner(each, name === '' ? key : `${name}.${key}`),
      ])
      return [keyword, Object.fromEntries(properties)]
    }
    if (keyword === 'anyOf' && Array.isArray(value)) return [keyword, value.map((each) => inner(each, name))]
    if (keyword === 'items') return [keyword, inner(value, `${name}.item`)]
    return [
      keyword,
      keyword === 'additionalProperties' || keyword === 'propertyNames' ? inner(value, `${name}.each`) : value,
    ]
  })
  return Object.fromEntries(members)
}

/**
 * The same schema, but a part that stands in it more than once is written only once, below `$defs`
 * (https://json-schema.org/understanding-json-schema/structuring). A part is named after the first field that has it.
 */
export function withSharedParts(schema: JsonSchema): JsonSchema {
  const timesByText = new Map<string, number>()
  const count: Visit = (part, name) => {
    const text = JSON.stringify(part)
    const times = (timesByText.get(text) ?? 0) + 1
    timesByText.set(text, times)
    // A shared part is written once, so the parts inside it are counted once.
    return times === 1 ? mapInner(part, name, count) : part
  }
  mapInner(schema, '', count)

  const namesByText = new Map<string, string>()
  const shared: Record<string, JsonSchema> = {}
  const replace: Visit = (part, name) => {
    const text = JSON.stringify(part)
    if (text.length < shortestShared || timesByText.get(text) === 1) return mapInner(part, name, replace)
    const known = namesByText.get(text)
    if (known !== undefined) return {$ref: `#/$defs/${known}`}
    let free = name
    for (let number = 2; Object.hasOwn(shared, free); number += 1) free = `${name}.${number}`
    namesByText.set(text, free)
    // This keeps the position of the part in the order: the parts inside it come after it.
    shared[free] = {}
    shared[free] = mapInner(part, name, replace)
    return {$ref: `#/$defs/${free}`}
  }
  const main = mapInner(schema, '', replace)
  return {...main, $defs: shared}
}
