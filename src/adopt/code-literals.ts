import {afterBlanks, afterComma, type Code, type CodeLanguage, closing, endOfValue, oneText} from './code-tokens.ts'
import {type Data, type DataMap, isDataMap} from './repository.ts'

type Reading = {readonly value: Data; readonly end: number}
type Known = ReadonlyMap<string, Data>
type Source = Code & {readonly known: Known}

/** No configuration nests so deep. */
const deepest = 20

/**
 * What a configuration that is a program says in literals: the top-level assignments of Python, and what JavaScript or TypeScript exports.
 * Nothing is run. What would have to be computed has no value.
 */
export function codeLiterals(text: string, language: CodeLanguage): DataMap {
  return language === 'python' ? Object.fromEntries(assigned(text, language)) : exportedLiterals(text)
}

const assignments: Readonly<Record<CodeLanguage, RegExp>> = {
  python: /^([A-Za-z]\w{0,80})[ \t]*(?::[ \t]*\w+[ \t]*)?=(?!=)/gm,
  javascript: /^(?:export\s+)?(?:const|let|var)\s+([\w$]{1,80})(?:\s*:\s*[\w.<>,[\] ]{1,80})?\s*=(?![=>])/gm,
}

/** Each name that is given a literal at the top of the program. */
function assigned(text: string, language: CodeLanguage): ReadonlyMap<string, Data> {
  const known = new Map<string, Data>()
  let read = 0
  for (const match of text.matchAll(assignments[language])) {
    // What looks like an assignment inside of another value is none.
    if (match.index < read) continue
    const {value, end} = readValue({text, language, known}, match.index + match[0].length, 0)
    if (value !== null) known.set(match[1] ?? '', value)
    read = end
  }
  return known
}

/** A setting of the machine, and what holds without it: `process.env.URL || 'https://trains.example'`. */
const setting = /^(?:process|import\.meta)\.env(?:\.\w{1,80}|\[["']\w{1,80}["']\])\s*(?:\|\||\?\?)\s*/

const exported = /^(?:module\.exports|exports\.default)\s*=|^export\s+default\b/m

/** What may stand around the map that is exported: `defineConfig(`, `() => (`, `async function () { return`. */
const around: readonly RegExp[] = [
  /^\s+/,
  /^(?:async\s+)?(?:function\s*\w*\s*)?\([^()]*\)\s*(?:=>)?/,
  /^\{\s*return\b/,
  /^\w+\(/,
  /^\(/,
]

function exportedLiterals(text: string): DataMap {
  const known = assigned(text, 'javascript')
  const start = exported.exec(text)
  if (start === null) return namedExports(text, known)
  let at = start.index + start[0].length
  for (let step = 0; step < around.length * 2; step += 1) {
    const ahead = text.slice(at, at + 200)
    at += around.map((form) => form.exec(ahead)?.[0].length ?? 0).find((length) => length > 0) ?? 0
  }
  const {value} = readValue({text, language: 'javascript', known}, at, 0)
  return isDataMap(value) ? value : {}
}

/** `export const SITE_TITLE = …`; of a module that exports one map under whatever name, also what is in the map. */
function namedExports(text: string, known: Known): DataMap {
  const names = [...text.matchAll(/^export\s+(?:const|let|var)\s+([\w$]{1,80})/gm)].map(([, name = '']) => name)
  const values = names.flatMap((name): readonly (readonly [string, Data])[] => {
    const value = known.get(name)
    return value === undefined ? [] : [[name, value]]
  })
  const [map, ...others] = values.flatMap(([, value]) => (isDataMap(value) ? [value] : []))
  return {...(others.length === 0 ? map : {}), ...Object.fromEntries(values)}
}

/** What may stand behind a literal: `'a' + b` and `x ? y : z` are none. */
const behindLiteral = /[,)\]};\n#]|(?:as|satisfies)\s/y

/** The literal at `at`, or `null`, and where the next value, bracket or line begins. */
function readValue(source: Source, at: number, depth: number): Reading {
  const {text} = source
  const start = afterBlanks(source, at)
  const found = depth > deepest ? undefined : literalAt(source, start, depth)
  if (found !== undefined) {
    const end = afterBlanks(source, found.end, depth === 0)
    behindLiteral.lastIndex = end
    if (end >= text.length || behindLiteral.test(text)) {
      return {value: found.value, end: endOfValue(source, end, depth)}
    }
  }
  return {value: null, end: endOfValue(source, start, depth)}
}

function literalAt(source: Source, at: number, depth: number): Reading | undefined {
  const {text, language, known} = source
  const [withSetting] = setting.exec(text.slice(at, at + 200)) ?? []
  if (withSetting !== undefined) return literalAt(source, at + withSetting.length, depth)
  const opening = text[at] ?? ''
  if (opening === '{') return readMap(source, at + 1, depth + 1)
  if (opening === '[' || (opening === '(' && language === 'python')) return readList(source, at + 1, depth + 1)
  const quoted = readText(source, at, depth)
  if (quoted !== undefined) return quoted
  const [word] = /^[\w$.-]{1,80}/.exec(text.slice(at, at + 80)) ?? []
  if (word === undefined) return undefined
  const end = at + word.length
  if (/^(?:true|false)$/i.test(word) || /^-?\d[\d_.]*$/.test(word)) return {value: word.toLowerCase(), end}
  const value = known.get(word)
  return value === undefined ? undefined : {value, end}
}

function readMap(source: Source, from: number, depth: number): Reading {
  const {text, known} = source
  const entries = new Map<string, Data>()
  let at = afterBlanks(source, from)
  while (at < text.length && !closing.test(text[at] ?? '')) {
    const key = readText(source, at, depth) ?? nameAt(text, at)
    const colon = key === undefined ? at : afterBlanks(source, key.end)
    if (key !== undefined && typeof key.value === 'string' && text[colon] === ':') {
      const {value, end} = readValue(source, colon + 1, depth)
      entries.set(key.value, value)
      at = end
    } else {
      // `title,` is short for `title: title`. A function or a spread has no value.
      if (key !== undefined && typeof key.value === 'string' && /[,}]/.test(text[colon] ?? ''))
        entries.set(key.value, known.get(key.value) ?? null)
      at = endOfValue(source, at, depth)
    }
    at = afterComma(source, at)
  }
  return {value: Object.fromEntries(entries), end: at + 1}
}

function readList(source: Source, from: number, depth: number): Reading {
  const {text} = source
  const values: Data[] = []
  let isTuple = text[from - 1] === '['
  let at = afterBlanks(source, from)
  while (at < text.length && !closing.test(text[at] ?? '')) {
    const {value, end} = readValue(source, at, depth)
    values.push(value)
    isTuple ||= text[end] === ','
    at = afterComma(source, end)
  }
  // `('one' 'two')` is a text in brackets.
  return {value: isTuple ? values : (values[0] ?? null), end: at + 1}
}

function nameAt(text: string, at: number): Reading | undefined {
  const [name] = /^[A-Za-z_$][\w$]{0,80}/.exec(text.slice(at, at + 82)) ?? []
  return name === undefined ? undefined : {value: name, end: at + name.length}
}

/** A text in quotes; in Python also several in a row, which are one. */
function readText(source: Source, at: number, depth: number): Reading | undefined {
  const {text, language} = source
  const first = oneText(text, at, language)
  if (first === undefined || language !== 'python') return first
  let {value, end} = first
  for (;;) {
    const next = oneText(text, afterBlanks(source, end, depth === 0), language)
    if (next === undefined) return {value, end}
    value = value === null || next.value === null ? null : `${value}${next.value}`
    end = next.end
  }
}
