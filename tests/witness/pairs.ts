import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {publishedProblems} from '../../src/lock/lock-problems.ts'
import {build} from '../../src/uses/build.ts'
import {compareOutput} from '../../src/uses/compare.ts'
import {actionsOnEpisodes} from './actions-on-episodes.ts'
import {actionsOnFeeds, actionsOnShow} from './actions-on-show.ts'
import type {Action} from './deeds.ts'
import {lossesBetween} from './oracle.ts'
import {declared, now} from './published-show.ts'

const actions: readonly Action[] = [...actionsOnEpisodes, ...actionsOnFeeds, ...actionsOnShow]

/** Who tells the build what was published. In CI there is often the lock alone. */
export type Witness = 'output' | 'lock'
export type Pair = {readonly one: Action; readonly other: Action; readonly witness: Witness}

/** A pair of actions by its number, each time the same for a seed; none comes twice before all were there. */
export function pairAt(index: number, seed: number): Pair {
  const all = actions.length * (actions.length - 1)
  // Steps of a size that has no divisor in common with their number come by all pairs.
  let step = Math.floor(all * 0.618) + seed
  while (divisor(step, all) > 1) step += 1
  const at = (seed * 7919 + index * step) % all
  const first = Math.floor(at / (actions.length - 1))
  const rest = at % (actions.length - 1)
  const [one, other] = [actions[first], actions[rest < first ? rest : rest + 1]]
  if (one === undefined || other === undefined) throw new Error('There is no such pair')
  return {one, other, witness: index % 3 === 0 ? 'lock' : 'output'}
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

type Alone = {readonly keys: readonly string[]; readonly losses: readonly string[]}

/** What each action needs to be accepted, and what is lost by it then; asked once. */
const alone = new Map<Action, Promise<Alone>>()

function actionAlone(published: string, action: Action): Promise<Alone> {
  const known = alone.get(action) ?? tryAlone(published, action)
  alone.set(action, known)
  return known
}

async function tryAlone(published: string, action: Action): Promise<Alone> {
  return inCopy(published, async (folder) => {
    action.does(folder)
    const keys = keysIn((await build(folder, join(folder, 'output'), {now, cache: false})).problems)
    const accepted = await build(folder, join(folder, 'output'), {now, cache: false, accept: keys})
    return {keys, losses: accepted.ok ? lossesBy(published, folder, [action]) : []}
  })
}

/** As an author takes them from the messages. */
function keysIn(problems: readonly {readonly hint?: string}[]): readonly string[] {
  return problems.flatMap(({hint = ''}) => /castwright build --accept (\S+)/.exec(hint)?.[1] ?? [])
}

async function inCopy<T>(published: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-pair-'))
  try {
    cpSync(published, folder, {recursive: true, preserveTimestamps: true})
    return await work(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function lossesBy(published: string, folder: string, done: readonly Action[]): readonly string[] {
  const redirects = done.some((action) => action.redirects === true)
  const losses = lossesBetween(join(published, 'output'), join(folder, 'output'), {...declared, redirects})
  return losses.filter((loss) => !done.some(({meant}) => meant?.test(loss) === true))
}

/** Changes of which no file of an output tells: media on servers lie elsewhere. */
const unseen = ['guid-reused', 'episode-replaced', 'enclosure-type-changed', 'publication-moved', 'media-bytes-changed']

/**
 * What is wrong with how the program takes two actions in one build: a build that passes loses nothing, one that stops would lose
 * something, `compare` says the same beforehand, and who accepts the first action has accepted nothing of the other. `undefined`
 * where the one leaves nothing for the other.
 */
export async function faultsOf(published: string, {one, other, witness}: Pair): Promise<readonly string[] | undefined> {
  return inCopy(published, async (folder) => {
    if (!one.does(folder) || !other.does(folder)) return undefined
    const output = join(folder, 'output')
    if (witness === 'lock' && hasSameLock(published, folder)) rmSync(output, {recursive: true})
    const compared = await compareOutput(join(published, 'output'), folder, {now})
    const hurts = compared.ok ? compared.value?.hurts : undefined
    const plain = await build(folder, output, {now, cache: false})
    if (plain.ok) {
      const losses = lossesBy(published, folder, [one, other])
      return [
        ...losses.map((loss) => `passes, though ${loss}`),
        ...(hurts === true ? ['compare alone says it hurts'] : []),
      ]
    }
    const errors = plain.problems.filter(({severity}) => severity === 'error').map(({code}) => code)
    const needed = await actionAlone(published, one)
    const first = await build(folder, output, {now, cache: false, accept: needed.keys})
    const accepted = first.ok
      ? first
      : await build(folder, output, {now, cache: false, accept: Object.keys(publishedProblems)})
    // Two files of one slug cannot be published at all.
    if (!accepted.ok) return []
    const losses = lossesBy(published, folder, [one, other])
    const isSilent = losses.length === 0 && !errors.some((code) => unseen.includes(code))
    return [
      ...(first.ok ? await unaccepted(published, [one, other], losses) : []),
      ...(isSilent ? [`stops by ${[...new Set(errors)].join(', ')}, though nothing is lost`] : []),
      ...(hurts === false && losses.length > 0 ? [`compare says nothing hurts, though ${losses[0]}`] : []),
    ]
  })
}

function hasSameLock(one: string, other: string): boolean {
  const [a, b] = [one, other].map((folder) => {
    try {
      return readFileSync(join(folder, 'castwright.lock.json'), 'utf8')
    } catch {
      return ''
    }
  })
  return a === b
}

/** What went with the first action's acceptance and is not of it. What both need accepted is said of both in one message. */
async function unaccepted(
  published: string,
  [one, other]: readonly [Action, Action],
  losses: readonly string[],
): Promise<readonly string[]> {
  const [first, second] = [await actionAlone(published, one), await actionAlone(published, other)]
  // Who accepts that another show takes this one's place accepts that all of it goes.
  if (first.keys.includes('output-of-another-show')) return []
  // Without the lock everything of an episode is in one message.
  const whole = first.keys.filter((key) => key.startsWith('unrecorded-loss:')).map((key) => key.replace(/.*:/, ':'))
  if (second.keys.some((key) => first.keys.includes(key) || whole.some((name) => key.endsWith(name)))) return []
  const known = new Set(first.losses.map((loss) => ofItsKind(loss, one)))
  return losses
    .filter((loss) => !known.has(ofItsKind(loss, one)))
    .map((loss) => `with ${first.keys.join(' ') || 'nothing'} accepted it passes, though ${loss}`)
}

/** Who accepts that a window is made smaller accepts whichever item is beyond its end: a new one moves it. */
function ofItsKind(loss: string, {moves}: Action): string {
  const left = /^newest\.xml lost the item/.exec(loss)?.[0] ?? moves?.exec(loss)?.[0]
  return left ?? loss
}
