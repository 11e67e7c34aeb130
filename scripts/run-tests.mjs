// Runs vitest, wherever the clone is. Vite takes `#` and `?` in a path for the end of it, so from a folder with such a name the
// tests run by way of a link that has none. What they start themselves still runs in the folder of the real name.
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {chmodSync, mkdtempSync, rmSync, statfsSync, symlinkSync, unlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)

/** Far more than tests have there at a time. */
const neededInBytes = 2_000_000_000

/**
 * Where Linux keeps files in memory, if there is room. Tests make and delete many small files: on a disk, the system takes twice as long
 * for them, and tests wait for it. Who sets TMPDIR has the tests there.
 */
function folderInMemory() {
  if (process.platform !== 'linux' || process.env.TMPDIR !== undefined) return
  try {
    const {bavail, bsize} = statfsSync('/dev/shm')
    if (bavail * bsize < neededInBytes) return
    const folder = mkdtempSync('/dev/shm/castwright-tests-')
    // Servers that run as somebody else find the files that tests let them read.
    chmodSync(folder, 0o711)
    return folder
  } catch {
    // Not there, or not ours to write.
    return undefined
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} nodeFlags
 * @returns {Promise<number>} the exit code
 */
async function runIn(folder, nodeFlags) {
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
  const forWorkers = nodeFlags.map((flag) => `--execArgv=${flag}`)
  const words = [...nodeFlags, vitest, 'run', '--root', folder, ...forWorkers, ...args]
  const inMemory = folderInMemory()
  const env = inMemory === undefined ? process.env : {...process.env, TMPDIR: inMemory}
  try {
    const child = spawn(process.execPath, words, {cwd: folder, stdio: 'inherit', env})
    // What stops this process stops the tests as well, and what they left in memory goes. A terminal tells both of Ctrl+C.
    process.on('SIGINT', () => {})
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
    const [status] = await once(child, 'exit')
    return status ?? 1
  } finally {
    // What tests have started may take a moment to end.
    if (inMemory !== undefined) rmSync(inMemory, {recursive: true, force: true, maxRetries: 10, retryDelay: 200})
  }
}

async function runByLink() {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-tests-'))
  const link = join(folder, 'castwright')
  // A junction needs no right of an administrator on Windows; elsewhere the word means nothing.
  symlinkSync(root, link, 'junction')
  try {
    return await runIn(link, ['--preserve-symlinks', '--preserve-symlinks-main'])
  } finally {
    // First the link: nothing that it leads to is to go with the folder.
    unlinkSync(link)
    rmSync(folder, {recursive: true})
  }
}

process.exitCode = await (/[#?]/.test(root) ? runByLink() : runIn(root, []))
