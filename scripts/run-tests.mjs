// Runs vitest, wherever the clone is. Vite takes `#` and `?` in a path for the end of it, so from a folder with such a name the
// tests run by way of a link that has none. What they start themselves still runs in the folder of the real name.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, statfsSync, symlinkSync, unlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)

/** What the shows and outputs of all tests take at most at a time, and as much again for what is beside them. */
const neededInBytes = 2_000_000_000

/**
 * Where Linux keeps files in memory, if there is room. Tests make and delete a hundred thousand files, and on a disk a fifth of the
 * time went into waiting for it. Who sets TMPDIR has the tests there, on the disk.
 */
function folderInMemory() {
  if (process.platform !== 'linux' || process.env.TMPDIR !== undefined) return
  try {
    const {bavail, bsize} = statfsSync('/dev/shm')
    return bavail * bsize < neededInBytes ? undefined : mkdtempSync('/dev/shm/castwright-tests-')
  } catch {
    // Not there, or not ours to write.
    return undefined
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} nodeFlags
 * @returns {number} the exit code
 */
function runIn(folder, nodeFlags) {
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
  const forWorkers = nodeFlags.map((flag) => `--execArgv=${flag}`)
  const words = [...nodeFlags, vitest, 'run', '--root', folder, ...forWorkers, ...args]
  const inMemory = folderInMemory()
  const env = inMemory === undefined ? process.env : {...process.env, TMPDIR: inMemory}
  try {
    return spawnSync(process.execPath, words, {cwd: folder, stdio: 'inherit', env}).status ?? 1
  } finally {
    if (inMemory !== undefined) rmSync(inMemory, {recursive: true, force: true})
  }
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
