// Builds a generated show with Castwright and with a plain script, in turn, and prints the ratios.
//   npm run bench                1,000 episodes
//   npm run bench -- 10000       10,000 episodes; the plain script is left out (it needs 7 GB)
// Absolute figures are of this machine and this minute; the ratios are what counts.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {generateShow} from './bench-show.mjs'

const count = Number(process.argv[2] ?? 1000)
const rounds = count > 2000 ? 1 : 3
const scripts = new URL('.', import.meta.url).pathname
const root = join(scripts, '..')
const folder = mkdtempSync(join(tmpdir(), 'castwright-bench-'))

/** Wall seconds and peak memory of one run of a whole process, as the operating system counted them. */
function measure(args) {
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
  return {seconds, peakInMebibytes: JSON.parse(readFileSync(report, 'utf8')).maxRssInKibibytes / 1024}
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

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function line(name, runs) {
  const seconds = median(runs.map((run) => run.seconds))
  const peak = median(runs.map((run) => run.peakInMebibytes))
  console.log(`${name.padEnd(34)} ${seconds.toFixed(2).padStart(8)} s ${peak.toFixed(0).padStart(7)} MiB`)
  return {seconds, peak}
}

try {
  const show = join(folder, 'show')
  generateShow(show, count)
  const cold = []
  const plain = []
  for (let round = 0; round < rounds; round += 1) {
    const output = join(folder, `out-${round}`)
    cold.push(castwright(show, output))
    if (count <= 2000) plain.push(measure([join(scripts, 'bench-plain.mjs'), show, join(folder, `plain-${round}`)]))
  }
  const again = castwright(show, join(folder, 'out-0'))
  const feeds = ['feed.xml', 'atom.xml', 'feed.json'].map((name) => statSync(join(folder, 'out-0', name)).size)
  console.log(
    `\n${count} episodes of 29 KB; feeds ${feeds.map((size) => `${(size / 1048576).toFixed(1)} MiB`).join(' + ')}`,
  )
  const ours = line('castwright, cold', cold)
  line('castwright, nothing changed', [again])
  if (plain.length > 0) {
    const theirs = line('gray-matter + marked + feed', plain)
    console.log(
      `time ${(ours.seconds / theirs.seconds).toFixed(2)} of the plain script, peak memory ${(ours.peak / theirs.peak).toFixed(2)}`,
    )
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
