import type {Token} from 'marked'

/** The marks that `marked` looks for. A bare address becomes a link. */
const anyMark = /[\\`*_[<~@]|:\/\/|www\.|WWW\./g

/** No sign in here has a meaning to anybody. */
const words = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} ,'’-]*[\p{L}\p{N}])?`
const code = String.raw`[\p{L}\p{N}.](?:[\p{L}\p{N} .,;:=+<>/&()-]*[\p{L}\p{N}.;>)])?`
const address = String.raw`https?://[\p{L}\p{N}.,:;/?&=%+#-]+`
/** A mark that is closed, with nothing but words in it, and behind which no word goes on. */
const simpleMark = new RegExp(
  `(?:\\*\\*(?<strong>${words})\\*\\*|\\*(?<em>${words})\\*|\`(?<code>${code})\`|\\[(?<link>${words})\\]\\((?<href>${address})\\))(?=[\\s.,;:!?)]|$)`,
  'uy',
)
const hardBreak = /(?: {2}|\\)\n/
const beforeMark = /[\s(]/

/**
 * The inline tokens of a text whose marks are all of the simple kind, as nearly every paragraph of people who write by hand is; `undefined`
 * of every other text. There is only one way to read it, so that nobody has to try all rules of Markdown at every word.
 */
export function simpleTokens(text: string): readonly Token[] | undefined {
  if (text.includes('\n') && hardBreak.test(text)) return undefined
  const tokens: Token[] = []
  let from = 0
  anyMark.lastIndex = 0
  for (let mark = anyMark.exec(text); mark !== null; mark = anyMark.exec(text)) {
    const at = mark.index
    simpleMark.lastIndex = at
    const found = at === 0 || beforeMark.test(text[at - 1] ?? '') ? simpleMark.exec(text) : null
    if (found === null) return undefined
    if (at > from) tokens.push(textToken(text.slice(from, at)))
    tokens.push(tokenOf(found))
    from = simpleMark.lastIndex
    anyMark.lastIndex = from
  }
  if (from < text.length) tokens.push(textToken(text.slice(from)))
  return tokens
}

function tokenOf({0: raw, groups = {}}: RegExpExecArray): Token {
  const {strong, em, code, link, href} = groups
  if (code !== undefined) return {type: 'codespan', raw, text: code}
  if (strong !== undefined) return {type: 'strong', raw, text: strong, tokens: [textToken(strong)]}
  if (em !== undefined) return {type: 'em', raw, text: em, tokens: [textToken(em)]}
  return {type: 'link', raw, href: href ?? '', title: null, text: link ?? '', tokens: [textToken(link ?? '')]}
}

export function textToken(text: string): Token {
  return {type: 'text', raw: text, text, escaped: false}
}
