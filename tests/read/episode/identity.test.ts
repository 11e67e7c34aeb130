import {describe, expect, it} from 'vitest'
import {episodeGuid, episodeSlug, podcastGuidOf} from '../../../src/read/episode/identity.ts'

describe('podcastGuidOf', () => {
  // The specification's own examples.
  it.each([
    ['https://podnews.net/rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['https://mp3s.nashownotes.com/pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
    ['http://podnews.net/rss//', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
  ])('%s', (url, guid) => {
    expect(podcastGuidOf(url)).toBe(guid)
  })
})

describe('episodeGuid', () => {
  const show = '9b024349-ccf0-5f69-a609-6b82873eab3c'
  it.each(['show//episode/001', ' https://example.org/?p=1 ', 'ÄÖ<&>', '0'])('keeps %j byte for byte', (guid) => {
    expect(episodeGuid(guid, show, 'one')).toBe(guid === '0' ? episodeGuid(undefined, show, 'one') : guid)
  })

  it('takes zeros for no guid', () => {
    expect(episodeGuid('00000000-0000-0000-0000-000000000000', show, 'one')).toBe(episodeGuid(undefined, show, 'one'))
  })

  it('follows from show and slug alone, and is a UUID of version 5', () => {
    const guid = episodeGuid(undefined, show, 'one')
    expect(guid).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(episodeGuid(undefined, show, 'one')).toBe(guid)
    expect(episodeGuid(undefined, show, 'two')).not.toBe(guid)
    expect(episodeGuid(undefined, '917393e3-1b1e-5cef-ace4-edaa54e1f810', 'one')).not.toBe(guid)
  })
})

describe('episodeSlug', () => {
  it.each([
    [{slug: '000-rust-1.36.0'}, 'x', '000-rust-1.36.0'],
    [{slug: 'First Light!'}, 'x', 'first-light'],
    [{slug: '../../etc/passwd'}, 'x', 'passwd'],
    [{slug: '..'}, 'first', 'first'],
    [{permalink: '/episodes/first-light/'}, 'x', 'first-light'],
    [{permalink: '/episodes/first-light.html'}, 'x', 'first-light'],
    [{permalink: '/:year/:title/'}, 'first', 'first'],
    [{}, '2024-01-31-first-light', 'first-light'],
    [{}, '001-first-light', '001-first-light'],
    [{}, '012 -Why `getUserMedia()`?', '012-why-getusermedia'],
    [{}, '2024-01-31', '2024-01-31'],
  ])('%j in %s: %s', (authored, stem, slug) => {
    expect(episodeSlug(authored, stem)).toBe(slug)
  })

  it('names an episode without a Latin letter by something that stays', () => {
    const slug = episodeSlug({}, '第一回')
    expect(slug).toMatch(/^episode-[\da-f]{8}$/)
    expect(episodeSlug({}, '第一回'.normalize('NFD'))).toBe(slug)
    expect(episodeSlug({}, '第二回')).not.toBe(slug)
  })
})
