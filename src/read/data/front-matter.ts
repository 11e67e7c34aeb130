import matter from 'gray-matter'
import {present} from '../../model/present.ts'
import type {Problem} from '../../model/problem.ts'
import {type FrontMatter, withPlaces} from './authored-data.ts'
import {problem} from './data-problems.ts'
import {type DataSyntax, dataSyntaxes, type ParsedData} from './data-syntaxes.ts'
import {readUnfencedHeader, type UnfencedHeader} from './unfenced-header.ts'

type Fence = {readonly syntax: DataSyntax; readonly delimiter: string; readonly language: string}

/** The languages by the word after the fence. Without a word, the language is YAML. */
const languages: ReadonlyMap<string, DataSyntax> = new Map([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['toml', 'toml'],
])

const codeLanguages: ReadonlySet<string> = new Set([
  'js',
  'javascript',
  'ts',
  'typescript',
  'coffee',
  'coffeescript',
  'cson',
])

/**
 * Reads front matter in YAML (`---`), TOML (`+++`, `---toml`) or JSON (`---json`, or a bare `{`), and the headers of Pelican and Nikola,
 * which have no fences. Code is refused and never run.
 * `file` is only used for problems: `front-matter-unreadable`, `front-matter-code`, `front-matter-unclosed`, `duplicate-key`.
 */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const bodyOnly = (problems: readonly Problem[]): FrontMatter => withoutData(source, file, problems)
  if (/^\{\s{0,1000}["}]/.test(source)) return readBareJson(source, file)
  const header = readUnfencedHeader(source)
  if (header !== undefined) return readHeader(source, file, header)
  const opening = /^(---|\+\+\+)([^\r\n]{0,200})(?:\r?\n|$)/.exec(source)
  const [, delimiter = '', rest = ''] = opening ?? []
  if (!opening || rest.startsWith(delimiter[0] ?? '')) return bodyOnly([])
  // A YAML comment may follow the fence.
  const language = rest.replace(/#.*$/, '').trim().toLowerCase()
  if (codeLanguages.has(language)) return bodyOnly([codeProblem(file, language)])
  const syntax = delimiter === '+++' && language === '' ? 'toml' : languages.get(language)
  if (syntax === undefined) {
    const message = `The front matter is in "${language.slice(0, 40)}", which is no known syntax, so none of it was read`
    return bodyOnly([problem('front-matter-unreadable', {file, line: 1}, message, 'Use --- for YAML or +++ for TOML')])
  }
  return readFenced(source, file, {syntax, delimiter, language: rest.trim()})
}

function readHeader(source: string, file: string, {data, block, end}: UnfencedHeader): FrontMatter {
  return withPlaces({file, block, syntax: 'yaml', parsed: {data}, source, body: source.slice(end)})
}

function codeProblem(file: string, language: string): Problem {
  return problem(
    'front-matter-code',
    {file, line: 1},
    `The front matter is a program (${language}); it was not run, because a show may be built from other people's files`,
    'Write the values in YAML between two lines of ---',
  )
}

function withoutData(body: string, file: string, problems: readonly Problem[]): FrontMatter {
  return {
    file,
    data: {},
    present: false,
    body,
    bodyLine: 1,
    problems,
    keyPlaces: new Map(),
    locate: () => ({file, line: 1}),
  }
}

function readFenced(source: string, file: string, {syntax, delimiter, language}: Fence): FrontMatter {
  if (hasHostileBlankLines(source, delimiter)) {
    const message = 'The file has too many blank lines in a row, so its front matter was not read'
    return withoutData(source, file, [problem('front-matter-unreadable', {file, line: 1}, message)])
  }
  let block = ''
  let parsed: ParsedData = {}
  const parse = (text: string) => {
    // gray-matter cuts between the two characters of a CRLF. The carriage return that is left does not end a line in TOML.
    block = text.replace(/\r$/, '')
    parsed = dataSyntaxes[syntax](block)
    return {}
  }
  // gray-matter has engines of its own, and one of them runs code. So gray-matter is given our engine for the language of this file,
  // and no other engine is reachable.
  const {head, body} = cutAtFence(source, delimiter)
  matter(head, {
    delimiters: [delimiter, delimiter],
    language: syntax,
    engines: {[language || syntax]: parse},
  })
  const read = withPlaces({file, block, syntax, parsed, source, body})
  if (body !== '' || source.trimEnd().endsWith(`\n${delimiter}`)) return read
  // A text that begins with a horizontal rule has no front matter, and no second fence.
  if (!/^[\w"'-]{1,200}\s{0,80}[:=]/.test(block.trimStart())) return withoutData(source, file, [])
  const message =
    'The second fence of the front matter is missing, so the whole file was read as data and has no show notes'
  const unclosed = problem('front-matter-unclosed', {file, line: 1}, message, `Write ${delimiter} after the last value`)
  // The notes are no data, so how to write them as data is no help.
  const others = read.problems.map(({hint, ...each}) =>
    each.code === 'front-matter-unreadable' ? each : {...each, ...present({hint})},
  )
  return {...read, problems: [...others, unclosed]}
}

/** gray-matter makes several copies of what it is given, so it gets the front matter and not the text below. */
function cutAtFence(source: string, delimiter: string): {readonly head: string; readonly body: string} {
  const fence = `\n${delimiter}`
  const start = source.indexOf(fence, delimiter.length)
  if (start === -1) return {head: source, body: ''}
  const end = start + fence.length
  return {head: source.slice(0, end), body: source.slice(end).replace(/^\r?\n?/, '')}
}

/** gray-matter looks for comments with a pattern that takes quadratic time over blank lines. */
function hasHostileBlankLines(source: string, delimiter: string): boolean {
  let lines = 0
  let characters = 0
  for (let start = 0; start < source.length; ) {
    const newline = source.indexOf('\n', start)
    const end = newline === -1 ? source.length : newline
    if (start > 0 && source.startsWith(delimiter, start)) return false
    const isBlank = source.slice(start, end).trim() === ''
    lines = isBlank ? lines + 1 : 0
    characters = isBlank ? characters + end - start + 1 : 0
    if (lines * characters > 20_000_000) return true
    start = end + 1
  }
  return false
}

function readBareJson(source: string, file: string): FrontMatter {
  const end = endOfJson(source)
  const block = source.slice(0, end)
  const body = source.slice(end).replace(/^[ \t]{0,100}\r?\n/, '')
  return withPlaces({
    file,
    block,
    syntax: 'json',
    parsed: dataSyntaxes.json(block),
    source,
    body,
  })
}

/** The position after the brace that closes the first brace. If no brace closes it, this is the end of the text. */
function endOfJson(text: string): number {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (inString && character === '\\') at += 1
    else if (character === '"') inString = !inString
    else if (!inString && character === '{') depth += 1
    else if (!inString && character === '}') depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length
}
