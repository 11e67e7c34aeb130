import {describe, expect, it} from 'vitest'
import {episodeFile, temporaryShow} from '../temporary-show.ts'
import {castwright} from './castwright.ts'

describe('castwright show', () => {
  it('prints what an app shows, or gives it as JSON', async () => {
    const folder = temporaryShow({'one.md': episodeFile('one', ['title: "A \\e[31mtitle"'])})
    const text = await castwright(['show', 'one', folder, '--as', 'spotify'])
    expect([text.status, text.stdout.split('\n').slice(0, 5)]).toEqual([
      0,
      ['A ·[31mtitle', 'Trial Run, in Spotify', '', 'Notes (description)', '  Hello.'],
    ])
    const json = JSON.parse((await castwright(['show', 'one', folder, '--format', 'json'])).stdout)
    expect(json).toMatchObject({app: 'apple', notes: {html: '<p>Hello.</p>'}})
  })

  it('says which apps and which episodes there are', async () => {
    const folder = temporaryShow({'one.md': episodeFile('one')})
    const app = await castwright(['show', 'one', folder, '--as', 'itunes'])
    expect([app.status, app.stderr]).toEqual([2, expect.stringContaining('Known: apple, spotify, overcast, youtube')])
    const episode = await castwright(['show', 'two', folder])
    expect([episode.status, episode.stdout]).toEqual([1, expect.stringContaining('There is: one.md')])
  })
})
