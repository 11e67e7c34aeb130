// Makes the site of the documentation in `docs/.vitepress/dist`: `npm run docs:site`. VitePress is fetched for that. Vite takes `#` and
// `?` in a path for the end of it, so in a folder with such a name the site is made of a copy, in a folder that has none.
import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const result = 'docs/.vitepress/dist'

/** @param {string} folder @returns {number} the exit code */
function makeIn(folder) {
  // In one string, for the command file of Windows.
  const {status} = spawnSync('npx --yes vitepress@1.6.4 build docs', {cwd: folder, stdio: 'inherit', shell: true})
  return status ?? 1
}

function makeOfCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-docs-'))
  try {
    // VitePress puts a link to its own Vue beside package.json.
    for (const name of ['docs', 'schema', 'package.json'])
      cpSync(join(root, name), join(folder, name), {recursive: true})
    const status = makeIn(folder)
    if (status === 0) {
      rmSync(join(root, result), {recursive: true, force: true})
      cpSync(join(folder, result), join(root, result), {recursive: true})
    }
    return status
  } finally {
    rmSync(folder, {recursive: true})
  }
}

process.exitCode = /[#?]/.test(root) ? makeOfCopy() : makeIn(root)
