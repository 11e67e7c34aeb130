import type {Cue, Transcript} from '../../model/transcript.ts'

/** A word as it is written, and where it stands. Offsets count UTF-16 units of the text of its span. */
export type WrittenWord = {
  readonly text: string
  readonly cueIndex: number
  readonly spanIndex: number
  readonly from: number
  readonly to: number
}

/** The words of both sides as numbers: equal sounds have equal numbers. A word has no number (`—`, `um`), one or several (`co-host`). */
export type Tokens = {
  readonly ids: readonly number[]
  /** The length of each token in characters. The time inside a caption is divided by these lengths. */
  readonly weights: readonly number[]
  /** Index of the word each token belongs to. */
  readonly wordIndexes: readonly number[]
}

// Scripts that are written without spaces are compared by character, because no dictionary is at hand. Korean has spaces, but machines
// set them in other places than people do.
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const word = new RegExp(`[\\p{Ps}\\p{Pi}]*[${unspaced}][^\\p{L}\\p{N}\\s\\p{Ps}\\p{Pi}]*|[^\\s${unspaced}]+`, 'gu')
const piece = new RegExp(`[${unspaced}]|[^${unspaced}]+`, 'gu')

const hesitations = new Set(['um', 'umm', 'uh', 'uhh', 'uhm', 'erm', 'hm', 'hmm', 'mm', 'mhm', 'äh', 'ähm', 'euh'])
const digitsOfNumberWords = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((name, number) => [name, String(number)] as const)
    .concat(
      'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((name, index) => [name, `${index + 2}0`]),
    ),
)
/** Words that people write in one way and machines in another. */
const spokenForms = new Map([
  ["can't", ['can', 'not']],
  ["won't", ['will', 'not']],
  ['cannot', ['can', 'not']],
  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
  ['gotta', ['got', 'to']],
  ['kinda', ['kind', 'of']],
  ['sorta', ['sort', 'of']],
  ['ok', ['okay']],
  ['yep', ['yeah']],
  ['cause', ['because']],
  ["'cause", ['because']],
  ["'til", ['till']],
  ['vs', ['versus']],
])
const contraction = /^(.+?)(n't|'re|'ve|'ll|'m)$/
const fullForms = new Map([
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'m", 'am'],
])

const lastUnspaced = new RegExp(`[${unspaced}][^\\p{L}\\p{N}]*$`, 'u')

/** Whether a word ends in a script that sets no space behind it. */
export function isUnspaced(text: string): boolean {
  return lastUnspaced.test(text.slice(-4))
}

/** Every spoken word of the cues in order; events and gaps are not spoken. */
export function writtenWords(cues: readonly Cue[]): WrittenWord[] {
  return cues.flatMap((cue, cueIndex) =>
    cue.spans.flatMap((span, spanIndex) => {
      if (span.kind !== 'speech') return []
      return Array.from(span.text.matchAll(word), ({0: text, index: from}) => {
        return {text, cueIndex, spanIndex, from, to: from + text.length}
      })
    }),
  )
}

/** The cues of all turns, in order. */
export function cuesOf(transcript: Transcript): Cue[] {
  return transcript.parts.flatMap((part) => (part.kind === 'turn' ? part.cues : []))
}

/** Gives every distinct sound a number; one lexicon serves both sides. */
export type Lexicon = {readonly numbers: Map<string, number>; readonly soundsOfWords: Map<string, readonly string[]>}

export function emptyLexicon(): Lexicon {
  return {numbers: new Map(), soundsOfWords: new Map()}
}

export function tokensOf(words: readonly {readonly text: string}[], lexicon: Lexicon): Tokens {
  const ids: number[] = []
  const weights: number[] = []
  const wordIndexes: number[] = []
  for (const [wordIndex, {text}] of words.entries()) {
    const sounds = lexicon.soundsOfWords.get(text) ?? soundsOf(text)
    lexicon.soundsOfWords.set(text, sounds)
    for (const sound of sounds) {
      const id = lexicon.numbers.get(sound) ?? lexicon.numbers.size
      lexicon.numbers.set(sound, id)
      ids.push(id)
      weights.push(sound.length)
      wordIndexes.push(wordIndex)
    }
  }
  return {ids, weights, wordIndexes}
}

/**
 * What a word sounds like, however it is spelt: `Twenty-one` and `21`, `don’t` and `do not`, `Café` and `cafe` give the same
 * sounds. A hesitation gives none, because people leave hesitations out and machines put them in.
 */
export function soundsOf(text: string): string[] {
  // Marks are removed, so that an accent that a machine left out does not matter. Composing again keeps Korean syllables whole.
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase()
  const plain = folded
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/%/g, ' percent ')
    .replace(/&/g, ' and ')
  return plain.split(/[^\p{L}\p{N}']+/u).flatMap((part) => soundsOfPart(part.replace(/^'+(?!cause$|til$)|'+$/g, '')))
}

function soundsOfPart(part: string): readonly string[] {
  if (part === '' || hesitations.has(part)) return []
  const known = spokenForms.get(part)
  if (known !== undefined) return known
  const [, stem, ending] = contraction.exec(part) ?? []
  if (stem !== undefined && ending !== undefined) return [...soundsOfPart(stem), fullForms.get(ending) ?? ending]
  const bare = part.replaceAll("'", '')
  if (/^\d+$/.test(bare)) return soundsOfDigits(bare)
  const digits = digitsOfNumberWords.get(bare)
  if (digits !== undefined) return [digits]
  return bare.match(piece) ?? []
}

/** `21` is said "twenty one", and `1995` "nineteen ninety-five". The digits give the same numbers as the words for them. */
function soundsOfDigits(digits: string): string[] {
  const number = Number(digits)
  if (digits.length === 4 && number % 1000 >= 10) return [digits.slice(0, 2), digits.slice(2)].flatMap(soundsOfDigits)
  if (digits.length !== 2 || number < 21 || number % 10 === 0) return [String(digits.length < 4 ? number : digits)]
  return [String(number - (number % 10)), String(number % 10)]
}
