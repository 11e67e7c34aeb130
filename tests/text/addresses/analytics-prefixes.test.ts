import {describe, expect, it} from 'vitest'
import {isSameMedia, measuredUrl} from '../../../src/text/addresses/analytics-prefixes.ts'

const guid = '0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21'
const file = 'https://media.example/a%20b.mp3'

describe('an address by way of services that count', () => {
  it.each([
    ['none', file, [], file],
    ['OP3, with the show', file, ['op3'], `https://op3.dev/e,pg=${guid}/media.example/a%20b.mp3`],
    [
      'Podtrac, with the extension',
      'https://m.example/a.m4a',
      ['podtrac'],
      'https://dts.podtrac.com/redirect.m4a/m.example/a.m4a',
    ],
    [
      'several, the first outermost',
      file,
      ['op3', 'podtrac', 'https://pdcn.co/e'],
      `https://op3.dev/e,pg=${guid}/dts.podtrac.com/redirect.mp3/pdcn.co/e/media.example/a%20b.mp3`,
    ],
    ['http, which stays', 'http://m.example/a.mp3', ['op3'], `https://op3.dev/e,pg=${guid}/http://m.example/a.mp3`],
    [
      'a query, which stays the end',
      'https://m.example/a.mp3?b=1&c',
      ['podscribe'],
      'https://verifi.podscribe.com/rss/p/m.example/a.mp3?b=1&c',
    ],
    ['one that it has already', 'https://op3.dev/e/m.example/a.mp3', ['op3'], 'https://op3.dev/e/m.example/a.mp3'],
  ])('%s', (_what, url, prefixes, measured) => {
    expect(measuredUrl(url, prefixes, guid)).toBe(measured)
  })

  it.each([
    ['https://Media.Example/A.mp3', 'HTTPS://media.example/A.mp3'],
    ['https://op3.dev/e/media.example/a.mp3', 'https://media.example/a.mp3'],
    [
      `https://op3.dev/e,pg=${guid}/dts.podtrac.com/redirect.mp3/media.example/a.mp3`,
      'https://pdst.fm/e/media.example/a.mp3',
    ],
    ['https://op3.dev/e/http://media.example/a.mp3', 'http://media.example/a.mp3'],
    ['https://counts.example/x/7/media.example/a.mp3', 'https://media.example/a.mp3'],
    ['https://chtbl.com/track/12AB/media.example/a.mp3', 'https://media.example/a.mp3'],
  ])('is that of the same file: %s and %s', (one, other) => {
    expect(isSameMedia(one, other)).toBe(true)
    expect(isSameMedia(other, one)).toBe(true)
  })

  it.each([
    ['https://op3.dev/e/media.example/a.mp3', 'https://media.example/b.mp3'],
    ['https://media.example/a.mp3', 'https://other.example/a.mp3'],
    ['https://media.example/a.mp3', 'https://media.example/A.mp3'],
    ['https://media.blubrry.com/show/a.mp3', 'https://media.example/show/a.mp3'],
  ])('is not that of another: %s and %s', (one, other) => {
    expect(isSameMedia(one, other)).toBe(false)
  })
})
