// Makes a clone ready to run: installs what is missing, compiles what changed. Does nothing, quickly, when all is done.
// Plain JavaScript without imports from npm: it runs before there are any.
import {spawnSync} from 'node:child_process'
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {compiledSources, compiledStamp, hashOf, read} from './compiled.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Castwright needs Node 20.19 or newer; this is ${process.versions.node}`)
  process.exit(1)
}

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * @param {string} label
 * @param {string} command
 * @param {readonly string[]} args
 * @param {boolean} [inShell] words are not quoted for it: none may have a space
 */
function run(label, command, args, inShell = false) {
  console.log(`${label} …`)
  const {status, error} = spawnSync(command, args, {cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: inShell})
  if (error !== undefined) console.error(`${command} does not start: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

/**
 * The npm that runs this script, else the one of the path, which is a command file on Windows.
 * @param {string} label
 * @param {readonly string[]} args
 */
function runNpm(label, args) {
  const npm = process.env.npm_execpath
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) run(label, process.execPath, [npm, ...args])
  else run(label, 'npm', args, process.platform === 'win32')
}

/**
 * Runs a step unless its stamp says that it was done for the same inputs.
 * @param {string} stamp
 * @param {readonly string[]} inputs
 * @param {() => void} step
 */
function once(stamp, inputs, step) {
  const hash = hashOf(inputs)
  if (read(stamp) === hash) return
  step()
  mkdirSync(join(stamp, '..'), {recursive: true})
  // A file of its own: that of another clone may be linked here.
  rmSync(stamp, {force: true})
  writeFileSync(stamp, hash)
}

// Not `npm ci`: it refuses a lock file that lacks the binaries of other platforms, and a lock made behind a registry that
// serves one platform does. This keeps to the locked versions as well, and writes neither file.
once(join(root, 'node_modules/.castwright-installed'), ['package-lock.json'], () =>
  runNpm('Installing dependencies', [
    'install',
    '--no-save',
    '--no-fund',
    '--no-audit',
    '--prefer-offline',
    '--loglevel=error',
  ]),
)
once(compiledStamp, compiledSources(), () => {
  rmSync(join(root, 'dist'), {recursive: true, force: true})
  run('Making the scripts of pages', process.execPath, ['scripts/page-scripts.mjs'])
  run('Compiling', process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'])
  run('Bundling', process.execPath, ['scripts/bundle.mjs'])
})
