// Damaged files of shows for everything that reads one: each case is a small show with one damaged file, or one in each episode.
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, extname, join} from 'node:path'
import {mutate, randomFrom} from './fuzz-mutations.mjs'
import {authoredTokens, spokenSeeds} from './fuzz-show-seeds.mjs'

const largestInBytes = 60_000
const now = new Date('2026-06-01T00:00:00Z')

export const slowestInMilliseconds = 5000

const showText = [
  'title: Trial Run',
  'description: A show for tests.',
  'site_url: https://trial.example/',
  'language: en',
  'author: Kim Vale',
  'owner: none',
  'explicit: false',
  'categories: [Technology]',
  'image: https://trial.example/cover.jpg',
  'guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21',
  'hosts: [Kim Vale]',
  '',
].join('\n')
const episodeText =
  '---\ntitle: One\ndate: 2026-01-31\nnumber: 1\n---\nKim met **Ana** at [the pier](https://a.example/).\n'
const usual = {'show.yaml': showText, '1.md': episodeText}

/**
 * @typedef {{path: string, bytes: Buffer}} File
 * @typedef {Readonly<Record<string, string | Buffer>>} Files
 * @typedef {{shows: File[], episodes: File[], captions: File[], chapters: File[], media: File[], pictures: File[]}} Seeds
 * @typedef {{seeds: readonly File[], path: (seed: File) => string, without?: readonly string[], beside?: Files, isBuilt?: boolean}} Kind
 */

/**
 * @param {string} folder
 * @returns {Seeds}
 */
function seedsBelow(folder) {
  const found = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({path, bytes: readFileSync(path)}))
    .filter(({bytes}) => bytes.length > 0 && bytes.length <= largestInBytes)
  const named = (/** @type {RegExp} */ pattern) => found.filter(({path}) => pattern.test(path))
  return {
    shows: named(/[\\/]show\.(?:yaml|toml|json)$/),
    episodes: named(/\.md$/),
    captions: [...named(/(?<!chapters)\.(?:vtt|srt|sbv|html|txt)$|transcript\.json$/), ...spokenSeeds.captions],
    chapters: [...named(/chapters\.(?:json|vtt|txt|psc|xml)$|\.psc$/), ...spokenSeeds.chapters],
    media: named(/\.(?:mp3|m4a|mp4|ogg|opus|flac|wav|webm|mkv|aac|aiff)$/),
    pictures: named(/\.(?:png|jpe?g|webp|gif|svg|avif)$/),
  }
}

/**
 * What is damaged alone: the file's path in the show by the seed's own name, and what lies beside it.
 * @param {Seeds} seeds
 * @param {readonly File[]} built
 * @returns {Readonly<Record<string, Kind>>}
 */
function kindsOf(seeds, built) {
  const coverFile = {'show.yaml': showText.replace(/image: .*/, 'image: cover.png')}
  return {
    'show.yaml': {seeds: seeds.shows, path: ({path}) => basename(path), without: ['show.yaml']},
    pictures: {seeds: seeds.pictures, path: () => 'cover.png', beside: coverFile},
    lock: {seeds: built.filter(({path}) => path === 'castwright.lock.json'), path: ({path}) => path},
    manifest: {seeds: built.filter(({path}) => path.endsWith('manifest.json')), path: ({path}) => path, isBuilt: true},
    cache: {seeds: built.filter(({path}) => path.startsWith('.castwright')), path: ({path}) => path, isBuilt: true},
  }
}

/**
 * What is damaged of an episode, many in one show: to open a show takes longer than to read an episode.
 * @param {Seeds} seeds
 * @returns {Readonly<Record<string, {seeds: readonly File[], ending: (seed: File) => string}>>}
 */
function episodeKindsOf(seeds) {
  const extension = (/** @type {File} */ {path}) => extname(path).toLowerCase()
  return {
    'front matter': {seeds: seeds.episodes, ending: () => '.md'},
    captions: {seeds: seeds.captions, ending: extension},
    chapters: {seeds: seeds.chapters, ending: (seed) => `.chapters${extension(seed)}`},
    media: {seeds: seeds.media, ending: extension},
    pictures: {seeds: seeds.pictures, ending: extension},
  }
}

const episodesInAShow = 16

const binaryKinds = ['media', 'pictures', 'cache']

/**
 * @param {string} folder
 * @param {Files} files
 */
function write(folder, files) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
}

/**
 * @param {string} folder
 * @returns {readonly File[]}
 */
function filesIn(folder) {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({path: path.slice(folder.length + 1).replaceAll('\\', '/'), bytes: readFileSync(path)}))
}

/**
 * @param {string} folder
 * @param {readonly File[]} media
 */
async function builtShow(folder, media) {
  const {build} = await import('../dist/index.js')
  const sound = media.find(({path}) => path.endsWith('.mp3'))
  if (sound === undefined) throw new Error('No sound among the seeds')
  write(folder, {...usual, '1.mp3': sound.bytes})
  const outcome = await build(folder, join(folder, 'out'), {now})
  if (!outcome.ok) throw new Error(`The show of the fuzz does not build: ${JSON.stringify(outcome.problems)}`)
  return filesIn(folder)
}

/**
 * What is damaged, and how one case is tried: `run` gives how many problems were told of it.
 * @param {readonly string[]} folders
 */
export async function open(folders) {
  const {check, build} = await import('../dist/index.js')
  const folder = mkdtempSync(join(tmpdir(), 'castwright-fuzz-'))
  const close = () => rmSync(folder, {recursive: true, force: true})
  const seeds = folders.map(seedsBelow).reduce((one, other) => ({
    shows: [...one.shows, ...other.shows],
    episodes: [...one.episodes, ...other.episodes],
    captions: [...one.captions, ...other.captions],
    chapters: [...one.chapters, ...other.chapters],
    media: [...one.media, ...other.media],
    pictures: [...one.pictures, ...other.pictures],
  }))
  const built = await builtShow(folder, seeds.media)
  const kinds = Object.entries(kindsOf(seeds, built))
  const episodeKinds = Object.entries(episodeKindsOf(seeds))
  /**
   * @param {readonly File[]} own
   * @param {string} kind
   * @param {import('./fuzz-mutations.mjs').Random} random
   */
  const damaged = (own, kind, random) => {
    const chosen = random.pick(own)
    const marks = binaryKinds.includes(kind) ? [] : authoredTokens
    return {path: chosen.path, bytes: mutate(chosen.bytes, random, random.pick(own).bytes, marks)}
  }
  /** @param {import('./fuzz-mutations.mjs').Random} random */
  const episodes = (random) =>
    Array.from({length: episodesInAShow}, (_, index) => {
      const [kind, {seeds: own, ending}] = random.pick(episodeKinds)
      const {path, bytes} = damaged(own, kind, random)
      return {path: `${index + 1}${ending({path, bytes})}`, bytes}
    })
  const caseOf = (/** @type {number} */ seed, /** @type {number} */ index) => {
    const random = randomFrom(seed * 1_000_003 + index)
    if (random.below(2) === 0) {
      const files = episodes(random)
      const numbers = files.map((_, at) => at + 1)
      const others = numbers.map((number) => [`${number}.md`, episodeText.replaceAll(/One|1$/gm, String(number))])
      const kind = {seeds: [], path: () => '', without: ['1.md'], beside: Object.fromEntries(others)}
      return {name: files.map(({path}) => path).join(' '), kind, files}
    }
    const [name, kind] = random.pick(kinds)
    const {path, bytes} = damaged(kind.seeds, name, random)
    return {name, kind, files: [{path: kind.path({path, bytes}), bytes}]}
  }
  const run = async (/** @type {{kind: Kind, files: readonly File[]}} */ {kind, files: damagedFiles}) => {
    const {without = [], beside = {}, isBuilt = false} = kind
    close()
    const files = isBuilt ? Object.fromEntries(built.map((each) => [each.path, each.bytes])) : usual
    write(folder, Object.fromEntries(Object.entries(files).filter(([name]) => !without.includes(name))))
    write(folder, {...beside, ...Object.fromEntries(damagedFiles.map(({path, bytes}) => [path, bytes]))})
    const {problems} = isBuilt ? await build(folder, join(folder, 'out'), {now}) : await check(folder, {now})
    return problems.length
  }
  const count = [...kinds, ...episodeKinds].reduce((sum, [, {seeds: own}]) => sum + own.length, 0)
  return {title: `${count} files of shows`, caseOf, run, close}
}
