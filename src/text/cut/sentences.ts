import {withoutIllegalXml} from '../markup/xml-characters.ts'

/** An end of a sentence; not the full stop of an initial or of a short title ("Dr.", "e.g."). */
const sentenceEnd = /(?:[!?…]|(?<![\s(“"]\p{Lu}\p{L}{0,2})(?<![\s.(“"]\p{L})\.)["'”’»)\]]*(?=\s|$)|[。！？]/gu

/** The offset at which the last whole sentence of `text` ends. 0 if no sentence ends in it. */
export function lastSentenceEnd(text: string): number {
  let end = 0
  for (const match of text.matchAll(sentenceEnd)) end = match.index + match[0].length
  return end
}

/** As many whole sentences as fit. If that would be little, as many words as fit, and `…`. */
export function cutAtSentence(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text
  const ends = [...text.slice(0, maxCharacters + 1).matchAll(sentenceEnd)].map((match) => match.index + match[0].length)
  const end = ends.findLast((each) => each <= maxCharacters) ?? 0
  // "Hello!" is a whole sentence, but says less than half of the next sentence.
  return end >= maxCharacters / 3 ? text.slice(0, end) : cutAtWord(text, maxCharacters)
}

/** As many words as fit, and `…`. */
export function cutAtWord(text: string, maxCharacters: number): string {
  const head = text.slice(0, Math.max(0, maxCharacters - 1))
  const blank = head.lastIndexOf(' ')
  // Texts without blanks (Japanese) are cut between characters, but not in the middle of an emoji.
  const cut = blank > maxCharacters / 2 ? head.slice(0, blank) : withoutIllegalXml(head)
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`
}
