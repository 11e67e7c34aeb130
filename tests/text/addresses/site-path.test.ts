import {describe, expect, it} from 'vitest'
import {isSitePath, oldSitePath} from '../../../src/text/addresses/site-path.ts'

const site = 'https://example.org/show/'

describe('an old address of a site', () => {
  it.each([
    ['/2019/first.html', '2019/first.html'],
    ['2019/first', '2019/first'],
    ['/2019/first/', '2019/first/'],
    ['/show/2019/first.html', '2019/first.html'],
    ['https://example.org/show/a%20b.html', 'a b.html'],
  ])('%j means the file %j', (reference, path) => {
    expect(oldSitePath(site, reference)).toBe(path)
  })

  it.each([
    '/',
    '/index.html',
    '/?p=17',
    'https://elsewhere.example/one',
    '/../../first.html',
    '/old%2F..%2F..%2F..%2Fhome%2Fme%2Fone.mp3',
    '/%2Fetc%2Fpasswd',
    '/a%5C..%5Cb',
    '/a//b',
    '/a%00b',
    '/.castwright/manifest.json',
    '/.CASTWRIGHT/lock',
    '/%2Ecastwright/x',
    '/c:%2Fwindows',
  ])('%j means no file', (reference) => {
    expect(oldSitePath(site, reference)).toBeUndefined()
  })
})

it.each([
  ['feed.xml', true],
  ['media/.well-known', true],
  ['a/.castwright/b', true],
  ['..feed/x', true],
  ['', false],
  ['/feed.xml', false],
  ['a/../b', false],
  ['a/', false],
])('%j may be a file of a site: %j', (path, expected) => {
  expect(isSitePath(path)).toBe(expected)
})
