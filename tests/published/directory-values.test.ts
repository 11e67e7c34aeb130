import {describe, expect, it} from 'vitest'
import {captured} from '../captured.ts'
import {episodeFile, feedsOf, planFiles, showFile} from '../temporary-show.ts'

describe('values that directories read', () => {
  it.each(['Software How-To', 'Technology > Podcasting', 'technologie', 'Society &amp; Culture > Travel'])(
    'the category "%s" is left out, and said at its place',
    async (category) => {
      const {problems} = await planFiles({
        'show.yaml': showFile(`categories: ["${category}"]`),
        'one.md': episodeFile('one'),
      })
      const refused = {code: 'value-invalid', severity: 'warning', file: 'show.yaml', line: 10}
      expect(problems).toEqual([expect.objectContaining(refused)])
    },
  )

  it.each([
    ['yes', 'true'],
    ['no', 'false'],
    ['clean', 'false'],
    ['True', 'true'],
    ['explicit', 'true'],
  ])('explicit: %s is written as %s', async (written, value) => {
    const {rss} = await feedsOf({
      'show.yaml': showFile(`explicit: ${written}`),
      'one.md': episodeFile('one', [`explicit: ${written}`]),
    })
    expect(captured(rss, /<itunes:explicit>(.*)<\/itunes:explicit>/g)).toEqual([value, value])
  })
  it('the lock of a show says whom to ask, as podcast-partytime wants it', async () => {
    const locked = 'locked: {locked: true, owner: kim@trial.example}'
    const {rss} = await feedsOf({'show.yaml': showFile(locked), 'one.md': episodeFile('one')})
    expect(rss).toContain('<podcast:locked owner="kim@trial.example">yes</podcast:locked>')
  })
})
