export type CodeLanguage = 'javascript' | 'python'

/** A program that is looked at, and never run. */
export type Code = {readonly text: string; readonly language: CodeLanguage}

/** Any of them ends a map or a list: where brackets do not match, nobody looks for the right one for ever. */
export const closing = /[)\]}]/

const quotes: Readonly<Record<CodeLanguage, RegExp>> = {
  javascript: /(["'`])/y,
  python: /[uUrRbB]{0,2}("""|'''|"|')/y,
}

/** A text in quotes; its value is `null` if a program would make it. */
export function oneText(
  text: string,
  at: number,
  language: CodeLanguage,
): {readonly value: string | null; readonly end: number} | undefined {
  const form = quotes[language]
  form.lastIndex = at
  const [opening, quote = ''] = form.exec(text) ?? []
  if (opening === undefined) return undefined
  const start = at + opening.length
  for (let end = start; end < text.length; end += text[end] === '\\' ? 2 : 1) {
    if (text[end] === '\n' && quote.length === 1 && quote !== '`') return undefined
    if (!text.startsWith(quote, end)) continue
    const inner = text.slice(start, end)
    const isComputed = quote === '`' && inner.includes('${')
    return {value: isComputed ? null : unescaped(inner), end: end + quote.length}
  }
  return undefined
}

const escapes: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '', '\n': ''}

function unescaped(inner: string): string {
  return inner.replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([\s\S]))/g, (_, unicode, byte, other) =>
    other === undefined ? String.fromCharCode(Number.parseInt(unicode ?? byte, 16)) : (escapes[other] ?? other),
  )
}

/** Behind white space and comments. `inLine`: a line end ends the value. */
export function afterBlanks({text, language}: Code, from: number, inLine = false): number {
  const form = language === 'python' ? /(?:[ \t\r]|\\\n|#[^\n]*)+/y : /(?:[ \t\r]|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y
  for (let at = from; ; ) {
    form.lastIndex = at
    if (form.test(text)) at = form.lastIndex
    if (inLine || text[at] !== '\n') return at
    at += 1
  }
}

export function afterComma(code: Code, at: number): number {
  const end = afterBlanks(code, at)
  return code.text[end] === ',' ? afterBlanks(code, end + 1) : end
}

/** Where a value ends that is not understood: at the comma or the bracket behind it; at the top, at the end of its line. */
export function endOfValue(code: Code, from: number, depth: number): number {
  const {text} = code
  let open = 0
  for (let at = from; at < text.length; ) {
    const next = afterOpaque(code, at)
    const character = text[at] ?? ''
    if (next === at) {
      if (/[([{]/.test(character)) open += 1
      else if (closing.test(character) && open === 0) return at
      else if (closing.test(character)) open -= 1
      else if (open === 0 && (depth === 0 ? character === '\n' : character === ',')) return at
      at += 1
    } else at = next
  }
  return text.length
}

const pattern = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n]){0,200}\]|[^/\\\n[]){1,400}\/[a-z]{0,8}/y

/** Behind what has brackets and commas that mean nothing here: a text, a comment, a regular expression. */
function afterOpaque(code: Code, at: number): number {
  const {text, language} = code
  const quoted = oneText(text, at, language)
  if (quoted !== undefined) return quoted.end
  // Behind a value, `/` divides.
  const mayBePattern =
    language === 'javascript' && text[at] === '/' && /[=(,:[{!&|?;>]\s*$/.test(text.slice(Math.max(0, at - 20), at))
  pattern.lastIndex = at
  if (mayBePattern && pattern.test(text)) return pattern.lastIndex
  return afterBlanks(code, at, true)
}
