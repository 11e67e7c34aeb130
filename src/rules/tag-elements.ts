import type {Namespace} from '../tags/tag.ts'
import type {ElementRow} from './element-table.ts'
import {namespaceKind} from './walk/namespaces.ts'

/**
 * Rows for the tags that we write and that no row of `elements` judges: such a tag may stand where we write it. So `check` knows
 * a new tag by the tag's own row. Its values are judged only when a rule for them is written.
 */
export function elementsOfTags(
  namespaces: readonly Namespace[],
  elements: readonly ElementRow[],
): readonly ElementRow[] {
  const judged = new Set(elements.flatMap((row) => row.in.map((parent) => `${parent} ${row.name}`)))
  return namespaces.flatMap(({uri, tags}) => {
    // No row judges elements of other namespaces, whatever their names are.
    if (namespaceKind(uri) !== 'rules') return []
    return tags.flatMap((tag): readonly ElementRow[] => {
      const parents = [...(tag.channel ? ['channel'] : []), ...(tag.item ? ['item'] : [])]
      const missing = parents.filter((parent) => !judged.has(`${parent} ${tag.name}`))
      return missing.length === 0 ? [] : [{name: tag.name, in: missing, many: true, attributes: 'any', content: 'any'}]
    })
  })
}
