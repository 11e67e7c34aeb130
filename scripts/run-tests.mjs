// Runs vitest, wherever the clone is. Vite takes `#` and `?` in a path for the end of it, so from a folder with such a name the
// tests run by way of a link that has none. What they start themselves still runs in the folder of the real name.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, symlinkSync, unlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)

/**
 * @param {string} folder
 * @param {readonly string[]} nodeFlags
 * @returns {number} the exit code
 */
function runIn(folder, nodeFlags) {
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
  const forWorkers = nodeFlags.map((flag) => `--execArgv=${flag}`)
  const words = [...nodeFlags, vitest, 'run', '--root', folder, ...forWorkers, ...args]
  return spawnSync(process.execPath, words, {cwd: folder, stdio: 'inherit'}).status ?? 1
}

function runByLink() {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-tests-'))
  const link = join(folder, 'castwright')
  // A junction needs no right of an administrator on Windows; elsewhere the word means nothing.
  symlinkSync(root, link, 'junction')
  try {
    return runIn(link, ['--preserve-symlinks', '--preserve-symlinks-main'])
  } finally {
    // First the link: nothing that it leads to is to go with the folder.
    unlinkSync(link)
    rmSync(folder, {recursive: true})
  }
}

process.exitCode = /[#?]/.test(root) ? runByLink() : runIn(root, [])
