// Ways to damage a feed. Each takes bytes, a random source and another feed, and gives new bytes.

/** Mulberry32: small and seeded, so that every case can be made again. */
export function randomFrom(seed) {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {below: (limit) => Math.floor(next() * limit), pick: (list) => list[Math.floor(next() * list.length)]}
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

function splice(bytes, at, removed, added) {
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)])
}

function stretch(bytes, random) {
  const at = random.below(bytes.length + 1)
  return {at, length: Math.min(bytes.length - at, 1 + random.below(2 ** (1 + random.below(12))))}
}

/** Where a value, a name or an attribute begins: damage there says more than in the middle of a word. */
function edge(bytes, random) {
  const from = random.below(bytes.length + 1)
  for (let at = from; at < Math.min(bytes.length, from + 400); at += 1) {
    if (bytes[at] === 0x3e || bytes[at] === 0x22 || bytes[at] === 0x3c) return at + random.below(2)
  }
  return from
}

const mutations = [
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), 1, Buffer.from([random.below(256)])),
  (bytes, random) => splice(bytes, edge(bytes, random), random.below(3), random.pick(tokens)),
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), random.below(3), random.pick(tokens)),
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

/** `bytes` after a few of these. */
export function mutate(bytes, random, other) {
  let mutated = bytes
  for (let count = 1 + random.below(4); count > 0; count -= 1) mutated = random.pick(mutations)(mutated, random, other)
  return mutated
}
