// Rewrites what the fixture shows are expected to give: `npm run fixtures`. Read the diff before you commit it.

import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {plan} from '../dist/index.js'

const fixtures = fileURLToPath(new URL('../tests/fixtures', import.meta.url))
/** As in tests/plan-in-memory.ts. */
const now = new Date('2026-06-01T00:00:00Z')

/** @param {string} path */
function sha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** @param {string} folder */
async function planned(folder) {
  /** @type {Map<string, string>} */
  const files = new Map()
  const {problems} = await plan(folder, {now}, take)

  /**
   * @param {import('../dist/index.js').OutputFile} file
   */
  async function take(file) {
    if ('staged' in file) throw new Error('only workers stage')
    files.set(file.path, 'pieces' in file ? [...file.pieces].join('') : `sha256 ${sha256(file.copyFrom)}\n`)
  }
  return {files, problems}
}

for (const name of readdirSync(join(fixtures, 'shows'))) {
  const folder = join(fixtures, 'shows', name)
  const {files, problems} = await planned(join(folder, 'show'))
  rmSync(join(folder, 'expected'), {recursive: true, force: true})
  for (const [path, text] of files) {
    // The same for every show, and constants of the source: copies of them would be noise in every change of a style.
    if (path.startsWith('assets/')) continue
    mkdirSync(dirname(join(folder, 'expected', path)), {recursive: true})
    writeFileSync(join(folder, 'expected', path), text)
  }
  writeFileSync(join(folder, 'problems.json'), `${JSON.stringify(problems, null, 2)}\n`)
  console.log(`${name}: ${files.size} files, ${problems.length} problems`)
}
