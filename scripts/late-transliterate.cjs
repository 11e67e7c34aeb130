// Building its tables for every language takes as long as reading twenty episodes, and only names that are no slugs yet need them:
// what is required inside a function the bundle loads when that function is called.
/** @type {(text: string, options?: object) => string} */
module.exports = (...words) => require('../node_modules/@sindresorhus/transliterate/index.js').default(...words)
