import {describe, expect, it} from 'vitest'
import {type OutputFile, plan, type TakePlannedFile} from '../../src/index.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')

const show = {
  'show.yaml': showFile('categories: [Technology]'),
  '001-dawn.md': episodeFile('dawn', ['date: 2026-01-01']),
  '002-july.md': episodeFile('july', ['date: 2026-07-01']),
  '003-draft.md': episodeFile('draft', ['draft: true']),
}

describe('a plan', () => {
  it('is a value: what is published, and what becomes of each episode', async () => {
    const folder = temporaryShow({...show, '004-wrong.md': '---\ntitle: Wrong\ndate: never\n---\n'})
    const planned = await plan(folder, {now}, async () => {})
    expect(planned.problems.map(({code, file}) => `${code} ${file}`)).toContainEqual('value-invalid 004-wrong.md')
    if (!planned.ok) throw new Error('it has no value')
    const {summary, items, lock, served, channel, episodes} = planned.value
    expect(episodes.map(({kind}) => kind)).toEqual(['published', 'held-back', 'held-back', 'failed'])
    expect(items.map(({slug}) => slug)).toEqual(['001-dawn'])
    expect(lock.lock.episodes.map(({slug}) => slug)).toEqual(['001-dawn'])
    expect(lock.before).toEqual({})
    expect(summary).toMatchObject({published: 1, drafts: 1, scheduled: [new Date('2026-07-01T00:00:00Z')]})
    expect(channel.title).toBe(summary.title)
    expect(served.siteUrl).toBe(summary.siteUrl)
  })

  it('is none where the show itself cannot be read', async () => {
    const planned = await plan(temporaryShow({'show.yaml': 'title: [}'}), {now}, async () => {})
    expect(planned).not.toHaveProperty('value')
  })

  it.each<[string, (paths: string[]) => unknown]>([
    ['nothing', () => undefined],
    ['a promise of nothing', async () => {}],
    ['whatever the last call of a function gave', (paths) => paths.length],
  ])('takes %s as the word that a file is fine, from code in plain JavaScript', async (_what, said) => {
    const paths: string[] = []
    const take = (file: OutputFile) => {
      paths.push(file.path)
      return said(paths)
    }
    const planned = await plan(temporaryShow(show), {now}, take as TakePlannedFile)
    expect(planned.problems.filter(({severity}) => severity === 'error')).toEqual([])
    expect(paths).toContain('feed.xml')
  })

  it('has the problems that are said of its files', async () => {
    const found = {code: 'output-collision', severity: 'error', message: 'Two want it', file: '001-dawn.md'} as const
    const planned = await plan(temporaryShow(show), {now}, ({path}) => (path === 'feed.xml' ? [found] : undefined))
    expect(planned.problems).toContainEqual(found)
  })
})
