/** Where an ampersand means itself, from this mark to that one. */
type Literal = {readonly begin: string; readonly end: string}
const section: Literal = {begin: '<![CDATA[', end: ']]>'}
const comment: Literal = {begin: '<!--', end: '-->'}
const beginOfLiteral = /<!(?:\[CDATA\[|--)/

const loneAmpersand = /&(?!#\d{1,10};|#[xX][\da-fA-F]{1,8};|[A-Za-z_][\w.-]{0,60};)/g
/** The longest beginning of an entity or of a literal part that says nothing before it is whole. */
const undecided = /(?:&[^;&<\s]{0,63}|<!?-?-?|<!\[[A-Z]{0,5}\[?)$/

/**
 * Mends ampersands that begin no entity, piece by piece. Such an ampersand means itself. To the parser, it begins an entity that ends at
 * the next semicolon, and everything between, whole items included, would be its name. Sections of CDATA and comments stay as they are.
 */
export function* withoutLoneAmpersands(pieces: Iterable<string>, onFault: () => void): Generator<string> {
  const mended = (markup: string) =>
    markup.replace(loneAmpersand, () => {
      onFault()
      return '&amp;'
    })
  let rest = ''
  let literal: Literal | undefined
  for (const piece of pieces) {
    let text = rest + piece
    for (;;) {
      const {part, next, isWhole} = literal === undefined ? markupPart(text) : literalPart(text, literal)
      if (part !== '') yield literal === undefined ? mended(part) : part
      text = text.slice(part.length)
      if (!isWhole) break
      literal = next
    }
    rest = text
  }
  yield literal === undefined ? mended(rest) : rest
}

type Part = {
  readonly part: string
  /** Whether the part ends in this piece, and with what the next one begins. */
  readonly isWhole: boolean
  readonly next?: Literal | undefined
}

/** Up to the next literal part. What may be its beginning waits for the next piece. */
function markupPart(text: string): Part {
  const at = text.search(beginOfLiteral)
  if (at !== -1) {
    return {part: text.slice(0, at), isWhole: true, next: text.startsWith(comment.begin, at) ? comment : section}
  }
  const waits = undecided.exec(text.slice(-70))?.[0].length ?? 0
  return {part: text.slice(0, text.length - waits), isWhole: false}
}

function literalPart(text: string, {begin, end}: Literal): Part {
  // `<!-->` begins a comment and does not end it.
  const inside = text.startsWith(begin) ? begin.length : 0
  const at = text.indexOf(end, inside)
  if (at !== -1) return {part: text.slice(0, at + end.length), isWhole: true}
  const decided = text.length - end.length
  return {part: decided > inside ? text.slice(0, decided) : '', isWhole: false}
}
