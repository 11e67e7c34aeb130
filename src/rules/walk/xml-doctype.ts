/** The parts of a DOCTYPE that one may rely on. */
export type Doctype = {
  /** The name that the first element should have. */
  readonly name: string
  /** The public and the system identifier of its grammar, as written. */
  readonly identifiers: string
  /** The names of the entities that it declares. */
  readonly entities: readonly string[]
  /** Whether the value of one of them lies in another file. */
  readonly external: boolean
}

const start = /^\s*([^\s[<>"']{1,100})([^[]{0,1000})/
const declaration = /<!ENTITY\s+(%\s+)?([^\s<>"'%]{1,100})\s+(SYSTEM|PUBLIC)?/g

/** Reads only as much of a DOCTYPE as tells its kind of document and its entities. The values of entities are never used. */
export function readDoctype(text: string): Doctype {
  const [, name = '', identifiers = ''] = start.exec(text) ?? []
  const entities: string[] = []
  let external = false
  for (const [, parameter, entity, keyword] of text.matchAll(declaration)) {
    if (keyword !== undefined) external = true
    if (parameter === undefined && entity !== undefined) entities.push(entity)
  }
  return {name, identifiers, entities, external}
}
