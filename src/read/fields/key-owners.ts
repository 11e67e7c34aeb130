import type {AuthoredKey} from '../../tags/tag.ts'
import {isOneSlip} from '../../text/near-name.ts'
import type {FieldSettings, FieldTable} from './field-table.ts'

/** The field or tag that a key fills. `rank` is the position of the key among those of the field: the first is the best. */
export type Owner = {
  readonly name: string
  readonly rank: number
  readonly tag?: AuthoredKey
  /** Whether a wrong or unread value is an error; see `FieldRow`. */
  readonly isDecisive: boolean
}

export type Owners = ReadonlyMap<string, Owner>

/** `isOnly` means that no other field has a name that is near. */
export type Meant = {readonly owner: Owner; readonly isOnly: boolean}

/** Keys are compared without regard to case, `_`, `-` and blanks: `PublishDate`, `publish_date` and `publish-date` are one. */
export function comparableKey(key: string): string {
  return key.toLowerCase().replace(/[_\-\s]/g, '')
}

/**
 * The field or tag that a name in `fields` means. Any of its names will do (`number` is `episode`). In a path into a map, the part
 * that is a field counts (`audio.url` is `audio`, `audio.size` is `size`).
 */
export function findField(
  name: string,
  table: FieldTable,
  tags: readonly AuthoredKey[],
): {readonly name: string; readonly tag?: AuthoredKey} | undefined {
  const parts = name.split('.')
  for (const part of [name, parts.at(-1) ?? name, parts[0] ?? name]) {
    const wanted = comparableKey(part)
    const field = Object.entries(table).find(([own, {keys}]) =>
      [own, ...keys].some((key) => comparableKey(key) === wanted),
    )
    if (field !== undefined && part !== 'url') return {name: field[0]}
    const tag = tags.find(({key, aliases}) => [key, ...aliases].some((each) => comparableKey(each) === wanted))
    if (tag !== undefined) return {name: tag.key, tag}
  }
  return undefined
}

/** Every key that is known, with what it fills. */
export function keyOwners({
  table,
  tags,
  fieldNames,
  isDecisive: areDecisive = false,
}: FieldSettings<FieldTable>): Owners {
  const owners = new Map<string, Owner>()
  const add = (key: string, owner: Omit<Owner, 'isDecisive'>) => {
    if (owners.has(comparableKey(key))) return
    const isDecisive = areDecisive || (owner.tag ?? table[owner.name])?.isDecisive === true
    owners.set(comparableKey(key), {...owner, isDecisive})
  }
  // The show's own key comes before all others.
  for (const [name, key] of fieldNames) {
    const field = findField(name, table, tags)
    if (field !== undefined) add(key, {...field, rank: -1})
  }
  for (const [name, {keys}] of Object.entries(table)) {
    for (const [rank, key] of keys.entries()) add(key, {name, rank})
  }
  for (const tag of tags) {
    for (const [rank, key] of [tag.key, ...tag.aliases].entries()) add(key, {name: tag.key, rank, tag})
    add(`podcast_${tag.key}`, {name: tag.key, rank: tag.aliases.length + 1, tag})
  }
  return owners
}

/** Keys that come from other tools have the prefix of the tag that they filled. Our keys have no prefix. */
export function ownerOf(owners: Owners, key: string): Owner | undefined {
  return owners.get(key) ?? (key.startsWith('itunes') ? owners.get(key.replace(/^itunes[:.]?/, '')) : undefined)
}

/** Finds the field that an unknown key is one slip away from. Answers are remembered: the same few keys come with every episode. */
export function slipFinder(owners: Owners): (key: string) => Meant | undefined {
  const known = [...owners.keys()]
  const remembered = new Map<string, Meant | undefined>()
  return (key) => {
    if (key.length > 64) return undefined
    if (remembered.has(key)) return remembered.get(key)
    const near = known.filter((each) => isOneSlip(key, each))
    const meant = meantBy(near, owners)
    if (remembered.size < 10_000) remembered.set(key, meant)
    return meant
  }
}

function meantBy(near: readonly string[], owners: Owners): Meant | undefined {
  const owner = owners.get(near[0] ?? '')
  if (owner === undefined) return undefined
  const names = new Set(near.map((each) => owners.get(each)?.name))
  const isKey = owners.get(comparableKey(owner.name))?.name === owner.name
  return {owner, isOnly: names.size === 1 && isKey && !near.some((each) => each.includes('.'))}
}
