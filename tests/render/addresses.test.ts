import fc from 'fast-check'
import {expect, it} from 'vitest'
import {type AbsoluteUrl, absoluteUrl} from '../../src/model/absolute-url.ts'
import {siteAddress} from '../../src/model/site-paths.ts'
import {runs} from '../series.ts'

const segment = fc.stringMatching(/^[a-zA-Z0-9.~_%é :-]{1,8}$/).filter((text) => !/^\.{1,2}$/.test(text))
const path = fc.tuple(fc.array(segment, {minLength: 1, maxLength: 4}), fc.constantFrom('', '/'))
const sites = [
  'https://site.example/',
  'https://site.example/a/b/',
  'https://site.example/a/b',
  'https://site.example/?q=/',
]

it('gives a path below the site the address that resolving it gives, the short way or not', () => {
  fc.assert(
    fc.property(path, fc.constantFrom(...sites), ([segments, end], site) => {
      const siteUrl = absoluteUrl(site) as AbsoluteUrl
      const encoded = `${segments.map(encodeURIComponent).join('/')}${end}`
      expect(siteAddress(siteUrl, `${segments.join('/')}${end}`)).toBe(absoluteUrl(encoded, siteUrl))
    }),
    runs(2000),
  )
})
