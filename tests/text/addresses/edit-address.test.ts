import {expect, it} from 'vitest'
import {editAddress, editBaseOf} from '../../../src/text/addresses/edit-address.ts'

it.each([
  ['https://github.com/kim/trial', 'https://github.com/kim/trial/edit/main/'],
  ['https://github.com/kim/trial.git', 'https://github.com/kim/trial/edit/main/'],
  ['https://github.com/kim/trial/tree/v2/shows/a%20b/', 'https://github.com/kim/trial/edit/v2/shows/a%20b/'],
  ['https://gitlab.com/group/sub/trial', 'https://gitlab.com/group/sub/trial/-/edit/main/'],
  ['https://gitlab.com/kim/trial/-/tree/main/show?ref_type=heads', 'https://gitlab.com/kim/trial/-/edit/main/show/'],
  ['https://code.example/kim/trial/-/tree/main', 'https://code.example/kim/trial/-/edit/main/'],
  ['https://codeberg.org/kim/trial', 'https://codeberg.org/kim/trial/_edit/main/'],
  ['https://codeberg.org/kim/trial/src/branch/next/show', 'https://codeberg.org/kim/trial/_edit/next/show/'],
  ['https://git.example/kim/trial/src/branch/main', 'https://git.example/kim/trial/_edit/main/'],
])('the files of %s are edited below %s', (address, base) => {
  expect(editBaseOf(address)).toBe(base)
})

it.each([
  'https://example.org/kim/trial',
  'https://github.com/kim',
  'http://github.com/kim/trial',
  'javascript:alert(1)//github.com/a/b',
  'kim/trial',
  'https://notgithub.com/kim/trial',
])('%s is no folder of a repository', (address) => {
  expect(editBaseOf(address)).toBeUndefined()
})

it.each([
  ['one.vtt', 'https://x.example/one.vtt'],
  ['a b/"c".vtt', 'https://x.example/a%20b/%22c%22.vtt'],
  ['../texts/one.vtt', undefined],
  ['/etc/passwd', undefined],
])('%s is edited at %s', (file, address) => {
  expect(editAddress('https://x.example/', file)).toBe(address)
})
