// Builds a generated show with Castwright and with a plain script, in turn, and prints the ratios.
//   npm run bench                1,000 episodes
//   npm run bench -- 10000       10,000 episodes; the plain script is left out (it needs 7 GB)
// Absolute figures are of this machine and this minute; the ratios are what counts.
import {spawnSync} from 'node:child_process'
import {appendFileSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {generateShow} from './bench-show.mjs'

const count = Number(process.argv[2] ?? 1000)
const rounds = count > 2000 ? 1 : 3
const scripts = new URL('.', import.meta.url).pathname
const root = join(scripts, '..')
const folder = mkdtempSync(join(tmpdir(), 'castwright-bench-'))

/** Seconds of the clock and of the processors, and peak memory, of one run of a whole process, as the operating system counted them. */
function measure(args) {
  // What the run before left to be written to the disk would take its processor from this one. Windows has no such command.
  spawnSync('sync')
  const report = join(folder, 'usage.json')
  const watch = pathToFileURL(join(scripts, 'bench-usage.mjs')).href
  const begun = performance.now()
  const {status, stderr, stdout} = spawnSync(process.execPath, ['--import', watch, ...args], {
    env: {...process.env, BENCH_USAGE: report},
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const seconds = (performance.now() - begun) / 1000
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`)
  const {maxRssInKibibytes, cpuInSeconds} = JSON.parse(readFileSync(report, 'utf8'))
  return {seconds, cpuInSeconds, peakInMebibytes: maxRssInKibibytes / 1024}
}

function castwright(show, output) {
  return measure([
    join(root, 'dist/bin/castwright.js'),
    'build',
    show,
    '--out',
    output,
    '--now',
    '2026-11-22T00:00:00Z',
    '--format',
    'json',
  ])
}

/** What builds leave beside the show, so that the next one is as the first. */
function forget(show) {
  for (const name of ['castwright.lock.json', '.castwright']) rmSync(join(show, name), {recursive: true, force: true})
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function line(name, runs) {
  const seconds = median(runs.map((run) => run.seconds))
  const peak = median(runs.map((run) => run.peakInMebibytes))
  const cpu = median(runs.map((run) => run.cpuInSeconds))
  console.log(
    `${name.padEnd(34)} ${seconds.toFixed(2).padStart(8)} s ${cpu.toFixed(2).padStart(8)} s of processors ${peak.toFixed(0).padStart(6)} MiB`,
  )
  return {seconds, cpu, peak}
}

try {
  const show = join(folder, 'show')
  generateShow(show, count)
  const cold = []
  const plain = []
  for (let round = 0; round < rounds; round += 1) {
    const output = join(folder, `out-${round}`)
    forget(show)
    cold.push(castwright(show, output))
    if (count <= 2000) plain.push(measure([join(scripts, 'bench-plain.mjs'), show, join(folder, `plain-${round}`)]))
  }
  const last = join(folder, `out-${rounds - 1}`)
  const again = castwright(show, last)
  appendFileSync(join(show, '00000-conversation.md'), '\n### And the last word?\n\n**Robin:** That was it.\n')
  const touched = castwright(show, last)
  const feeds = ['feed.xml', 'atom.xml', 'feed.json'].map((name) => statSync(join(last, name)).size)
  console.log(
    `\n${count} episodes of 29 KB; feeds ${feeds.map((size) => `${(size / 1048576).toFixed(1)} MiB`).join(' + ')}`,
  )
  const ours = line('castwright, cold', cold)
  line('castwright, nothing changed', [again])
  line('castwright, one episode changed', [touched])
  if (plain.length > 0) {
    const theirs = line('gray-matter + marked + feed', plain)
    console.log(
      `time ${(ours.seconds / theirs.seconds).toFixed(2)} of the plain script, processors ${(ours.cpu / theirs.cpu).toFixed(2)}, peak memory ${(ours.peak / theirs.peak).toFixed(2)}`,
    )
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
