// Damages feeds at random and holds the checker to its promise: never a crash, never more than a second.
//   npm run fuzz                                   for 60 seconds, with the feeds of the tests
//   npm run fuzz -- --cases 100000 FOLDER...       so many, with the feeds of other folders
//   npm run fuzz -- --seed 7 --only 1234 FOLDER... one case again, as a failure names it; --save FILE keeps its bytes
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads'
import {mutate, randomFrom} from './fuzz-mutations.mjs'

const root = new URL('..', import.meta.url).pathname
const slowestInMilliseconds = 1000
/** After so long without a new case the checker hangs. */
const patienceInMilliseconds = 30_000
const largestInBytes = 1_000_000

function feedsBelow(folder) {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(?:xml|rss|atom|json|opml|vtt|srt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => readFileSync(path))
    .filter((bytes) => bytes.length > 0 && bytes.length <= largestInBytes)
}

function caseOf(feeds, seed, index) {
  const random = randomFrom(seed * 1_000_003 + index)
  return mutate(random.pick(feeds), random, random.pick(feeds))
}

/** CPU time, so that a busy machine is not taken for a slow checker. */
function cpuMilliseconds(work) {
  const before = process.cpuUsage()
  work()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}

async function work({folders, seed, first, last, deadline, current}) {
  const {checkFeed} = await import('../dist/index.js')
  const feeds = folders.flatMap(feedsBelow)
  const now = new Date('2026-01-01T00:00:00Z')
  const result = {cases: 0, problems: 0, slowest: 0, slowestCase: first, failures: []}
  for (let index = first; index < last && Date.now() < deadline && result.failures.length < 20; index += 1) {
    Atomics.store(current, 0, index)
    const bytes = caseOf(feeds, seed, index)
    try {
      const judge = () => {
        result.problems += checkFeed(bytes, {now}).problems.length
      }
      let spent = cpuMilliseconds(judge)
      // The garbage of earlier cases may be swept in this one: only what is slow again is slow.
      if (spent > slowestInMilliseconds) spent = Math.min(spent, cpuMilliseconds(judge))
      if (spent > result.slowest) Object.assign(result, {slowest: spent, slowestCase: index})
      if (spent > slowestInMilliseconds) result.failures.push({index, reason: `took ${spent.toFixed(0)} ms`})
    } catch (error) {
      result.failures.push({index, reason: String(error?.stack ?? error)})
    }
    result.cases += 1
  }
  parentPort.postMessage({feeds: feeds.length, ...result})
}

async function main() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      cases: {type: 'string'},
      seconds: {type: 'string'},
      seed: {type: 'string', default: '1'},
      only: {type: 'string'},
      save: {type: 'string'},
    },
  })
  const folders = positionals.length > 0 ? positionals : [join(root, 'tests/fixtures')]
  for (const folder of folders) if (!existsSync(folder)) throw new Error(`${folder} does not exist`)
  const seed = Number(values.seed)
  const first = Number(values.only ?? 0)
  if (values.save !== undefined) writeFileSync(values.save, caseOf(folders.flatMap(feedsBelow), seed, first))
  const last = values.only === undefined ? Number(values.cases ?? Number.MAX_SAFE_INTEGER) : first + 1
  const seconds = Number(values.seconds ?? (values.cases === undefined ? 60 : 86_400))
  const current = new Int32Array(new SharedArrayBuffer(4))
  const workerInput = {folders, seed, first, last, deadline: Date.now() + seconds * 1000, current}
  const worker = new Worker(new URL(import.meta.url), {workerData: workerInput})
  const result = await new Promise((resolve, reject) => {
    let seen = {index: -1, at: Date.now()}
    const watch = setInterval(() => {
      const index = Atomics.load(current, 0)
      if (index !== seen.index) seen = {index, at: Date.now()}
      else if (Date.now() - seen.at > patienceInMilliseconds) reject(new Error(`case ${index} of seed ${seed} hangs`))
    }, 500)
    worker.once('message', resolve)
    worker.once('error', (error) => reject(new Error(`case ${Atomics.load(current, 0)} of seed ${seed}: ${error}`)))
    worker.once('exit', () => clearInterval(watch))
  })
  await worker.terminate()
  const {feeds, cases, problems, slowest, slowestCase, failures} = result
  console.log(
    `${cases} mutations of ${feeds} feeds (seed ${seed}): ${failures.length} failures, ${problems} problems told, slowest ${slowest.toFixed(0)} ms (case ${slowestCase})`,
  )
  for (const {index, reason} of failures) console.log(`case ${index}: ${reason}`)
  process.exitCode = failures.length === 0 && cases > 0 ? 0 : 1
}

if (isMainThread)
  await main().catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
else await work(workerData)
