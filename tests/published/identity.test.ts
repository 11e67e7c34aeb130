import {describe, expect, it} from 'vitest'
import {captured} from '../captured.ts'
import {episodeFile, feedsOf, planFiles, showFile} from '../temporary-show.ts'

describe('the identity of an episode', () => {
  const guidOf = async (lines: readonly string[], show: readonly string[] = []) => {
    const {rss} = await feedsOf({'show.yaml': showFile(...show), 'one.md': episodeFile('one', lines)})
    return captured(rss, /<guid isPermaLink="false">(.*)<\/guid>/g)
  }

  it.each(['https://trial.example/?p=12', 'tag:trial.example,2026:1', 'Episode 1', 'https://trial.example//one//'])(
    'is the author’s, byte for byte, and no permalink: %s',
    async (guid) => {
      expect(await guidOf([`guid: "${guid}"`])).toEqual([guid])
    },
  )

  it.each([
    ['title', ['title: Another title']],
    ['date', ['date: 2026-02-01']],
    ['media address', ['audio: {url: https://elsewhere.example/1.mp3, size: 6000000, duration: 10:01}']],
    ['blank guid', ['guid: ""']],
    ['guid of zeros', ['guid: 00000000-0000-0000-0000-000000000000']],
  ])('does not follow the %s', async (_what, lines) => {
    const [guid] = await guidOf([])
    expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/)
    expect(await guidOf(lines)).toEqual([guid])
  })

  it('does not follow the address of the site or of the media', async () => {
    const moved = ['site_url: https://new.example/podcast/', 'media_url: https://cdn.example/']
    expect(await guidOf([], moved)).toEqual(await guidOf([]))
  })
})

describe('the guid of a show', () => {
  it.each([
    ['https://podnews.net', 'rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['http://podnews.net/', 'rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['https://mp3s.nashownotes.com/', 'pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
  ])('of %s/%s is the one that directories derive', async (site, path, guid) => {
    const {files} = await planFiles({
      'show.yaml': showFile('guid:', `site_url: ${site}`, `feeds: {rss: ${path}}`),
      'one.md': episodeFile('one'),
    })
    expect(captured(files.get(path) ?? '', /<podcast:guid>(.*)<\/podcast:guid>/g)).toEqual([guid])
  })
})
