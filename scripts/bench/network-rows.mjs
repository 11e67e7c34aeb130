// What the bench measures of a network: shards side by side, what the network publishes itself, and a deploy of all of it.
import {spawn} from 'node:child_process'
import {appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {runOfNode} from './measure.mjs'
import {writeNetwork} from './shows.mjs'

/**
 * @typedef {import('./rows.mjs').Bench} Bench
 * @typedef {import('./rows.mjs').Figure} Figure
 * @typedef {import('./rows.mjs').Row} Row
 */

const here = fileURLToPath(new URL('.', import.meta.url))
const castwright = join(here, '../../dist/bin/castwright.js')
const now = '2026-11-22T00:00:00Z'
const episodesOfShow = 1000
const showsOfShard = 10

/** @param {string} title @param {import('./measure.mjs').Run} run @param {{cpuInSeconds?: number, mebibytes?: number}} [goals] */
function figuresOf(title, {cpuInSeconds, peakInMebibytes}, {cpuInSeconds: seconds, mebibytes} = {}) {
  /** @type {(goal: number | undefined) => Pick<Figure, 'goal'>} */
  const within = (goal) => (goal === undefined ? {} : {goal})
  return [
    {title: `${title}, processors`, value: cpuInSeconds, unit: 's', ...within(seconds)},
    {title: `  peak memory`, value: peakInMebibytes, unit: 'MiB', ...within(mebibytes)},
  ]
}

/** @param {Bench} bench @returns {readonly Figure[]} */
function networkInShards({folder, scale}) {
  const shows = Math.max(2, Math.round(100 * scale))
  // One shard of one would build the network itself as well.
  const of = Math.max(2, Math.ceil(shows / showsOfShard))
  const count = (shows * episodesOfShow).toLocaleString('en')
  const [network, parts] = [join(folder, 'network'), join(folder, 'parts')]
  if (!existsSync(network)) writeNetwork(network, shows, episodesOfShow)
  const build = (/** @type {readonly string[]} */ words) =>
    runOfNode([castwright, 'build', network, ...words, '--now', now, '--format', 'json'])
  const shard = (/** @type {number} */ number) =>
    build(['--shard', `${number}/${of}`, '--out', join(parts, String(number))])
  const all = Array.from({length: of}, (_, index) => shard(index + 1))
  const merge = () => build(['--merge', parts, '--out', join(parts, '0')])
  const goals = {cpuInSeconds: 10, mebibytes: 300}
  const [first, again, idle] = [merge(), merge(), shard(1)]
  appendFileSync(join(network, 'show-000', '0500-of-show-000.md'), '\nA last word.\n')
  const [touched, after] = [shard(1), merge()]
  const cpuOfShards = all.reduce((sum, {cpuInSeconds}) => sum + cpuInSeconds, 0)
  return [
    {
      title: `${count} in ${of} shards, first, processors`,
      value: (cpuOfShards * 1000) / (shows * episodesOfShow),
      unit: 'ms an episode',
    },
    ...figuresOf(`network of ${count}, first`, first, goals),
    ...figuresOf('network, nothing changed', again, {cpuInSeconds: 2, mebibytes: 150}),
    ...figuresOf('shard of ten shows, nothing changed', idle),
    ...figuresOf('shard of ten shows, one episode touched', touched),
    ...figuresOf('network, one episode touched', after, goals),
  ]
}

/** What shards and the merge have left, as one folder. @param {string} parts @param {string} site */
function together(parts, site) {
  mkdirSync(site)
  for (const part of readdirSync(parts))
    for (const name of readdirSync(join(parts, part))) renameSync(join(parts, part, name), join(site, name))
}

/** @param {string} folder */
function startStore(folder) {
  mkdirSync(folder)
  const child = spawn(process.execPath, [join(here, 'memory-store.mjs'), folder], {stdio: 'ignore'})
  const cell = new Int32Array(new SharedArrayBuffer(4))
  while (!existsSync(join(folder, 'port'))) Atomics.wait(cell, 0, 0, 20)
  return {
    endpoint: `http://127.0.0.1:${readFileSync(join(folder, 'port'), 'utf8')}`,
    requests: () => Number(readFileSync(join(folder, 'requests'), 'utf8')),
    stop: () => child.kill(),
  }
}

/** @param {Bench} bench @returns {readonly Figure[]} */
function deployOfNetwork(bench) {
  const {folder} = bench
  const [parts, site] = [join(folder, 'parts'), join(folder, 'site')]
  if (!existsSync(parts)) networkInShards(bench)
  together(parts, site)
  const store = startStore(join(folder, 'store'))
  try {
    Object.assign(process.env, {AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench'})
    const words = [castwright, 'deploy', site, '--to', 's3://bench', '--endpoint', store.endpoint, '--format', 'json']
    const first = runOfNode(words)
    const before = store.requests()
    const again = runOfNode(words)
    return [
      {title: `deploy of ${before.toLocaleString('en')} requests, processors`, value: first.cpuInSeconds, unit: 's'},
      ...figuresOf('deploy, nothing changed', again, {cpuInSeconds: 15}),
      // A list of a store has a thousand names: 110 requests for a hundred thousand files.
      {title: '  requests', value: store.requests() - before, goal: Math.ceil((110 * before) / 100_000)},
    ]
  } finally {
    store.stop()
    rmSync(site, {recursive: true, force: true})
  }
}

/** @type {readonly Row[]} */
export const networkRows = [
  {name: 'network', about: 'a network of 100 shows of 1,000 episodes, in shards', measure: networkInShards},
  {name: 'deploy', about: 'the same into a store, twice (needs 5 GB of disk)', measure: deployOfNetwork},
]
