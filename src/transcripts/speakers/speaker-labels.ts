import {remembered} from '../../model/remembered.ts'

/** Labels that stand where a name would, for a stretch in which nobody of the show speaks. */
const notPeople =
  /^(?:(?:ad|commercial|sponsor) break|break|(?:cold )?(?:intro|outro)|introduction music|jingle|music|theme(?: song| music)?|ads?|advert(?:isement)?|sponsor(?:ed| message| read)?|clip(?: from .*)?|trailer|teaser|transition|sound(?: effects?)?|sfx|silence|transcript)$/i

/** Words that people put before a colon within a sentence. Because of them, a capital letter alone says nothing. */
const notNames =
  /^(?:a|also|an|and|answer|as|at|because|bonus|but|caution|caveat|disclaimer|e\.g|edit|example|first|finally|for|from|here|how|however|i|i\.e|if|imagine|in|it|last|like|maybe|meaning|next|no|note|now|number|oh|ok|okay|one|or|plus|point|ps|question|quote|rather|remember|result|right|second|so|spoiler|step|still|summary|than|that|the|then|there|therefore|third|this|three|thus|time|tip|to|today|two|update|warning|well|what|when|where|which|who|why|yeah|yes|yet|you)$/i
/** In scripts without capitals: what stands before a colon within a sentence (`他说：`, `例：`). */
const wordsBeforeColon =
  /(?:[说說道问問曰云是为為]|如下|例如|比如|例|注|以下|つまり|問題|答え|結論|質問|回答|は|が|を|に|で|と)$/u

const nameWord =
  /^(?:[‘’“”"'«]?[\p{Lu}\p{Lt}\p{Lo}\d][\p{L}\p{M}\p{N}.'’_/+-]*[’”"'»]?,?|\p{Ll}{1,2}['’]?\p{Lu}[\p{L}\p{M}\p{N}.'’-]*,?|(?:de|da|del|den|der|di|du|la|le|van|von|zu|bin|ibn|al|el|y|and|&|\+|of|the)|\([\p{L} .]+\))$/u

/** `Break`, `Outro`, `Clip from …`: such a label says which part of the show this is, not who speaks. */
export function isNoPerson(label: string): boolean {
  return notPeople.test(label.trim())
}

/** Whether a text before a colon has the form of a name: `Dan Ott`, `Mike Maples, Jr.`, `SPEAKER_04`, `Jo Lund (she/her)`. */
export const looksLikeName = remembered((label: string): boolean => {
  if (label.length > longestLabelInCharacters || notNames.test(label) || isNoPerson(label)) return false
  const name = cleanLabel(label)
  if (name.length > 40 || notNames.test(name) || isNoPerson(name)) return false
  const words = name.split(' ')
  return (
    words.length <= 5 &&
    /^(?:[‘“"'«]?[\p{Lu}\p{Lt}\p{Lo}]|\p{Ll}{1,2}['’]?\p{Lu})/u.test(name) &&
    words.every((word) => nameWord.test(word)) &&
    !wordsBeforeColon.test(name)
  )
})

const longestLabelInCharacters = 80

/** `(she/her)`, `(JL)` and `[NTR]` say something about a person. In `Speaker (1)`, only the number tells the speaker from others. */
const remarkAtEnd = /^(.*\p{L}.*?)[ \u00a0]*(?:\((?!\d+\))[^()]{1,40}\)|\[(?!\d+\])[^[\]]{1,40}\])$/u
/** The name that call software gives to somebody who did not write a name. */
const device =
  /^(.{2,40}?)['’]s? (?:[\p{L}\d]+ ){0,2}(?:iphone|ipad|mac(?:book)?(?: (?:pro|air|mini))?|imac|phone|laptop|computer|pc|desktop|tablet|android|galaxy|pixel|surface|mobile|room|zoom|headset|mic(?:rophone)?)(?: \d+)?$/iu
/** `Jo Lund, VP of Engineering at Acme`. Two words must stand before the comma, because `Lund, Jo` is a name as registers write it. */
const titleAfterName =
  /^(\S+ \S.{0,38}?), (?:.*\b(?:of|at|for|from|in)\b.*|.*@.*|.*\b(?:C[A-Z]O|[SE]?VP|Ph\.?D|M\.?D|chief|head|director|manager|professor|author|founder|co-founder|engineer|developer|designer|editor|host|guest|president|partner|lead)\b.*)$/i
const wrapped = /^[([{"“”„«‘'](.{1,60})[)\]}"“”«»’']$/u

/** A label without anything that is no part of the name: pronouns, initials, a device, a title, signs before it. */
export const cleanLabel = remembered((label: string): string => {
  // A voice tag may hold a megabyte, and these expressions look for an end from every place.
  if (label.length > longestLabelInCharacters * 2) return label.trim()
  let name = label.replace(/^[^\p{L}\p{N}@#([{"“”„«‘']+/u, '').replace(/[^\p{L}\p{M}\p{N}.)\]}"”«»’'!]+$/u, '')
  for (let times = 0; times < 3; times += 1) {
    const shorter = remarkAtEnd.exec(name)?.[1] ?? wrapped.exec(name)?.[1]
    if (shorter === undefined || shorter.trim() === '') break
    name = shorter.trim()
  }
  name = titleAfterName.exec(name)?.[1] ?? device.exec(name)?.[1] ?? name
  return name.trim() === '' ? label.trim() : name.trim()
})

/**
 * What a text before a colon is:
 * - `name`: it has the form of a name;
 * - `handle`: one word in small letters (`chg`), which is a nickname if it returns;
 * - `odd`: no sentence begins like this, and no name looks like this (`@jo`, `Guest #1`, `J~L`). It names somebody, but it is not
 * clear whom;
 * - `prose`: the beginning of a sentence (`Remember this`).
 */
export type LabelShape = 'name' | 'handle' | 'odd' | 'prose'

const handle = /^\p{Ll}[\p{Ll}\p{M}\d._-]{1,19}$/u
const oddSign = /[@#_/~|<>\\*^=\d[\](){}]|\p{Extended_Pictographic}/u
const smallWord = /(?:^|\s)\p{Ll}[\p{Ll}\p{M}'’]*(?=\s|$)/u

export function labelShape(label: string): LabelShape {
  if (looksLikeName(label)) return 'name'
  const bare = label.trim()
  if (bare.length > 60 || notNames.test(bare) || isNoPerson(bare) || bare.split(/\s+/).length > 5) return 'prose'
  if (/^https?$/i.test(bare) || !/\p{L}/u.test(bare) || wordsBeforeColon.test(bare)) return 'prose'
  if (handle.test(bare)) return 'handle'
  // "Step 2", "Chapter three (of ten)" and the like have words in small letters, or are names to `looksLikeName`.
  return oddSign.test(bare) && !smallWord.test(bare.replace(/[([{][^()[\]{}]*[)\]}]/g, ' ')) ? 'odd' : 'prose'
}
