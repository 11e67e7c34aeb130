import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {adoptShow, build, changesAsText, compare} from '../../src/index.ts'
import {rowsOfSeries} from '../series.ts'
import {answersFor, realShows} from './adopted-shows.ts'
import {liveFeed} from './live-feed.ts'
import {hasMaterial, materialFolder} from './material.ts'

const now = new Date('2030-01-01T00:00:00Z')
const site = 'https://show.example/'

const rows = realShows.flatMap((show) => [true, false].map((hasQueries) => ({...show, show, hasQueries})))

describe.skipIf(!hasMaterial('real2/expect.json'))('a repository whose live feed is at a host', () => {
  // Each takes seconds: `CASTWRIGHT_SERIES=whole` tries all of them.
  it.each(rowsOfSeries(rows, 7))(
    '$name $folder: nobody loses or gets anything twice, queries $hasQueries',
    async (row) => {
      const {show, hasQueries, folder} = row
      const root = mkdtempSync(join(tmpdir(), 'castwright-adopt-feed-'))
      onTestFinished(() => rmSync(root, {recursive: true}))
      cpSync(join(materialFolder, show.set, show.name), root, {recursive: true})
      const feed = liveFeed(answersFor(show), {site, mediaBase: 'https://media.example/show/', hasQueries})
      writeFileSync(join(root, 'live.rss'), feed)
      const adopted = await adoptShow(root, {now, feed: join(root, 'live.rss'), siteUrl: site, show: folder || '.'})
      const report = adopted.ok ? adopted.value.find((each) => each.folder === folder) : undefined
      expect(adopted.problems.map(({code, message}) => `${code}: ${message}`)).toEqual([])
      expect(report?.joined?.onlyInFeed).toEqual([])
      const listed = answersFor(show).map(({file}) => file)
      const others = report?.joined?.onlyInFiles ?? []
      expect(others.filter((file) => listed.some((each) => each.endsWith(`/${file}`)))).toEqual([])
      const home = join(root, folder)
      const compared = await compare(readFileSync(join(root, 'live.rss')), home, {now})
      if (!compared.ok || compared.value === undefined) throw new Error(JSON.stringify(compared.problems.slice(0, 3)))
      const {changes, hurts} = compared.value
      expect({hurts, said: hurts ? changesAsText(compared.value).slice(0, 2000) : ''}).toEqual({hurts: false, said: ''})
      expect(changes.filter(({kind}) => kind === 'new')).toHaveLength(others.length)
      const built = await build(home, join(root, 'out'), {now})
      expect(built.problems.filter(({severity}) => severity === 'error')).toEqual([])
      for (const page of ['archive/0.html', 'listen/3/index.html']) {
        expect(readFileSync(join(root, 'out', page), 'utf8')).toContain('http-equiv="refresh"')
      }
    },
  )
})
