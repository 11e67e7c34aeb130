import type {Problem} from '../../model/problem.ts'
import type {FieldTable, ReadFields} from '../fields/field-table.ts'
import {problem} from './episode-problems.ts'

/** Reports what `init` left open and nobody filled in, each at its line. Problems: `placeholder-left`. */
export function placeholdersLeft<T extends FieldTable>(
  {fields, placeOf}: Pick<ReadFields<T>, 'fields' | 'placeOf'>,
  table: T,
  placeholders: Readonly<Partial<Record<keyof T, string>>>,
): readonly Problem[] {
  return Object.entries(placeholders).flatMap(([name, placeholder]) => {
    if (!textsOf(fields[name]).includes(String(placeholder))) return []
    const message = `\`${name}\` is still what castwright init wrote: ${placeholder}`
    return [
      problem('placeholder-left', placeOf(name as keyof T & string), message, `For example: ${table[name]?.example}`),
    ]
  })
}

/** The texts of a value: the value itself, or the locations of its media. */
function textsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return typeof value === 'object' && value !== null && 'location' in value ? [value.location] : [value]
}
