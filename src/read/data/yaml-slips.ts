import type {SyntaxFault} from './data-syntaxes.ts'

/** A value as a line of YAML has it: behind `key: `, or behind the `- ` of a list. */
type WrittenValue = {readonly key: string; readonly value: string; readonly column: number}

/**
 * What YAML stumbles over in a value. `at` counts from the first character of the value. `meant` is what the author should write where
 * quotes around the whole value do not help.
 */
type Slip = {readonly at: number; readonly reason: string; readonly meant?: string}

const lineWithValue =
  /^(\s{0,80}(?:- {1,20}){0,4})(?:((?:[^\s"':#{[-]|-\S)[^"':]{0,200}?)[ \t]{0,20}:[ \t]{1,20})?(?=\S)/

/**
 * Says what is wrong in words, and at which character. Parsers notice it later, often in another line, and say what they expected. A slip
 * is what people write without knowing that it means something else to YAML. Where there is no slip, the parser's fault stays.
 */
export function explainYaml(block: string, fault: SyntaxFault): ExplainedFault {
  const lines = block.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  if (/^ {0,80}\t/.test(lines[first] ?? '')) return tabAt(lines[first] ?? '', first)
  const last = Math.min(fault.noticedInLine ?? fault.line ?? lines.length, lines.length)
  let isNear = 2
  for (let line = last; line > 0 && line >= last - mostLinesAbove; line -= 1) {
    const text = lines[line - 1] ?? ''
    if (text.trim() === '') continue
    const written = writtenValue(text)
    const slip =
      written && (unclosed(written, lines.slice(line, last)) ?? (isNear > 0 ? slipIn(written, block) : undefined))
    isNear -= 1
    if (!written || !slip) continue
    const hint =
      slip.meant === undefined
        ? `Put the text in quotes: ${written.key}${quoted(written.value)}`
        : `Write ${written.key}${slip.meant}`
    return {reason: slip.reason, line, column: written.column + slip.at, hint}
  }
  return explainLine(lines[(fault.line ?? 1) - 1] ?? '', fault)
}

/** The first line must not begin with a tab. The parser lets other lines do so, and names the line below this one. */
function tabAt(line: string, index: number): ExplainedFault {
  const hint = 'Remove the tab: the first key begins in the first column'
  return {reason: 'a tab stands where only blanks may', line: index + 1, column: line.indexOf('\t') + 1, hint}
}

export type ExplainedFault = SyntaxFault & {readonly hint?: string}

/** The parser notices at the end of the text that a quote is never closed. The quote may be this many lines above. */
const mostLinesAbove = 400

function explainLine(line: string, fault: SyntaxFault): ExplainedFault {
  if (fault.reason.includes('indentation'))
    return {...fault, hint: 'Let the keys that belong together begin in the same column'}
  const noBlank = /^(\s{0,80}[\w-]{1,60}):(?!\/\/)(\S.{0,200})$/.exec(line)
  if (noBlank === null) return fault
  const [, key = '', value = ''] = noBlank
  const hint = `Write ${key.trim()}: ${value.trim()}`
  return {...fault, reason: 'a blank is missing behind the colon', column: key.length + 1, hint}
}

/** Finds a quote or bracket that begins the value and is not closed before the next key. */
function unclosed({value}: WrittenValue, below: readonly string[]): Slip | undefined {
  const [first = ''] = value
  const close = closing[first]
  if (close === undefined || isClosedIn(value, first)) return undefined
  for (const line of below) {
    if (/^[\w-]{1,60}:(?:\s|$)/.test(line)) break
    if (line.includes(close)) return undefined
  }
  const what = first === close ? `the quote ${first}` : `the ${first}`
  const text = first === close ? '' : `, or put the text in quotes: "${value}"`
  return {at: 0, reason: `${what} is never closed`, meant: `${value}${close}${text}`}
}

const closing: Readonly<Record<string, string>> = {'[': ']', '{': '}', '"': '"', "'": "'"}

function isClosedIn(value: string, first: string): boolean {
  if (first === '"') return /^"(?:[^"\\]|\\.){0,1000}"/.test(value)
  if (first === "'") return /^'(?:[^']|''){0,1000}'/.test(value)
  const {end, slip} = bracketsOf(value)
  return end !== undefined || slip !== undefined
}

function writtenValue(line: string): WrittenValue | undefined {
  const match = lineWithValue.exec(line.replace(/\r$/, ''))
  if (match === null || (match[2] === undefined && !match[1]?.includes('-'))) return undefined
  const value = line.slice(match[0].length).trim().slice(0, 1000)
  return {key: match[2] === undefined ? '- ' : `${match[2]}: `, value, column: match[0].length + 1}
}

const notFirst: ReadonlyMap<string, string> = new Map([
  ['@', 'no text may begin with @'],
  ['`', 'no text may begin with a grave accent'],
  ['%', 'no text may begin with %'],
  [',', 'no text may begin with a comma'],
  [']', 'no text may begin with ]'],
  ['}', 'no text may begin with }'],
  ['*', 'a * at the beginning is the name of another value'],
  ['&', 'a & at the beginning gives the value a name'],
  ['!', 'a ! at the beginning is the kind of the value'],
  ['- ', 'a dash at the beginning makes a list'],
])

function slipIn({value}: WrittenValue, block: string): Slip | undefined {
  if (isSoundMark(value, block)) return undefined
  for (const [start, reason] of notFirst) if (value.startsWith(start) || value === start.trim()) return {at: 0, reason}
  const [first = ''] = value
  if (first === '"' || first === "'") return slipOfQuote(value, first)
  if (first === '[' || first === '{') return slipOfBrackets(value, first)
  if (/^[|>][-+\d]{0,3}\s+(?=[^\s#])/.test(value))
    return {at: 0, reason: `a ${first} begins a text in the lines below, so nothing may follow it`}
  const colon = /:(?=\s|$)/.exec(value.replace(/\s#.*$/, ''))
  return colon === null ? undefined : {at: colon.index, reason: 'a colon and a blank end the name of a value'}
}

/** Whether the mark is a name that another value has or refers to, or a kind that YAML knows. Its author knows what it means. */
function isSoundMark(value: string, block: string): boolean {
  const [, mark = '', name = ''] = /^([*&!])(\S{1,100})/.exec(value) ?? []
  if (mark === '!') return name.startsWith('!')
  return name !== '' && (mark === '&' || block.includes(`&${name}`))
}

function slipOfQuote(value: string, quote: string): Slip | undefined {
  const form = quote === '"' ? /^"(?:[^"\\]|\\.){0,1000}"/ : /^'(?:[^']|''){0,1000}'(?!')/
  const end = form.exec(value)?.[0].length
  if (end === undefined) return undefined
  const rest = value.slice(end)
  if (/^\s*(?:#.*)?$/.test(rest)) {
    const mark = quote === '"' ? /\\(?![0abtnvfre "/\\N_LPxuU\t])/.exec(value) : null
    return mark === null
      ? undefined
      : {at: mark.index, reason: 'a backslash in double quotes begins a mark, and there is none of this name'}
  }
  const at = end + (rest.length - rest.trimStart().length)
  return {at, reason: `the text ends with the second ${quote}, so nothing may follow it`}
}

function slipOfBrackets(value: string, first: string): Slip | undefined {
  const {end, slip} = bracketsOf(value)
  if (slip !== undefined || end === undefined) return slip
  const rest = value.slice(end)
  if (/^\s*(?:#.*)?$/.test(rest)) return undefined
  const at = end + (rest.length - rest.trimStart().length)
  const what = first === '[' ? 'a list' : 'a map'
  return {at, reason: `${first} begins ${what}, which ends with ${closing[first]}, so nothing may follow it`}
}

/** Finds where the bracket that begins the value is closed, or what YAML stumbles over before that. */
function bracketsOf(value: string): {readonly end?: number; readonly slip?: Slip} {
  let depth = 0
  let quote = ''
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at] ?? ''
    const isStart = /[[{,:]\s*$/.test(value.slice(Math.max(0, at - 20), at))
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (isStart && (letter === '"' || letter === "'")) quote = letter
    else if (isStart && (letter === '@' || letter === '`')) return {slip: slipOfItem(value, at, letter)}
    else if (letter === '#' && /\s/.test(value[at - 1] ?? ''))
      return {slip: {at, reason: 'a # behind a blank begins a comment'}}
    else if (letter === '[' || letter === '{') depth += 1
    else if (letter === ']' || letter === '}') depth -= 1
    if (depth === 0) return {end: at + 1}
  }
  return {}
}

function slipOfItem(value: string, at: number, letter: string): Slip {
  const item = /^[^,\]}]{1,200}/.exec(value.slice(at))?.[0].trimEnd() ?? letter
  const meant = `${value.slice(0, at)}"${item}"${value.slice(at + item.length)}`
  return {at, reason: notFirst.get(letter) ?? '', meant}
}

/** The value as it was meant: in a kind of quotes that it does not contain, and without the quotes that did not work. */
function quoted(written: string): string {
  const [first = ''] = written
  const isInQuotes = /^["']/.test(first) && written.length > 1 && written.endsWith(first)
  const inner = isInQuotes ? written.slice(1, -1) : written
  const isWhole = isInQuotes && !inner.includes(first === '"' ? '" ' : "' ")
  const text = (isWhole ? inner : written).slice(0, 200)
  if (!/["\\]/.test(text)) return `"${text}"`
  return `'${text.replaceAll("'", "''")}'`
}
