import {rmSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {bounded, inParts} from '../series.ts'
import {faultsOf, pairAt} from './pairs.ts'
import {publish} from './tried-show.ts'

// `npm run pairs -- --count 2000 --seed 7` tries more of them; `--count 1 --from 1234` one of them again.
const {cases, seed} = bounded(4)

let published = ''
beforeAll(async () => {
  published = await publish()
}, 120_000)
afterAll(() => rmSync(published, {recursive: true, force: true}))

describe('two actions in one build', () => {
  it.each(inParts(cases, 10).map((part) => [part[0], part] as const))(
    'pass only where nobody loses anything, as `compare` says beforehand (from pair %i on)',
    async (_from, part) => {
      const faults: string[] = []
      let tried = 0
      for (const index of part) {
        const pair = pairAt(index, seed)
        const found = await faultsOf(published, pair)
        if (found !== undefined) tried += 1
        const name = `${index}, ${pair.one.what} + ${pair.other.what} (by the ${pair.witness})`
        for (const fault of found ?? []) faults.push(`${name}: ${fault}`)
      }
      expect(faults.join('\n')).toBe('')
      expect(tried).toBeGreaterThanOrEqual(Math.floor(part.length * 0.8))
    },
    600_000,
  )
})
