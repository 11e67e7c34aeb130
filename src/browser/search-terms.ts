/**
 * How text becomes the words of the search. Both sides use this: the index is made with it, and the script of the page looks up
 * with it. The patterns are texts, because the script is a text.
 */
export const searchTerms = {
  /** Marks that people leave out when they type: accents, Hebrew points, Arabic vowels and the stroke that makes a word longer. */
  marks: String.raw`[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]`,
  /** Letters that Unicode does not split into a letter and a mark. */
  letters: {ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ى: 'ي', ة: 'ه', ς: 'σ'},
  /** Scripts without blanks between words: every two neighbours are a word. */
  unspaced: String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]`,
  /** The Arabic article, and the short words that are written in one with it. */
  article: String.raw`^[وبكف]?ال(?=\p{L}{2})`,
  /** A longer run of letters is no word. */
  longest: 32,
  /** The words of an episode are sorted into so many buckets. A shard holds one or more buckets, of all episodes of a season. */
  buckets: 128,
  /** The number of letters by which a word is found in its shard: a word that is still being typed has at least so many. */
  prefix: 3,
} as const

/** The same in the browser. A test holds that both give the same words. */
export const searchTermsScript = String.raw`
const marks = /${searchTerms.marks}/g
const letters = ${JSON.stringify(searchTerms.letters)}
const letter = /[${Object.keys(searchTerms.letters).join('')}]/g
const unspaced = /${searchTerms.unspaced}/u
const runs = /${searchTerms.unspaced}+|(?:(?!${searchTerms.unspaced})[\p{L}\p{N}\p{M}])+/gu
const fold = (text) => text.toLowerCase().normalize('NFKD').replace(marks, '').normalize('NFC').replace(letter, (found) => letters[found])
const wordsIn = (text) => (fold(text).match(runs) || []).flatMap((run) => {
  if (!unspaced.test(run)) return [run.replace(/${searchTerms.article}/u, '').slice(0, ${searchTerms.longest})]
  const signs = [...run]
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => signs[at] + sign)
})
const bucketOf = (word) => {
  const key = unspaced.test(word) ? [...word][0] : word.slice(0, ${searchTerms.prefix})
  let hash = 0
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) % 65521
  return hash % ${searchTerms.buckets}
}
`
