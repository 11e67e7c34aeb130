import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {type Files, writeFiles} from '../files-on-disk.ts'
import {publishedFeed} from '../witness/published-feeds.ts'
import {accepted, now, secret, showIn, site} from './killed-show.ts'

const main = join(import.meta.dirname, '../../dist/bin/castwright.js')
const preload = join(import.meta.dirname, 'kill-at.cjs')
const lockName = 'castwright.lock.json'

export type Aim = {
  readonly kind: 'any' | 'rename' | 'deletion' | 'write' | 'lock'
  readonly at: number
  readonly when: 'before' | 'after'
}

/** How one build dies: at a call, or after so much of its usual time; alone, or with another at the same time that lives. */
export type Kill = {readonly aim: Aim} | {readonly share: number}
export type Deed = {readonly kill: Kill; readonly isWithAnother: boolean}

type State = ReadonlyMap<string, string>

/** A show and its output: what is published, and what a build that nobody disturbs makes of it. */
export type World = {
  readonly folder: string
  readonly show: string
  readonly output: string
  /** Outcomes of undisturbed builds, by what there was before. */
  readonly known: Map<string, Whole>
}

type Whole = {
  readonly output: State
  readonly lock: string
  readonly counts: Readonly<Record<string, number>>
  readonly takes: number
}

export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-kills-'))
  const world = {folder, show: join(folder, 'show'), output: join(folder, 'output'), known: new Map()}
  writeFiles(world.show, showIn('first'))
  const {code, said} = await started(world.show, world.output).ended
  if (code !== 0) throw new Error(said)
  return world
}

function started(show: string, output: string, env: Readonly<Record<string, string>> = {}) {
  const words = ['build', show, '--out', output, '--now', now, ...accepted.flatMap((code) => ['--accept', code])]
  const child = spawn(process.execPath, ['--require', preload, main, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, CASTWRIGHT_SECRET: secret, NO_COLOR: '1', ...env},
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)))
  const ended = once(child, 'close').then(([code, signal]) => ({code, signal, said}) as const)
  return {child, ended}
}

/** Every file below a folder; bytes as latin1, so that they can be told apart in a message. */
function stateOf(folder: string, isOf: (path: string) => boolean = () => true): State {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => !entry.isDirectory())
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  return new Map(paths.filter(isOf).map((path) => [path, readFileSync(join(folder, path), 'latin1')]))
}

const isPublic = (path: string) => !path.startsWith('.castwright/')
const isAuthored = (path: string) => isPublic(path) && !path.startsWith(lockName)

function lockOf(show: string): string {
  return readFileSync(join(show, lockName), 'latin1')
}

/** What the build makes that nobody kills. */
async function undisturbed(world: World, next: 'first' | 'second'): Promise<Whole> {
  const key = [next, lockOf(world.show), ...[...stateOf(world.output, isPublic)].sort().flat()].join('\n')
  const known = world.known.get(key)
  if (known !== undefined) return known
  const copy = mkdtempSync(join(tmpdir(), 'castwright-kills-whole-'))
  try {
    const [show, output, counts] = [join(copy, 'show'), join(copy, 'output'), join(copy, 'counts.json')]
    cpSync(world.show, show, {recursive: true, preserveTimestamps: true})
    cpSync(world.output, output, {recursive: true, preserveTimestamps: true})
    const begun = performance.now()
    const {code, said} = await started(show, output, {KILL_COUNTS: counts}).ended
    if (code !== 0) throw new Error(said)
    const takes = performance.now() - begun
    const made = {
      output: stateOf(output, isPublic),
      lock: lockOf(show),
      counts: JSON.parse(readFileSync(counts, 'utf8')),
      takes,
    }
    world.known.set(key, made)
    return made
  } finally {
    rmSync(copy, {recursive: true, force: true})
  }
}

function replaceShow(show: string, files: Files): void {
  for (const path of stateOf(show, isAuthored).keys()) rmSync(join(show, path))
  writeFiles(show, files)
}

export type Killed = {readonly faults: readonly string[]; readonly wasKilled: boolean}

/** Kills a build on the way to `next`, and looks at what it leaves; then builds, and looks again. */
export async function killOnce(world: World, next: 'first' | 'second', {kill, isWithAnother}: Deed): Promise<Killed> {
  const {show, output} = world
  const old = {output: stateOf(output, isPublic), lock: lockOf(show)}
  replaceShow(show, showIn(next))
  const authored = stateOf(show, isAuthored)
  const whole = await undisturbed(world, next)
  const victim = started(show, output, 'aim' in kill ? aimed(kill.aim, whole) : {})
  const other = isWithAnother ? started(show, output) : undefined
  if ('share' in kill) {
    const timer = pause(whole.takes * kill.share, undefined, {ref: false}).then(() => victim.child.kill('SIGKILL'))
    await Promise.race([victim.ended, timer])
  }
  const {signal} = await victim.ended
  const faults: string[] = []
  // The other one may have ended, may be at work or may have been sent away: what lies there must be whole in any case.
  if (other === undefined) faults.push(...faultsOfOutput(world, old, whole))
  const survivor = await other?.ended
  if (survivor !== undefined && survivor.code !== 0 && !survivor.said.includes('output-busy'))
    faults.push(`the other build ended with ${survivor.code}: ${survivor.said}`)
  if (survivor !== undefined) faults.push(...faultsOfOutput(world, old, whole))
  const again = await started(show, output).ended
  if (again.code !== 0) faults.push(`the next build ended with ${again.code}: ${again.said}`)
  faults.push(...differences('the next build', stateOf(output, isPublic), whole.output))
  if (lockOf(show) !== whole.lock) faults.push('the next build leaves another lock')
  const left = readdirSync(join(output, '.castwright'))
  if (left.sort().join() !== 'lock.json,manifest.json,scope.json') faults.push(`left in the output: ${left.join(', ')}`)
  faults.push(...differences('the author', stateOf(show, isAuthored), authored))
  return {faults, wasKilled: signal === 'SIGKILL'}
}

function aimed({kind, at, when}: Aim, {counts}: Whole): Readonly<Record<string, string>> {
  return {KILL_KIND: kind, KILL_AT: String(1 + (at % (counts[kind] ?? 1))), KILL_WHEN: when}
}

function faultsOfOutput(
  {show, output}: World,
  old: {readonly output: State; readonly lock: string},
  whole: Whole,
): readonly string[] {
  const files = stateOf(output, isPublic)
  const torn = [...files]
    .filter(([path, bytes]) => bytes !== old.output.get(path) && bytes !== whole.output.get(path))
    .map(([path]) => `${path} is neither as it was nor as it is to be`)
  const lock = lockOf(show)
  return [
    ...torn,
    ...(lock === old.lock || lock === whole.lock ? [] : ['the lock is neither as it was nor as it is to be']),
    ...[...files].flatMap(([path, bytes]) => missingIn(path, Buffer.from(bytes, 'latin1').toString('utf8'), files)),
  ]
}

/** What a feed names on its site, and what is not there. */
function missingIn(path: string, text: string, files: State): readonly string[] {
  const feed = /\.(?:xml|json)$/.test(path) ? publishedFeed(text) : undefined
  if (feed === undefined) return []
  const named = [
    ...feed.items.values(),
    ...feed.others,
    ...(feed.older === undefined ? [] : [feed.older]),
    ...pagesIn(text),
  ]
  return named
    .filter((address) => address.startsWith(site) && !files.has(fileAt(address)))
    .map((address) => `${path} names ${address}, which is not there`)
}

function pagesIn(text: string): readonly string[] {
  return text.match(new RegExp(`${site}episodes/[^"<\\s]*`, 'g')) ?? []
}

function fileAt(address: string): string {
  const path = decodeURI(address.slice(site.length).replace(/[#?].*/, ''))
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

function differences(whose: string, is: State, shouldBe: State): readonly string[] {
  const paths = new Set([...is.keys(), ...shouldBe.keys()])
  return [...paths].filter((path) => is.get(path) !== shouldBe.get(path)).map((path) => `${whose}: ${path} differs`)
}
