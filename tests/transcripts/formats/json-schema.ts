type Schema = {
  readonly type?: 'object' | 'array' | 'number' | 'string'
  readonly const?: unknown
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: false
  readonly items?: Schema
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
}

/** What is wrong with `value`, a line each, by as much of JSON Schema as `schema/transcript.schema.json` uses. Any other keyword throws. */
export function schemaFaults(schema: Schema & Readonly<Record<string, unknown>>, value: unknown, path = ''): string[] {
  const {type, const: only, required = [], properties = {}, additionalProperties, items, ...rest} = schema
  const {
    minItems,
    minLength,
    minimum,
    exclusiveMinimum,
    $schema: _,
    $id: _id,
    title: _title,
    description: _words,
    ...unknown
  } = rest
  if (Object.keys(unknown).length > 0) throw new Error(`the validator does not know ${Object.keys(unknown).join(', ')}`)
  if ('const' in schema && value !== only) return [`${path} is not ${JSON.stringify(only)}`]
  if (type !== undefined && typeOf(value) !== type) return [`${path} is no ${type}`]
  const faults: string[] = []
  if (Array.isArray(value)) {
    if (value.length < (minItems ?? 0)) faults.push(`${path} has too few items`)
    for (const [index, item] of value.entries()) faults.push(...schemaFaults(items ?? {}, item, `${path}/${index}`))
  } else if (typeof value === 'object' && value !== null) {
    faults.push(...required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}/${key} is missing`))
    for (const [key, member] of Object.entries(value)) {
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined
      if (known !== undefined) faults.push(...schemaFaults(known, member, `${path}/${key}`))
      else if (additionalProperties === false) faults.push(`${path}/${key} is not known`)
    }
  } else if (typeof value === 'string') {
    if (value.length < (minLength ?? 0)) faults.push(`${path} is too short`)
  } else if (typeof value === 'number') {
    if (value < (minimum ?? value) || value <= (exclusiveMinimum ?? value - 1)) faults.push(`${path} is too small`)
  }
  return faults
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value
}
