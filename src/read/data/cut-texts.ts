import type {Authored} from '../../tags/kinds/value-kind.ts'
import type {AuthoredMap} from './data-syntaxes.ts'

/** A text of which YAML took a part for something else: `written` is what the author wrote, `left` is what YAML left of it. */
export type CutText = {
  readonly line: number
  readonly column: number
  readonly key: string
  readonly written: string
  readonly left: string
  readonly taken: 'a comment' | 'a name of the value'
}

const plainWithComment =
  /^((?:[ \t]|- ){0,80})(?:([^\s"':#{[-][^"':#]{0,200}?)[ \t]{0,20}:[ \t]{1,20})?((?![ \t"'[{|>&*!#]).{0,2000}?)?([ \t]#.{1,2000}|(?<=[ \t])#.{1,2000})$/
const plainWithName =
  /^([ \t]{0,80}(?:- )?)(?:([^\s"':#{[-][^"':#]{0,200}?)[ \t]{0,20}:[ \t]{1,20})(&(\S{1,100})[ \t]+)((?![ \t"'[{|>&*!#]).{1,2000})$/

/** Keys whose value is a sentence. In a sentence, a `#` behind a blank is a part of the text rather than the start of a remark. */
const sentences = /^(?:episode_?)?(?:title|subtitle|summary|description|excerpt|name)$/i

/** Values that are no texts: a remark behind such a value takes nothing from it. */
const noText = /^(?:true|false|yes|no|on|off|null|~|[-+.\d:/ TZ]+|\d{4}-\d\d-\d\d.*|https?:\/\/\S+|\S+\.\w{2,4})$/i

/**
 * Finds texts without quotes that YAML cut: it reads `title: Rust #1 hit` as `Rust`, and the rest as a comment. People who mean a comment
 * write a blank after the sign (`# hit`), so this counts as a comment unless the value is a sentence. With two blanks before the sign,
 * it is a comment in a sentence, too.
 */
export function findCutTexts(block: string, data: AuthoredMap): readonly CutText[] {
  const mayBeCut = /[ \t]#./.test(block)
  const mayBeNamed = /:[ \t]+&\S/.test(block)
  if (!mayBeCut && !mayBeNamed) return []
  let values: ReadonlySet<string> | undefined
  return block.split('\n').flatMap((each, index) => {
    const line = each.replace(/\r$/, '')
    const cut = (mayBeCut ? cutByComment(line) : undefined) ?? (mayBeNamed ? cutByName(line, block) : undefined)
    if (cut === undefined) return []
    // A line within a text of several lines is no value, and YAML cuts nothing from it.
    values ??= scalarsOf(data)
    return values.has(cut.left) ? [{...cut, line: index + 1}] : []
  })
}

function cutByComment(line: string): Omit<CutText, 'line'> | undefined {
  const [, indent = '', key, value = '', rest = ''] = plainWithComment.exec(line) ?? []
  if (rest === '' || (key === undefined && !indent.includes('- '))) return undefined
  const isTight = /^[ \t]?#[^\s#]/.test(rest)
  const isSentence = key !== undefined && sentences.test(key) && /[^ \t]$/.test(value)
  if (noText.test(value) || (!isTight && !isSentence)) return undefined
  const column = line.length - rest.trimStart().length + 1
  return {column, key: key ?? '-', written: `${value}${rest}`.trim(), left: value.trim(), taken: 'a comment'}
}

/** Where another value refers to the name, the author means a name. Otherwise it is the beginning of a text. */
function cutByName(line: string, block: string): Omit<CutText, 'line'> | undefined {
  const [, , key = '', mark = '', name = '', value = ''] = plainWithName.exec(line) ?? []
  if (mark === '' || block.includes(`*${name}`)) return undefined
  const column = line.indexOf(mark) + 1
  return {column, key, written: mark + value, left: value.trim(), taken: 'a name of the value'}
}

function scalarsOf(value: Authored, into = new Set<string>(), depth = 0): ReadonlySet<string> {
  if (value === null || value === undefined) into.add('')
  else if (typeof value !== 'object') into.add(String(value))
  else if (depth < 20) for (const inner of Object.values(value)) scalarsOf(inner as Authored, into, depth + 1)
  return into
}
