import {rmSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {rowsOfSeries} from '../series.ts'
import {actionsInTime} from './actions-in-time.ts'
import {actionsOnEpisodes} from './actions-on-episodes.ts'
import {actionsOnFiles} from './actions-on-files.ts'
import {actionsOnPlaces} from './actions-on-places.ts'
import {actionsOnFeeds, actionsOnShow} from './actions-on-show.ts'
import {publish, tryOut} from './tried-show.ts'

let published = ''
beforeAll(async () => {
  published = await publish()
}, 120_000)
afterAll(() => rmSync(published, {recursive: true, force: true}))

describe.each([
  ['an episode', actionsOnEpisodes],
  ['files and how they are written', actionsOnFiles],
  ['a feed', actionsOnFeeds],
  ['the show and its lock', actionsOnShow],
  ['addresses, parts of the site and members', actionsOnPlaces],
  ['what it published in the meantime', actionsInTime],
])('what an author does to %s', (_to, actions) => {
  it.each(rowsOfSeries(actions, 32))(
    '$what',
    async ({first, does, says, warns, meant}) => {
      const tried = await tryOut(published, [does], 'output', first)
      expect(tried?.errors).toEqual([...says].sort())
      // One episode has no media from the start, which each build says.
      const warnings = tried?.warnings.filter((code) => code !== 'episode-without-media')
      if (warns !== undefined) expect(warnings).toEqual(warns)
      // What passes loses nothing, by the word of who knows nothing of the program; and `compare` says the same beforehand.
      expect(tried?.losses.filter((loss) => meant?.test(loss) !== true)).toEqual([])
      // Two files at one path show when they are written, and `compare` writes none.
      if (tried?.hurts !== undefined && !says.includes('output-collision'))
        expect(tried.hurts).toBe(says.some((code) => code !== 'publication-moved'))
    },
    120_000,
  )
})
