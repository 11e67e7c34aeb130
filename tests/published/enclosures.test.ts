import {describe, expect, it} from 'vitest'
import {captured} from '../captured.ts'
import {episodeFile, feedsOf, media} from '../temporary-show.ts'

describe('enclosures', () => {
  it('have the type and the size of their bytes', async () => {
    const {rss} = await feedsOf({
      'one.md': episodeFile('one', ['audio:', 'date: 2026-01-04']),
      'one.mp3': media.mp3,
      'two.md': episodeFile('two', ['audio:', 'date: 2026-01-03']),
      'two.m4a': media.m4a,
      'three.md': episodeFile('three', ['audio:', 'date: 2026-01-02']),
      'three.mp4': media.mp4,
      'four.md': episodeFile('four', ['audio:', 'date: 2026-01-01']),
      // The name says MP3, as on a server that renames what it is sent.
      'four.mp3': media.m4a,
    })
    expect(captured(rss, /<enclosure [^>]*(length="\d+" type="[^"]+")/g)).toEqual([
      `length="${media.mp3.length}" type="audio/mpeg"`,
      `length="${media.m4a.length}" type="audio/x-m4a"`,
      `length="${media.mp4.length}" type="video/mp4"`,
      `length="${media.m4a.length}" type="audio/x-m4a"`,
    ])
  })

  it('of sound stand beside no video, which a web player would show as a black picture', async () => {
    const {rss, json} = await feedsOf({
      'one.md': episodeFile('one', ['audio:']),
      'one.mp3': media.mp3,
      'one.mp4': media.mp4,
      'one.opus': media.ogg,
    })
    expect(captured(rss, /<enclosure [^>]*type="([^"]+)"/g)).toEqual(['audio/mpeg'])
    expect(captured(rss, /<podcast:alternateEnclosure type="([^"]+)"/g)).toEqual(['audio/ogg'])
    expect(json.items[0]?.attachments?.map(({mime_type}) => mime_type)).toEqual([
      'audio/mpeg',
      'audio/ogg',
      'video/mp4',
    ])
  })

  it('have names of their own, because some apps save by name alone', async () => {
    const episodes = ['a', 'b'].flatMap((name) => [
      [`${name}/index.md`, episodeFile(name, ['audio:'])] as const,
      [`${name}/audio.mp3`, media.mp3] as const,
    ])
    const {rss} = await feedsOf(Object.fromEntries(episodes))
    const names = captured(rss, /<enclosure url="[^"]*\/([^"/]+)"/g)
    expect(names.length).toBe(2)
    expect(new Set(names).size).toBe(2)
  })
  it('have a type, a length in seconds beside it, and no query', async () => {
    const {rss} = await feedsOf({'one.md': episodeFile('one', ['audio:']), 'one.mp3': media.mp3})
    const [enclosure = ''] = captured(rss, /(<enclosure [^>]*>)/g)
    expect(enclosure).toBe(
      `<enclosure url="https://trial.example/media/one.mp3" length="${media.mp3.length}" type="audio/mpeg"/>`,
    )
    expect(captured(rss, /<itunes:duration>(\d+)<\/itunes:duration>/g)).toEqual(['1'])
  })

  it('of unknown size have the length 0, never none', async () => {
    const audio = 'audio: {url: https://media.example/one.mp3, duration: 10:00}'
    const {rss, json} = await feedsOf({'one.md': episodeFile('one', [audio])})
    expect(captured(rss, /<enclosure [^>]*length="(\d*)"/g)).toEqual(['0'])
    expect(json.items[0]?.attachments?.[0]).not.toHaveProperty('size_in_bytes')
  })
})
