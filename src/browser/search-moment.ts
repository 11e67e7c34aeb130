/** Reads the captions of an episode. Finds the second at which the words were said, and the sentence around them. */
export const searchMomentScript = String.raw`
const secondsOf = (clock) => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

const cuesIn = (vtt) => {
  const cues = []
  for (const block of vtt.split(/\r?\n\r?\n/)) {
    const match = /(?:^|\n)([\d:.]+)\s-->\s.*\r?\n([\s\S]*)/.exec(block)
    if (match) cues.push({start: secondsOf(match[1]), text: unescaped(match[2].replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim())})
  }
  return cues
}
const unescaped = (text) => new DOMParser().parseFromString(text, 'text/html').documentElement.textContent

const isIn = (heard, word) => heard.some((each) => each === word || (each.startsWith(word) && (word.length > 2 || unspaced.test(word))))

// The cue with the most of the words in it and the next, of those minutes that have them.
const momentIn = (cues, minutes, words) => {
  let best
  const heard = cues.map(({text}) => wordsIn(text))
  cues.forEach(({start}, at) => {
    const minute = Math.floor(start / 60)
    if (!minutes.some((each) => minute >= each && minute <= each + 1)) return
    const here = words.filter((word) => spellings(word).some((each) => isIn(heard[at], each))).length
    if (!here) return
    const near = [...heard[at], ...(heard[at + 1] || [])]
    const score = words.filter((word) => spellings(word).some((each) => isIn(near, each))).length + here / 100
    if (!best || score > best.score) best = {at, score}
  })
  if (!best) return undefined
  const text = [cues[best.at - 1], cues[best.at], cues[best.at + 1]].map((each) => (each ? each.text : '')).join(' ').trim()
  return {start: cues[best.at].start, text}
}

// The words of the text as they stand, those that were asked for in <mark>.
const marked = (text, words) => {
  const parts = text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) || []
  return parts.flatMap((part) => {
    const signs = unspaced.test(part) ? [...part] : []
    if (signs.length) return signs.map((sign, at) => (words.some((word) => [sign, sign + signs[at + 1], signs[at - 1] + sign].includes(word)) ? make('mark', {}, sign) : sign))
    const own = wordsIn(part)
    return own.length && words.some((word) => spellings(word).some((each) => isIn(own, each))) ? make('mark', {}, part) : part
  })
}
`
