// Damages what Castwright reads at random and holds it to its promise: never a crash, never more than a few seconds or a gigabyte.
//   npm run fuzz                                     feeds for half a minute, then files of shows (front matter, captions, media,
//                                                    the lock, …), made of those of the tests
//   npm run fuzz -- --of shows --cases 100000        so many files, of one of the two
//   npm run fuzz -- --of feeds --seconds 300 FOLDER  with the files of other folders
//   npm run fuzz -- --of shows --seed 7 --only 1234  one case again, as a failure names it; --save FOLDER keeps its files
import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads'

const root = fileURLToPath(new URL('..', import.meta.url))
/** After so long without a new case a reader hangs. */
const patienceInMilliseconds = 60_000
const mostMemoryInMegabytes = 1024

/**
 * @typedef {{shows: boolean, folders: readonly string[], seed: number, first: number, last: number, most: number, deadline: number, current: Int32Array}} Task
 * @typedef {{index: number, reason: string}} Failure
 * @typedef {{title: string, cases: number, files: number, problems: number, slowest: number, slowestCase: number, megabytes: number, failures: Failure[]}} Result
 * @typedef {{name: string, files: readonly {path: string, bytes: Buffer}[], run: () => number | Promise<number>}} Case
 * @typedef {{title: string, slowestInMilliseconds: number, caseOf: (seed: number, index: number) => Case, close: () => void}} Subject
 */

/**
 * @param {boolean} shows
 * @param {readonly string[]} folders
 * @returns {Promise<Subject>}
 */
async function openSubject(shows, folders) {
  if (shows) {
    const {open, slowestInMilliseconds} = await import('./fuzz-shows.mjs')
    const {caseOf, run, ...subject} = await open(folders)
    const prepared = (/** @type {ReturnType<typeof caseOf>} */ each) => ({...each, run: () => run(each)})
    return {...subject, slowestInMilliseconds, caseOf: (seed, index) => prepared(caseOf(seed, index))}
  }
  const {open, slowestInMilliseconds} = await import('./fuzz-feeds.mjs')
  const {caseOf, run, ...subject} = await open(folders)
  const prepared = (/** @type {ReturnType<typeof caseOf>} */ each) => ({...each, run: () => run(each)})
  return {...subject, slowestInMilliseconds, caseOf: (seed, index) => prepared(caseOf(seed, index))}
}

/**
 * CPU time, so that a busy machine is not taken for a slow reader.
 * @param {() => Promise<void>} work
 */
async function cpuMilliseconds(work) {
  const before = process.cpuUsage()
  await work()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}

/** @param {Task} task */
async function work({shows, folders, seed, first, last, most, deadline, current}) {
  const {title, slowestInMilliseconds, caseOf, close} = await openSubject(shows, folders)
  /** @type {Result} */
  const result = {title, cases: 0, files: 0, problems: 0, slowest: 0, slowestCase: first, megabytes: 0, failures: []}
  let isTooLarge = false
  for (
    let index = first;
    index < last && result.files < most && Date.now() < deadline && result.failures.length < 20;
    index += 1
  ) {
    Atomics.store(current, 0, index)
    const each = caseOf(seed, index)
    const fail = (/** @type {string} */ reason) => result.failures.push({index, reason: `${each.name}: ${reason}`})
    try {
      const judge = async () => {
        result.problems += await each.run()
      }
      let spent = await cpuMilliseconds(judge)
      // The garbage of earlier cases may be swept in this one: only what is slow again is slow.
      if (spent > slowestInMilliseconds) spent = Math.min(spent, await cpuMilliseconds(judge))
      if (spent > result.slowest) Object.assign(result, {slowest: spent, slowestCase: index})
      if (spent > slowestInMilliseconds) fail(`took ${spent.toFixed(0)} ms`)
      // The most that the process ever had: what a reader needed and gave back before its end counts as well.
      const megabytes = process.resourceUsage().maxRSS / 1024
      if (megabytes > mostMemoryInMegabytes && !isTooLarge) fail(`the process had ${megabytes.toFixed(0)} MB`)
      isTooLarge = megabytes > mostMemoryInMegabytes
      if (megabytes > result.megabytes) result.megabytes = megabytes
    } catch (error) {
      fail(String(error instanceof Error ? error.stack : error))
    }
    result.cases += 1
    result.files += each.files.length
  }
  close()
  parentPort?.postMessage(result)
}

/**
 * Tells, whenever it is asked, whether the same case has been under way for too long.
 * @param {Int32Array} current
 */
function watchFor(current) {
  let seen = {index: -1, at: Date.now()}
  return () => {
    const index = Atomics.load(current, 0)
    if (index !== seen.index) seen = {index, at: Date.now()}
    return Date.now() - seen.at > patienceInMilliseconds
  }
}

async function main() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      of: {type: 'string'},
      cases: {type: 'string'},
      seconds: {type: 'string'},
      seed: {type: 'string', default: '1'},
      only: {type: 'string'},
      from: {type: 'string', default: '0'},
      save: {type: 'string'},
    },
  })
  const subjects = values.of === undefined ? ['feeds', 'shows'] : [values.of]
  for (const of of subjects)
    if (!['feeds', 'shows'].includes(of)) throw new Error(`--of ${of} is neither feeds nor shows`)
  const folders = positionals.length > 0 ? positionals : [join(root, 'tests/fixtures')]
  for (const folder of folders) if (!existsSync(folder)) throw new Error(`${folder} does not exist`)
  const seed = Number(values.seed)
  const first = Number(values.only ?? values.from)
  const last = values.only === undefined ? Number.MAX_SAFE_INTEGER : first + 1
  const most = Number(values.cases ?? Number.MAX_SAFE_INTEGER) / subjects.length
  const seconds = Number(values.seconds ?? (values.cases === undefined ? 60 : 86_400)) / subjects.length
  for (const of of subjects) {
    const shows = of === 'shows'
    if (values.save !== undefined) await save(values.save, await openSubject(shows, folders), seed, first)
    const result = await inThread({shows, folders, seed, first, last, most, deadline: Date.now() + seconds * 1000})
    tell(result, seed)
  }
}

/**
 * @param {string} folder
 * @param {Subject} subject
 * @param {number} seed
 * @param {number} index
 */
async function save(folder, {caseOf, close}, seed, index) {
  mkdirSync(folder, {recursive: true})
  for (const {path, bytes} of caseOf(seed, index).files) writeFileSync(join(folder, basename(path)), bytes)
  close()
}

/**
 * In a thread of its own, which can be given up if it hangs.
 * @param {Omit<Task, 'current'>} task
 * @returns {Promise<Result>}
 */
async function inThread(task) {
  const {seed} = task
  const current = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL(import.meta.url), {
    workerData: {...task, current},
    resourceLimits: {maxOldGenerationSizeMb: mostMemoryInMegabytes},
  })
  const result = await new Promise((resolve, reject) => {
    const hangs = watchFor(current)
    const watch = setInterval(() => {
      if (hangs()) reject(new Error(`case ${Atomics.load(current, 0)} of seed ${seed} hangs`))
    }, 500)
    worker.once('message', resolve)
    worker.once('error', (error) => reject(new Error(`case ${Atomics.load(current, 0)} of seed ${seed}: ${error}`)))
    worker.once('exit', () => clearInterval(watch))
  })
  await worker.terminate()
  return result
}

/**
 * @param {Result} result
 * @param {number} seed
 */
function tell({title, cases, files, problems, slowest, slowestCase, megabytes, failures}, seed) {
  console.log(
    `${files} damaged files, made of ${title} (seed ${seed}): ${failures.length} failures, ${problems} problems told, slowest ${slowest.toFixed(0)} ms (case ${slowestCase}), at most ${megabytes.toFixed(0)} MB`,
  )
  for (const {index, reason} of failures) console.log(`case ${index}: ${reason}`)
  if (failures.length > 0 || cases === 0) process.exitCode = 1
}

if (isMainThread)
  await main().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
else await work(workerData)
