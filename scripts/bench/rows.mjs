// What the bench measures, a row each. A figure is a ratio of two processes that ran in turn, or one of our own in absolute units.
import {appendFileSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {counted, interviews, scaled, showOf} from './bench-shows.mjs'
import {importOfFeeds} from './import-row.mjs'
import {median, pairedRatio, runOfNode, secondsOf} from './measure.mjs'
import {coldWithPictures} from './pictures-row.mjs'
import {previewed} from './preview-row.mjs'
import {buildWords, built, castwright, cold, coldFloor, floorScript, hugo, nodeStart, plain} from './runs.mjs'
import {cuesPerHour, writeCaptioned, writeRecordings} from './shows.mjs'

const copyAndHash = fileURLToPath(new URL('copy-and-hash.mjs', import.meta.url))

/**
 * @typedef {object} Bench
 * @property {string} folder where shows and outputs are made
 * @property {number} scale what part of the full counts
 * @property {number} rounds how often each pair runs
 * @property {boolean} hasHugo
 * @property {readonly string[]} validator a program that judges the feed whose path is its last word; empty where there is none
 *
 * @typedef {object} Figure
 * @property {string} title
 * @property {number} value
 * @property {string} [unit] none for a ratio
 * @property {number} [goal] the most that it should be
 * @property {boolean} [isMoreBetter] then the goal is the least
 *
 * @typedef {{name: string, about: string, measure: (bench: Bench) => readonly Figure[] | Promise<readonly Figure[]>}} Row
 */

/** @param {Bench} bench @returns {readonly Figure[]} */
function coldAgainstPlain(bench) {
  const count = scaled(bench, 1000)
  const show = interviews(bench, count)
  const runs = Array.from({length: bench.rounds}, () => ({
    ours: cold(bench, show),
    theirs: plain(bench, show),
    floor: coldFloor(bench, show),
    hugo: bench.hasHugo ? hugo(bench, show) : Number.NaN,
  }))
  const of = `${counted(count)} cold`
  return [
    {
      title: `${of} / plain script`,
      value: median(runs.map(({ours, theirs}) => ours.seconds / theirs.seconds)),
      goal: 0.5,
    },
    {
      title: `${of} / plain script, processors`,
      value: median(runs.map(({ours, theirs}) => ours.cpuInSeconds / theirs.cpuInSeconds)),
    },
    {title: '  floor / plain script', value: median(runs.map(({floor, theirs}) => floor.seconds / theirs.seconds))},
    {title: `${of}, Hugo / plain script`, value: median(runs.map((run) => run.hugo / run.theirs.seconds))},
    {title: `${of}, peak memory`, value: median(runs.map(({ours}) => ours.peakInMebibytes)), unit: 'MiB'},
  ]
}

/** @param {Bench} bench @returns {readonly Figure[]} */
function coldAgainstHugo(bench) {
  const count = scaled(bench, 10_000)
  const show = interviews(bench, count)
  const runs = Array.from({length: bench.rounds}, () => ({
    ours: cold(bench, show),
    hugo: bench.hasHugo ? hugo(bench, show) : Number.NaN,
  }))
  return [
    {title: `${counted(count)} cold / Hugo`, value: median(runs.map(({ours, hugo}) => ours.seconds / hugo)), goal: 0.6},
    {
      title: `${counted(count)} cold, processors`,
      value: median(runs.map(({ours}) => (ours.cpuInSeconds / count) * 1000)),
      unit: 'ms an episode',
    },
    {
      title: `${counted(count)} cold, peak memory`,
      value: median(runs.map(({ours}) => ours.peakInMebibytes)),
      unit: 'MiB',
      goal: 300,
    },
  ]
}

/** @param {Bench} bench @returns {readonly Figure[]} */
function growth(bench) {
  const [less, more] = [scaled(bench, 10_000), scaled(bench, 30_000)]
  const [first, second] = [less, more].map((count) => cold(bench, interviews(bench, count)))
  if (first === undefined || second === undefined) return []
  return [
    {
      title: `${counted(more)} cold, time an episode / that of ${counted(less)}`,
      value: second.seconds / more / (first.seconds / less),
      goal: 1.1,
    },
    {
      title: `  memory for each of the further ones`,
      value: ((second.peakInMebibytes - first.peakInMebibytes) * 1024) / (more - less),
      unit: 'KiB',
      goal: 4,
    },
  ]
}

/** @param {Bench} bench @returns {readonly Figure[]} */
function unchanged(bench) {
  const count = scaled(bench, 10_000)
  const {show, output} = built(bench, count)
  const again = () => secondsOf([process.execPath, ...buildWords(show, output)])
  const rounds = 2 * bench.rounds + 1
  return [
    {
      title: `nothing changed, ${counted(count)}, in starts of node`,
      value: pairedRatio(rounds, again, nodeStart),
      goal: 6,
    },
  ]
}

/** @param {Bench} bench @returns {readonly Figure[]} */
function touched(bench) {
  const count = scaled(bench, 1000)
  const {show, output} = built(bench, count)
  const edited = join(show, '00000-conversation.md')
  const runs = Array.from({length: bench.rounds}, (_, round) => {
    appendFileSync(edited, `\nAnd a last word, the ${round + 1}th.\n`)
    const last = runOfNode(buildWords(show, output)).seconds
    writeFileSync(edited, readFileSync(edited, 'utf8').replace('title: "', `title: "${round + 1} `))
    const title = runOfNode(buildWords(show, output)).seconds
    const floor = runOfNode([floorScript, 'touched', show, output]).seconds
    return {last, title, floor, theirs: plain(bench, show).seconds}
  })
  const of = (/** @type {'last' | 'title' | 'floor'} */ which) => median(runs.map((run) => run[which] / run.theirs))
  return [
    {title: `one touched of ${counted(count)} / plain script`, value: of('last'), goal: 0.08},
    {title: '  its title, which all feeds and lists have', value: of('title')},
    {title: '  floor', value: of('floor')},
  ]
}

/** @param {Bench} bench @returns {readonly Figure[]} */
function captions(bench) {
  const count = scaled(bench, 500)
  const show = showOf(bench, 'captioned', (folder) => writeCaptioned(folder, count))
  const seconds = median(Array.from({length: bench.rounds}, () => cold(bench, show).seconds))
  const value = (seconds * 1e6) / (count * cuesPerHour)
  return [{title: `${counted(count)} hour-long WebVTT`, value, unit: 'µs a cue', goal: 15}]
}

/** @param {Bench} bench @returns {readonly Figure[]} */
function recordings(bench) {
  const count = scaled(bench, 200)
  const show = showOf(bench, 'recorded', (folder) => writeRecordings(folder, count, 21_000_000))
  const output = join(bench.folder, 'copied')
  const copied = () => {
    rmSync(output, {recursive: true, force: true})
    return secondsOf([process.execPath, copyAndHash, show, output])
  }
  const value = pairedRatio(bench.rounds, () => cold(bench, show).seconds, copied)
  return [{title: `first build, ${counted(count)} MP3 of 21 MB / copying and hashing`, value, goal: 1.02}]
}

/** @param {Bench} bench @returns {readonly Figure[]} */
function checkOfFeed(bench) {
  const count = scaled(bench, 10_000)
  const feed = join(built(bench, count).output, 'feed.xml')
  const problemsOrNone = [0, 1]
  const ours = () => secondsOf([process.execPath, castwright, 'check', feed, '--format', 'json'], problemsOrNone)
  const own = {
    title: `check of ${counted(count)} items`,
    value: (median(Array.from({length: bench.rounds}, ours)) * 1e6) / count,
    unit: 'µs an item',
  }
  const parsed = () => secondsOf([process.execPath, floorScript, 'check', feed])
  const floor = {title: '  times the XML parser alone', value: pairedRatio(bench.rounds, ours, parsed)}
  if (bench.validator.length === 0) return [own, floor]
  const validated = () => secondsOf([...bench.validator, feed], problemsOrNone)
  const value = pairedRatio(bench.rounds, validated, ours)
  return [own, floor, {title: '  times faster than the validator', value, goal: 20, isMoreBetter: true}]
}

/** @param {Bench} bench @returns {readonly Figure[]} */
function start({rounds}) {
  const ours =
    (/** @type {readonly string[]} */ words, codes = [0]) =>
    () =>
      secondsOf([process.execPath, castwright, ...words], codes)
  const many = 4 * rounds + 1
  return [
    {title: '--version in starts of node', value: pairedRatio(many, ours(['--version']), nodeStart), goal: 1.3},
    {title: '--help in starts of node', value: pairedRatio(many, ours(['--help']), nodeStart), goal: 1.3},
    {title: 'wrong usage in starts of node', value: pairedRatio(many, ours(['biuld'], [2]), nodeStart), goal: 1.3},
  ]
}

/** @type {readonly Row[]} */
export const rows = [
  {name: 'start', about: '--version, --help and a mistyped command', measure: start},
  {name: 'cold', about: 'a first build of 1,000 articles, beside a plain script and Hugo', measure: coldAgainstPlain},
  {
    name: 'pictures',
    about: 'a first build of 1,000 articles that makes a card for each of them',
    measure: coldWithPictures,
  },
  {name: 'touched', about: 'a build of 1,000 after one of them was edited', measure: touched},
  {name: 'preview', about: 'an edit in a show of 2,000, until it is seen in Chromium', measure: previewed},
  {name: 'captions', about: 'a first build of 500 hour-long WebVTT', measure: captions},
  {name: 'recordings', about: 'a first build of 200 MP3 (needs 13 GB of disk)', measure: recordings},
  {
    name: 'large',
    about: 'a first build of 10,000 articles, beside Hugo (which takes 8 GB of memory)',
    measure: coldAgainstHugo,
  },
  {name: 'unchanged', about: 'a build of 10,000 after nothing happened', measure: unchanged},
  {name: 'check', about: 'check of a feed of 10,000 items', measure: checkOfFeed},
  {name: 'import', about: 'imports of feeds with 100,000 items', measure: importOfFeeds},
  {name: 'growth', about: 'a first build of 30,000 articles', measure: growth},
]
