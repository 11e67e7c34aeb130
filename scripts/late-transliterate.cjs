// Building its tables for every language takes as long as reading twenty episodes, and only names that are no slugs yet need them:
// what is required inside a function the bundle loads when that function is called.

/** In ASCII, the package takes these two for accents that stand alone. */
const plain = /^[ -\]_a-~]*$/

/** @type {typeof import('@sindresorhus/transliterate').default} */
module.exports = (text, options) => {
  const replacements = [...(options?.customReplacements ?? [])].sort(([one], [other]) => other.length - one.length)
  let replaced = text
  for (const [from, to] of replacements) replaced = replaced.replaceAll(from, to)
  // The tables have no character of ASCII.
  if (plain.test(text) && plain.test(replaced)) return replaced
  return require('../node_modules/@sindresorhus/transliterate/index.js').default(text, options)
}
