// Brings the actions of all workflows up to date: asks the repository of each action for its tags, and pins the newest release by its commit.
//   node scripts/update-actions.mjs             writes src/init/action-pins.ts, our own workflows, action.yml
//   node scripts/update-actions.mjs --check     changes nothing, and fails if something is newer (the workflow of this repository, weekly)
//   --from PREFIX                               where the repositories are (default: https://github.com/)
// A release is a tag `v1.2.3`; one that GitHub marks as a trial has more behind the last number. Everything else is asked of git alone.
import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @typedef {{commit: string, version: string}} Release */

const pin = /([\w-]+\/[\w-]+)((?:\/[\w-]+)?)@([\da-f]{40}) # (v[\d.]+)/g

/** @param {string} version @returns {readonly number[]} */
function numbersOf(version) {
  return version.slice(1).split('.').map(Number)
}

/** @param {string} one @param {string} other */
function newestLast(one, other) {
  const [first, second] = [numbersOf(one), numbersOf(other)]
  for (let index = 0; index < 3; index += 1) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * The newest release of an action by its tags; nothing where it has none. A tag that was signed is an object of its own: `^{}` is its commit.
 * @param {string} listed what `git ls-remote --tags` prints
 * @returns {Release | undefined}
 */
export function newestRelease(listed) {
  /** @type {Map<string, string>} */
  const commits = new Map()
  for (const [, commit = '', version = '', peeled] of listed.matchAll(
    /^([\da-f]{40})\trefs\/tags\/(v\d+\.\d+\.\d+)(\^\{\})?$/gm,
  ))
    if (peeled !== undefined || !commits.has(version)) commits.set(version, commit)
  const version = [...commits.keys()].sort(newestLast).at(-1)
  return version === undefined ? undefined : {version, commit: commits.get(version) ?? ''}
}

/** @param {string} repository @param {string} from */
function releaseOf(repository, from) {
  // No question of git's for a password may stop a job.
  const env = {...process.env, GIT_TERMINAL_PROMPT: '0'}
  return newestRelease(execFileSync('git', ['ls-remote', '--tags', `${from}${repository}`], {encoding: 'utf8', env}))
}

/**
 * The text with each pin replaced by that of the newest release, and what was older. An action without a release stays.
 * @param {string} text
 * @param {(repository: string) => Release | undefined} newest
 */
export function updated(text, newest) {
  /** @type {string[]} */
  const changes = []
  const next = text.replace(pin, (whole, repository, below, commit, version) => {
    const found = newest(repository)
    if (found === undefined || found.commit === commit || newestLast(found.version, version) < 0) return whole
    changes.push(`${repository}${below}: ${version} -> ${found.version}`)
    return `${repository}${below}@${found.commit} # ${found.version}`
  })
  return {text: next, changes}
}

/** @param {string} folder */
export function filesWithPins(folder) {
  const workflows = readdirSync(join(folder, '.github/workflows')).map((name) => `.github/workflows/${name}`)
  return ['src/init/action-pins.ts', 'action.yml', ...workflows]
}

/**
 * @param {string} folder
 * @param {{from: string, isCheck: boolean, today: string}} options
 * @returns {readonly string[]} what is newer, a line each
 */
export function updateActions(folder, {from, isCheck, today}) {
  /** @type {Map<string, Release | undefined>} */
  const releases = new Map()
  const newest = (/** @type {string} */ repository) => {
    if (!releases.has(repository)) releases.set(repository, releaseOf(repository, from))
    return releases.get(repository)
  }
  const all = filesWithPins(folder).flatMap((path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    const {text: next, changes} = updated(text, newest)
    // The day says how old pins are that nobody has looked at since.
    const dated = next.replace(/(pinnedOn = ')[^']*/, `$1${today}`)
    if (!isCheck && dated !== text) writeFileSync(join(folder, path), dated)
    return changes.map((change) => `${path}: ${change}`)
  })
  return all
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {values} = parseArgs({
    options: {
      check: {type: 'boolean', default: false},
      from: {type: 'string', default: 'https://github.com/'},
      folder: {type: 'string', default: root},
    },
  })
  const {from, check: isCheck, folder} = values
  const changes = updateActions(folder, {from, isCheck, today: new Date().toISOString().slice(0, 10)})
  console.log(changes.length === 0 ? 'Every action is the newest release.' : changes.join('\n'))
  if (isCheck && changes.length > 0) process.exit(1)
}
