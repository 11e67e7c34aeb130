import {describe, expect, it} from 'vitest'
import {atomId} from '../../../src/serialise/atom.ts'
import {isUri} from '../../../src/text/addresses/uri-syntax.ts'

const uris = [
  'https://example.com/1',
  'https://example.com/é',
  'tag:soundcloud,2010:tracks/383463917',
  'tag:example.com,2024-02-29:one',
  'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
  'gid://art19-episode-locator/V0/abc',
  'yt:video:abc',
]
const others = [
  'one',
  'example.com/1',
  'https://',
  'https://example.com/a b',
  'https://example.com/%zz',
  'https://example.com/[1]',
  'tag:example.com:one',
  'tag:example.com,2024-02-30:one',
  'urn:uuid:episode-1',
  'urn:my.space:1',
]

describe('a URI', () => {
  it.each(uris)('is %s, and a guid like it is the id in Atom', (text) => {
    expect(isUri(text)).toBe(true)
    expect(atomId(text)).toBe(text)
  })

  it.each(others)('is not %s, and a guid like it, which must stay, has an id in Atom that is valid', (text) => {
    expect(isUri(text)).toBe(false)
    expect(isUri(atomId(text))).toBe(true)
  })
})
