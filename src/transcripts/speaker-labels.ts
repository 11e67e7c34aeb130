/** Labels that stand where a name would, for a stretch in which nobody of the show speaks. */
const notPeople =
  /^(?:(?:ad|commercial|sponsor) break|break|(?:cold )?(?:intro|outro)|introduction music|jingle|music|theme(?: song| music)?|ads?|advert(?:isement)?|sponsor(?:ed| message| read)?|clip(?: from .*)?|trailer|teaser|transition|sound(?: effects?)?|sfx|silence|transcript)$/i

/** Words that people put before a colon within a sentence, so that a capital letter alone says nothing. */
const notNames =
  /^(?:a|an|and|answer|as|at|because|but|caution|caveat|e\.g|edit|example|first|finally|for|from|here|how|however|i|if|in|it|last|meaning|next|no|note|now|number|ok|okay|one|or|point|ps|question|quote|rather|remember|result|right|second|so|spoiler|step|summary|that|the|then|there|third|this|three|time|tip|to|today|two|update|warning|well|what|when|where|which|who|why|yeah|yes|you)$/i

const nameWord =
  /^(?:[\p{Lu}\p{Lt}\p{Lo}\d][\p{L}\p{M}\p{N}.'’_-]*,?|(?:de|da|del|den|der|di|du|la|le|van|von|zu|bin|ibn|al|el|y|and|&|of|the)|\([\p{L} .]+\))$/u

/** `Break`, `Outro`, `Clip from …`: says which part of the show this is, not who speaks. */
export function isNoPerson(label: string): boolean {
  return notPeople.test(label.trim())
}

/** Whether a text before a colon has the form of a name: `Dan Ott`, `Mike Maples, Jr.`, `SPEAKER_04`, `Speaker 1`. */
export function looksLikeName(label: string): boolean {
  if (label.length > 40 || notNames.test(label) || isNoPerson(label)) return false
  const words = label.split(' ')
  return words.length <= 5 && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(label) && words.every((word) => nameWord.test(word))
}
