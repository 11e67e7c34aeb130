import {decodeCharacterReferences} from '../../text/markup/character-references.ts'

type Piece = {readonly kind: 'text' | 'strong' | 'em' | 'link' | 'break'; readonly text: string; readonly url?: string}

const tags = /(<[^<>]*>)/
const link = /^<a href="(https?:\/\/[^"]+|mailto:[^"]+)"(?: target="_blank")?(?: rel="[a-z ]*")?>$/
const marks: Readonly<Record<string, 'strong' | 'em'>> = {strong: 'strong', b: 'strong', em: 'em', i: 'em'}

/** No mark of HTML or Markdown. What our Markdown makes more of (addresses, mail, times of the recording, `www.`) is not in it. */
const words = /^[\p{L}\p{M}\d ,;?()'"“”‘’„«»…–—%/+.!:&#@-]*$/u
const madeMoreOf = / {2}|[wW]\.|\.[\w-]*\.|\d:|:[^ ]|[^ ]&|&[^ ]|[^ (]#|#(?!\d)|[^ (]@|@(?![A-Za-z])|[^ ]\+|![^ ]/
/** What begins a line and is no list, heading or rule. */
const lineStart = /^(?:\p{L}|\d+(?![\d.)])|["“”‘’„«»('](?=\p{L}))/u
/** Addresses that both write letter by letter, but for `&`. */
const address = /^[A-Za-z\d./?=%#:_~,+@&-]+$/
const mail = /^[A-Za-z\d][\w.+-]*@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.[A-Za-z]+$/

/**
 * The inside of a paragraph, a heading or an item of a list as Markdown, if it is nothing but sentences, links and marks that do not
 * touch words. `html` has no white space but single blanks, and none at its edges. `undefined`: there is more in it.
 */
export function plainSentences(html: string): string | undefined {
  const pieces = piecesOf(html)
  if (pieces === undefined || pieces.length === 0) return undefined
  const written: string[] = []
  for (const [index, piece] of pieces.entries()) {
    const text = writtenPiece(piece, pieces[index - 1], pieces[index + 1])
    if (text === undefined) return undefined
    written.push(text)
  }
  return written.join('')
}

function piecesOf(html: string): readonly Piece[] | undefined {
  const parts = html.split(tags)
  const pieces: Piece[] = []
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? ''
    if (index % 2 === 0) {
      if (part !== '') pieces.push({kind: 'text', text: decodeCharacterReferences(part)})
      continue
    }
    if (/^<br ?\/?>$/.test(part)) pieces.push({kind: 'break', text: ''})
    else {
      // A mark holds one text, and its end comes next.
      const piece = markedPiece(part, decodeCharacterReferences(parts[index + 1] ?? ''), parts[index + 2])
      if (piece === undefined) return undefined
      pieces.push(piece)
      index += 2
    }
  }
  return pieces
}

function markedPiece(open: string, text: string, close: string | undefined): Piece | undefined {
  const url = link.exec(open)?.[1]
  if (url !== undefined) return close === '</a>' ? {kind: 'link', text, url: decodeCharacterReferences(url)} : undefined
  const name = open.slice(1, -1)
  const kind = marks[name]
  return kind !== undefined && close === `</${name}>` ? {kind, text} : undefined
}

function writtenPiece(piece: Piece, before: Piece | undefined, after: Piece | undefined): string | undefined {
  const {kind, text} = piece
  if (kind === 'break') return isText(before) && isText(after) ? '\\\n' : undefined
  if (kind === 'text') return writtenText(text, before, after)
  const isApart = isEnd(before, / $|\($/) && isEnd(after, /^[ .,;:?!)]/)
  if (!isApart) return undefined
  if (kind === 'link') return writtenLink(text, piece.url ?? '')
  const isWord = isPlain(text) && /^[\p{L}\d]/u.test(text) && /[\p{L}\d:.?,]$/u.test(text)
  const mark = kind === 'strong' ? '**' : '*'
  return isWord ? `${mark}${text}${mark}` : undefined
}

function isText(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.kind !== 'break'
}

/** Whether a line ends or begins here, or a text that does not touch what is beside it. */
function isEnd(piece: Piece | undefined, form: RegExp): boolean {
  return piece === undefined || piece.kind === 'break' || (piece.kind === 'text' && form.test(piece.text))
}

function writtenText(text: string, before: Piece | undefined, after: Piece | undefined): string | undefined {
  if (!isPlain(text)) return undefined
  const isFirst = !isText(before)
  const isLast = !isText(after)
  const line = isFirst ? text.replace(/^ /, '') : text
  if (isFirst && !lineStart.test(line)) return undefined
  // `![` would be a picture.
  if (!isLast && /! *$/.test(text)) return undefined
  return isLast ? line.replace(/ $/, '') : line
}

function isPlain(text: string): boolean {
  return words.test(text) && !madeMoreOf.test(text)
}

function writtenLink(text: string, url: string): string | undefined {
  if (url.startsWith('mailto:')) return url === `mailto:${text}` && mail.test(text) ? `<${text}>` : undefined
  if (!address.test(url)) return undefined
  if (text === url) return `<${url}>`
  if (!isPlain(text) || !/^[\p{L}\d].*[\p{L}\d.?]$|^\p{L}$/u.test(text)) return undefined
  return `[${text}](${url.replace(/&(?=[#A-Za-z])/g, '\\&')})`
}
