// Ways to damage a feed. Each takes bytes, a random source and another feed, and gives new bytes.

/**
 * @typedef {{below: (limit: number) => number, pick: <T>(list: readonly T[]) => T}} Random
 * @typedef {(bytes: Buffer, random: Random, other: Buffer, marks: readonly Buffer[]) => Buffer} Mutation
 */

/**
 * Mulberry32: small and seeded, so that every case can be made again.
 * @param {number} seed
 * @returns {Random}
 */
export function randomFrom(seed) {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (/** @type {number} */ limit) => Math.floor(next() * limit)
  return {
    below,
    pick: (list) => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new Error('Nothing to pick from')
      return picked
    },
  }
}

const tokens = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE x [',
  ']>',
  '\0',
  '\ufeff',
  '&amp;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&x;',
  '<!ENTITY a "&a;&a;">',
  'xmlns=""',
  'xmlns:a="b"',
  ' xml:base="::"',
  ' xml:lang="x-"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"id":',
  'null',
  '1e999',
  '-1',
  '99999999999999999999',
  '\\u0000',
  '\\',
  '<item>',
  '</item>',
  '<channel>',
  '</rss>',
  '<entry>',
  '<a/>',
  '<script>',
  '<p style="x:expression(1)">',
  '%',
  '%ZZ',
  'javascript:',
  'http://[',
  'tag:a,2000:',
  'urn:uuid:',
  '0000-00-00T99:99:99Z',
  'Xyz, 99 Foo 9999 99:99:99 +9999',
  '\r',
  '\u2028',
  '\ud800',
  '😀',
  '<?xml version="1.0" encoding="utf-16"?>',
  ' encoding="x-nobody"',
  '\n\n\n',
  '\t'.repeat(2000),
  '<b>'.repeat(300),
  '('.repeat(5000),
  'a.'.repeat(5000),
  '@'.repeat(5000),
  '-'.repeat(5000),
  '1:'.repeat(5000),
].map((token) => Buffer.from(token))

/**
 * @param {Buffer} bytes
 * @param {number} at
 * @param {number} removed
 * @param {Buffer} added
 */
function splice(bytes, at, removed, added) {
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)])
}

/**
 * @param {Buffer} bytes
 * @param {Random} random
 */
function stretch(bytes, random) {
  const at = random.below(bytes.length + 1)
  return {at, length: Math.min(bytes.length - at, 1 + random.below(2 ** (1 + random.below(12))))}
}

/**
 * Where a value, a name or an attribute begins: damage there says more than in the middle of a word.
 * @param {Buffer} bytes
 * @param {Random} random
 */
function edge(bytes, random) {
  const from = random.below(bytes.length + 1)
  for (let at = from; at < Math.min(bytes.length, from + 400); at += 1) {
    if (bytes[at] === 0x3e || bytes[at] === 0x22 || bytes[at] === 0x3c) return at + random.below(2)
  }
  return from
}

/** @type {readonly Mutation[]} */
const mutations = [
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), 1, Buffer.from([random.below(256)])),
  (bytes, random, _other, marks) => splice(bytes, edge(bytes, random), random.below(3), random.pick(marks)),
  (bytes, random, _other, marks) => splice(bytes, random.below(bytes.length + 1), random.below(3), random.pick(marks)),
  (bytes, random) => {
    const {at, length} = stretch(bytes, random)
    return splice(bytes, at, length, Buffer.alloc(0))
  },
  (bytes, random) => {
    const {at, length} = stretch(bytes, random)
    const part = bytes.subarray(at, at + length)
    return splice(bytes, at, 0, Buffer.concat(Array.from({length: 1 + random.below(20)}, () => part)))
  },
  (bytes, random) => {
    const {at, length} = stretch(bytes, random)
    return splice(bytes, edge(bytes, random), 0, bytes.subarray(at, at + length))
  },
  (bytes, random, other) => {
    const {at, length} = stretch(other, random)
    return splice(bytes, edge(bytes, random), random.below(40), other.subarray(at, at + length))
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random.below(Math.min(bytes.length, 200) + 1)),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf16le'),
]

/**
 * `bytes` after a few of these. `more` are marks that mean something to who reads them, beside those of XML and JSON.
 * @param {Buffer} bytes
 * @param {Random} random
 * @param {Buffer} other
 * @param {readonly Buffer[]} more
 */
export function mutate(bytes, random, other, more = []) {
  const marks = more.length > 0 && random.below(3) > 0 ? more : tokens
  let mutated = bytes
  for (let count = 1 + random.below(4); count > 0; count -= 1)
    mutated = random.pick(mutations)(mutated, random, other, marks)
  return mutated
}
