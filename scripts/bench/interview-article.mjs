// An interview article of about 29 KB, as makers of shows publish them: front matter with a recording, a hosted video, a cover, people and
// chapters; notes with links, lists, a table, code and a player; and the whole conversation. The same bytes for the same number.

/**
 * Mulberry32: small, seeded, and good enough to vary words.
 * @param {number} seed
 * @returns {() => number} from 0 to 1
 */
export function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const words =
  'the the the of of and and to a a in that is it for was on you we with as they are this have be but not so at or from like what just there one about can all my more people how when if really had think would do know your get who our been into sound tape listener episode microphone studio story voice room record edit publish feed week guest question answer night river field song quiet loud signal noise archive folder letter always never often because although while between after before where why café naïve Zürich señor 播客 🎙️ R&D “right”'.split(
    ' ',
  )
const names = ['Ada Abara', 'Björn Eze', 'Chloé Fournier', 'Diego García', 'Kaori Ito', 'Søren Lindqvist', 'Lê Nguyễn']
const articleInCharacters = 28_000

/** @typedef {() => number} Random from 0 to 1 */

/** @template T @param {Random} next @param {readonly T[]} values @returns {T} */
function pick(next, values) {
  return /** @type {T} */ (values[Math.floor(next() * values.length)])
}

/** @param {Random} next @param {number} count */
function phrase(next, count) {
  return Array.from({length: count}, () => pick(next, words)).join(' ')
}

/** @param {string} text */
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** @param {Random} next */
function sentence(next) {
  return `${capitalised(phrase(next, 6 + Math.floor(next() * 16)))}${pick(next, ['.', '.', '.', '.', '?', '!'])}`
}

/** @param {Random} next @param {number} count */
function link(next, count) {
  return `[${phrase(next, count)}](https://example.org/${Math.floor(next() * 1e6)}?a=1&b=2)`
}

/** Running speech, with the marks that people put into it. @param {Random} next @param {number} count */
export function speech(next, count) {
  const marked = [
    () => link(next, 2),
    () => `*${phrase(next, 2)}*`,
    () => `**${pick(next, words)}**`,
    () => '`Map<string, T>`',
  ]
  const sentences = Array.from({length: count}, () => {
    const plain = sentence(next)
    return next() < 0.25 ? `${capitalised(phrase(next, 3))} ${pick(next, marked)()} ${plain.toLowerCase()}` : plain
  })
  return sentences.join(' ')
}

/** @param {number} index @param {Random} next @param {{slug: string, guest: string}} of */
function frontMatter(index, next, {slug, guest}) {
  const minutes = 25 + (index % 35)
  const chapters = Array.from({length: 8}, (_, at) => [
    `  - start: "00:${String(at * 3).padStart(2, '0')}:00"`,
    `    title: "${capitalised(phrase(next, 4))}"`,
  ])
  return [
    '---',
    `title: "${capitalised(phrase(next, 5))} with ${guest}"`,
    `slug: ${slug}`,
    `date: ${new Date(Date.UTC(1980, 0, 1, 6) + index * 43_200_000).toISOString()}`,
    `episode: ${index + 1}`,
    `description: "${phrase(next, 40)}"`,
    'audio:',
    `  url: "https://media.example.org/audio/${slug}.mp3"`,
    `  length: ${minutes * 960_000 + index}`,
    '  type: audio/mpeg',
    `duration: "00:${minutes}:00"`,
    `video: https://www.youtube.com/watch?v=${String(index).padStart(11, 'a')}`,
    `image: https://media.example.org/art/${slug}.jpg`,
    'tags: [audio, interview, "r&d"]',
    'people:',
    '  - {name: Kim Abel, role: host, url: "https://example.org/kim"}',
    `  - {name: "${guest}", role: guest, url: "https://example.org/guests/${index}"}`,
    'chapters:',
    ...chapters.flat(),
    '---',
    '',
  ]
}

/** @param {Random} next @param {{slug: string, guest: string}} of */
function notes(next, {slug, guest}) {
  const rows = Array.from(
    {length: 4},
    () => `| ${phrase(next, 2)} | $${Math.floor(next() * 900)}.90 | ${link(next, 2)} |`,
  )
  return [
    speech(next, 4),
    '',
    '## Show notes',
    '',
    ...Array.from({length: 6}, () => `- ${link(next, 3)} — ${phrase(next, 5)}`),
    '',
    '### Gear & links',
    '',
    '| Item | Price | Notes |',
    '| :--- | ---: | --- |',
    ...rows,
    '',
    '```js',
    `const ${pick(next, ['take', 'tape'])} = (a, b) => a < b && b > 9 ? "<p>" : '&amp;'`,
    '```',
    '',
    `> ${sentence(next)}`,
    '>',
    `> — *${guest}*`,
    '',
    `![Cover](https://media.example.org/art/${slug}.jpg "Cover & art")`,
    '',
    '<iframe width="560" height="315" src="https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?rel=0&amp;start=9" title="Video" allowfullscreen></iframe>',
    '',
    '## Interview transcript',
    '',
  ]
}

/**
 * The article of one episode, and the name of its file without its ending.
 * @param {number} index
 */
export function article(index) {
  const next = random(index + 1)
  const slug = `${String(index).padStart(5, '0')}-conversation`
  const guest = pick(next, names)
  const lines = [...frontMatter(index, next, {slug, guest}), ...notes(next, {slug, guest})]
  let size = lines.join('\n').length
  while (size < articleInCharacters) {
    const turn = [`### Host: ${sentence(next).replace(/[.!?]$/, '?')}`, '']
    turn.push(`**${guest.split(' ')[0]}:** ${speech(next, 3 + Math.floor(next() * 4))}`, '')
    if (next() < 0.6) turn.push(speech(next, 3 + Math.floor(next() * 4)), '')
    lines.push(...turn)
    size += turn.join('\n').length
  }
  return {slug, text: lines.join('\n')}
}
