// What the two bundles share: parts of packages that are left out, and the list of what is in them.
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {billOfMaterials} from './bill-of-materials.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

export const aliases = {
  // js-yaml asks for a parser of JavaScript in case a schema runs code, which ours never does.
  esprima: join(root, 'scripts/no-esprima.mjs'),
  '@sindresorhus/transliterate': join(root, 'scripts/late-transliterate.cjs'),
}

/**
 * The folder of the package that a module is in, if it is in one.
 * @param {string} path
 */
function packageOf(path) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0]
}

/** Modules of ours that were made of a package: `draw-letters.mjs` writes the outlines of a font. */
const madeOf = [{module: /[\\/]letters[\\/]literata\.js$/, folder: join(root, 'node_modules/@fontsource/literata')}]

/** @param {string} folder @returns {import('./bill-of-materials.mjs').Manifest} */
function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** @param {string} folder */
function licenceOf(folder) {
  const {name, version, license} = manifestOf(folder)
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  const text =
    file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : ''
  return {name: `${name} ${version} (${license})`, text}
}

/**
 * The licences of packages. Many have one text in common, which stands once, below the names of them all.
 * @param {readonly string[]} folders
 */
function licencesOf(folders) {
  /** @type {Map<string, {names: string[], text: string}>} */
  const known = new Map()
  for (const {name, text} of folders.map(licenceOf)) {
    // They are broken into lines at different places.
    const words = text.replace(/\s+/g, ' ')
    const licence = known.get(words) ?? {names: [], text}
    licence.names.push(name)
    known.set(words, licence)
  }
  return [...known.values()].map(({names, text}) => `${names.join('\n')}\n\n${text}`)
}

/**
 * The folders of all packages of which there is code in a bundle.
 * @param {readonly import('rolldown').OutputChunk[]} chunks
 */
function packagesIn(chunks) {
  const modules = chunks.flatMap(({moduleIds}) => moduleIds)
  const made = madeOf.filter(({module}) => modules.some((path) => module.test(path)))
  const folders = new Set([...modules.map(packageOf), ...made.map(({folder}) => folder)])
  return [...folders].filter((folder) => folder !== undefined).sort()
}

/**
 * Writes beside a bundle what is in it: the licences of all packages as one text, and a list for programs.
 * @param {string} folder
 * @param {readonly import('rolldown').OutputChunk[]} chunks
 */
export function writeContents(folder, chunks) {
  const packages = packagesIn(chunks)
  const licences = licencesOf(packages).join(`\n\n${'-'.repeat(80)}\n\n`)
  writeFileSync(join(folder, 'third-party-licences.txt'), `${licences}\n`)
  writeFileSync(join(folder, 'castwright.cdx.json'), billOfMaterials(manifestOf(root), packages.map(manifestOf)))
}
