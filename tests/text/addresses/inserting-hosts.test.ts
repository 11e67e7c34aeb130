import {describe, expect, it} from 'vitest'
import {insertingHost} from '../../../src/text/addresses/inserting-hosts.ts'

describe('a host that puts advertisements into files', () => {
  it.each([
    ['https://traffic.megaphone.fm/ABC123.mp3?updated=1', 'Megaphone'],
    ['https://dts.podtrac.com/redirect.mp3/pdst.fm/e/Traffic.Omny.FM/d/clips/1/audio.mp3', 'Omny Studio'],
    ['https://acast.com/1.mp3', 'Acast'],
    ['https://media.example.org/megaphone.fm/1.mp3', undefined],
    ['https://notmegaphone.fm/1.mp3', undefined],
    ['001-first.mp3', undefined],
  ])('is known by the address %s', (url, name) => {
    expect(insertingHost(url)).toBe(name)
  })
})
