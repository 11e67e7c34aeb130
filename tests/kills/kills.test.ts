import {rmSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {bounded, inParts} from '../series.ts'
import {type Aim, type Deed, killOnce, openWorld, type World} from './kills.ts'

// One at a call and two at a moment, one of these beside another build; `npm run kills -- --count 500` tries more of them.
const {cases, seed} = bounded(3)
const kinds: readonly Aim['kind'][] = ['rename', 'deletion', 'lock', 'any', 'write']

/** A third at a call, the others at a moment; a third with another build at the same time. */
function deedOf(index: number): Deed {
  const number = index + seed * 7919
  const isWithAnother = Math.floor(number / 3) % 3 === 0
  if (number % 3 !== 0) return {kill: {share: 0.3 + 0.8 * ((number * 0.618) % 1)}, isWithAnother}
  const kind = kinds[Math.floor(number / 9) % kinds.length] ?? 'any'
  return {kill: {aim: {kind, at: number * 31, when: number % 2 === 0 ? 'before' : 'after'}}, isWithAnother}
}

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(() => rmSync(world.folder, {recursive: true, force: true}))

describe('a build that is killed', () => {
  it.each(inParts(cases, 10).map((part) => [part[0], part] as const))(
    'leaves whole files, feeds that name what is there, the files of the author, and a next build that does it all (from kill %i on)',
    async (_from, part) => {
      const faults: string[] = []
      let killed = 0
      for (const index of part) {
        const deed = deedOf(index)
        const found = await killOnce(world, index % 2 === 0 ? 'second' : 'first', deed)
        if (found.wasKilled) killed += 1
        for (const fault of found.faults) faults.push(`${index} ${JSON.stringify(deed)}: ${fault}`)
      }
      expect(faults.join('\n')).toBe('')
      // Some moments come after the end of the build. In a part of ten, these may be more than half of them.
      expect(killed).toBeGreaterThanOrEqual(Math.floor(part.length / 3))
    },
    1_200_000,
  )
})
