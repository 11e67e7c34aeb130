// Holds this version against another checkout of Castwright that is compiled: each builds the fixture shows, the example show and the
// shows of other people in the folder of CASTWRIGHT_MATERIAL, and every file of the output, every problem and the lock must be the same.
//
//   node scripts/compare-versions.mjs ../other-checkout [--only part-of-a-name]

import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [other, flag, only = ''] = process.argv.slice(2)
if (other === undefined || (flag !== undefined && flag !== '--only')) {
  console.error('Usage: node scripts/compare-versions.mjs OTHER_CHECKOUT [--only PART_OF_A_NAME]')
  process.exit(2)
}
const now = '2026-06-01T00:00:00Z'
const material = process.env.CASTWRIGHT_MATERIAL ?? join(root, '../shared')

const common = 'description: A show.\nsite_url: https://example.org/\nlanguage: en\n'
/**
 * @typedef {{name: string, showFile?: string, without?: readonly string[]}} ForeignShow
 * @typedef {ForeignShow & {folder: string}} Show
 */

/**
 * Shows as they lie, what their `show.yaml` says, and the files whose old addresses others have too, which stops a build.
 * @type {readonly ForeignShow[]}
 */
const foreign = [
  {name: 'real/rustacean-station', showFile: `title: One\n${common}episodes: _episodes/**/*.md\n`, without: []},
  {
    name: 'real/arresteddevops',
    showFile: `title: Two\n${common}episodes: content/episode/*.md\nmedia_url: https://media.example.org/files/\n`,
    without: ['content/episode/everything-is-a-product.md', 'content/episode/the-new-devops.md'],
  },
]

/** @returns {readonly Show[]} */
function shows() {
  const fixtures = join(root, 'tests/fixtures/shows')
  const own = readdirSync(fixtures).map((name) => ({name, folder: join(fixtures, name, 'show')}))
  const others = foreign.map((show) => ({...show, folder: join(material, show.name)}))
  return [
    ...own,
    {name: 'example show', folder: join(root, 'episodes')},
    ...others.filter(({folder}) => existsSync(folder)),
  ]
}

/**
 * What a version makes of a show: a hash by path, the lock and the problems included.
 * @param {string} checkout
 * @param {Show} show
 */
function built(checkout, {folder, showFile, without = []}) {
  const work = mkdtempSync(join(tmpdir(), 'castwright-versions-'))
  const [show, output] = [join(work, 'show'), join(work, 'output')]
  cpSync(folder, show, {recursive: true})
  if (showFile !== undefined) writeFileSync(join(show, 'show.yaml'), showFile)
  for (const path of without) rmSync(join(show, path))
  const program = join(resolve(checkout), 'dist/bin/castwright.js')
  const words = [program, 'build', show, '--out', output, '--now', now, '--format', 'json']
  const {stdout} = spawnSync(process.execPath, words, {encoding: 'utf8', maxBuffer: 2 ** 28})
  const files = new Map([['problems', stdout.replaceAll(work, '')]])
  const written = existsSync(output) ? readdirSync(output, {recursive: true, withFileTypes: true}) : []
  const paths = written.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of [...paths, join(show, 'castwright.lock.json')].filter(existsSync)) {
    files.set(relative(work, path), createHash('sha256').update(readFileSync(path)).digest('hex'))
  }
  rmSync(work, {recursive: true, force: true})
  return files
}

for (const show of shows().filter(({name}) => name.includes(only))) {
  const [before, after] = [built(other, show), built(root, show)]
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  const different = paths.filter((path) => before.get(path) !== after.get(path))
  console.log(`${show.name}: ${paths.length} files, ${different.length} different`)
  for (const path of different) console.log(`  ${path}`)
  if (different.length > 0 || paths.length < 2) process.exitCode = 1
}
