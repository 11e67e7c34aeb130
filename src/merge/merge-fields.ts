import type {Merged} from './merge-lines.ts'
import {mergePieces} from './merge-lines.ts'
import type {MergeRule} from './merge-rule.ts'

/** A top-level field of YAML with all its lines: comments before it belong to it. */
type Field = {readonly key: string; readonly text: string}

export type MergedFields = Merged & {
  /** Fields that the author has changed, and that are as the source has them all the same. */
  readonly overruled: readonly string[]
}

/**
 * Merges three versions of front matter or of `show.yaml` field by field. If only one side changed, added or took out a field,
 * that side counts, whatever stands beside the field. The order is that of `mine`. A new field stands where the other side has
 * it.
 */
export function mergeFields(mine: string, base: string, theirs: string, rule?: MergeRule): MergedFields {
  const [ours, common, others] = [fieldsOf(mine), fieldsOf(base), fieldsOf(theirs)]
  const [oursBy, commonBy, othersBy] = [byKey(ours), byKey(common), byKey(others)]
  const overruled: string[] = []
  let conflicts = 0
  const merged = orderOf(ours, others).map((key) => {
    const [my, their] = [oursBy.get(key), othersBy.get(key)]
    if (rule?.isOfSource(key, my, their) === true && !isSame(my, their)) {
      if (!isSame(my, commonBy.get(key))) overruled.push(key)
      return `${commentsOf(my ?? '')}${withoutFirstComments(their ?? '')}`
    }
    const result = mergeField([my, commonBy.get(key), their], rule)
    conflicts += result.conflicts
    return result.text
  })
  return {text: merged.join(''), conflicts, overruled}
}

type Versions = readonly [mine: string | undefined, base: string | undefined, theirs: string | undefined]

function mergeField([mine, base, theirs]: Versions, rule: MergeRule | undefined): Merged {
  if (isSame(theirs, base) || isSame(mine, theirs)) return {text: mine ?? '', conflicts: 0}
  if (isSame(mine, base)) return {text: theirs ?? '', conflicts: 0}
  // A field is a value: half of one and half of another is neither.
  if (rule !== undefined) return {text: mine ?? '', conflicts: 1}
  const lines = (text: string | undefined) => (text ?? '').split('\n').slice(0, -1)
  const {text, conflicts} = mergePieces([lines(mine), lines(base), lines(theirs)], 'marks')
  return {text: text === '' ? '' : `${text}\n`, conflicts}
}

const firstComments = /^(?:[ \t]*(?:#.*)?\n)*/

function commentsOf(field: string): string {
  return firstComments.exec(field)?.[0] ?? ''
}

function withoutFirstComments(field: string): string {
  return field.replace(firstComments, '')
}

/** Comments belong to the author. They do not make another value. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && withoutComments(one) === withoutComments(other))
}

function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .join('\n')
}

/** A key that stands there twice is one field: only a reader of YAML can say which of them counts. */
function byKey(fields: readonly Field[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const {key, text} of fields) texts.set(key, `${texts.get(key) ?? ''}${text}`)
  return texts
}

/** The keys of both sides: those of `mine` in their order. Each new key of `theirs` stands behind the key that it follows there. */
function orderOf(mine: readonly Field[], theirs: readonly Field[]): readonly string[] {
  const order = [...new Set(mine.map(({key}) => key))]
  let before = -1
  for (const {key} of theirs) {
    const at = order.indexOf(key)
    if (at === -1) order.splice(before + 1, 0, key)
    before = at === -1 ? before + 1 : at
  }
  return order
}

/** A line that begins with a key begins a field; what is indented, empty or a comment goes with the one before or after it. */
function fieldsOf(text: string): readonly Field[] {
  const fields: {key: string; text: string}[] = []
  let comments = ''
  for (const line of text.split('\n').slice(0, text === '' || text.endsWith('\n') ? -1 : undefined)) {
    const key = /^(?:"([^"]+)"|'([^']+)'|([^\s#'"[\]{}&*!|>%@`-][^:#]*?))\s*:(?:\s|$)/.exec(line)
    const current = fields.at(-1)
    if (key !== null) {
      fields.push({key: (key[1] ?? key[2] ?? key[3] ?? '').trim(), text: `${comments}${line}\n`})
      comments = ''
    } else if (/^(?:#|\s*$)/.test(line)) comments += `${line}\n`
    else if (current !== undefined) {
      current.text += `${comments}${line}\n`
      comments = ''
    } else comments += `${line}\n`
  }
  return comments === '' ? fields : [...fields, {key: '', text: comments}]
}
