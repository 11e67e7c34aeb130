/** The names of the entities a DOCTYPE declares, and whether one of them is to be fetched from elsewhere. */
export type DoctypeEntities = {readonly names: readonly string[]; readonly external: boolean}

const declaration = /<!ENTITY\s+(%\s+)?([^\s<>"'%]{1,100})\s+(SYSTEM|PUBLIC)?/g

/** Reads just enough of a DOCTYPE to know its entities; their values are never used. */
export function readDoctype(text: string): DoctypeEntities {
  const names: string[] = []
  let external = false
  for (const [, parameter, name, keyword] of text.matchAll(declaration)) {
    if (keyword !== undefined) external = true
    if (parameter === undefined && name !== undefined) names.push(name)
  }
  return {names, external}
}
