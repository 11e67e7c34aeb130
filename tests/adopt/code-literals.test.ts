import {describe, expect, it} from 'vitest'
import {codeLiterals} from '../../src/adopt/code-literals.ts'

describe('a configuration in Python', () => {
  it('says what it assigns as literals, and nothing that would have to be computed', () => {
    const text = `#!/usr/bin/env python3
# SITENAME = 'An old name'
import os
from datetime import date

AUTHOR = u'Anna Öhm'  # who speaks
SITENAME = "Night Trains: the podcast"
SITEURL = os.environ.get('SITEURL', 'https://wrong.example')
FEED_DOMAIN = 'https://trains.example'
BLOG_URL: str = FEED_DOMAIN
DESCRIPTION = ("Sleeper trains, "
               "and the people who run them.")
LONG = """Two
lines"""
SOCIAL = (('Mastodon', 'https://social.example/@trains'), ('RSS', '/feed'),)
NAVIGATION = {
    DEFAULT_LANG: (("/archive", "Archive"),),
    'en': 'English',  # a comment, with a comma
    'name': f() or 'x',
}
YEAR = 'from ' + str(date.today().year)
ITUNES = {'author': 'Anna', 'explicit': False, 'owner': {'email': 'anna@trains.example'}}
if True:
    SITENAME = 'Inner'
`
    expect(codeLiterals(text, 'python')).toEqual({
      AUTHOR: 'Anna Öhm',
      SITENAME: 'Night Trains: the podcast',
      FEED_DOMAIN: 'https://trains.example',
      BLOG_URL: 'https://trains.example',
      DESCRIPTION: 'Sleeper trains, and the people who run them.',
      LONG: 'Two\nlines',
      SOCIAL: [
        ['Mastodon', 'https://social.example/@trains'],
        ['RSS', '/feed'],
      ],
      NAVIGATION: {DEFAULT_LANG: [['/archive', 'Archive']], en: 'English', name: null},
      ITUNES: {author: 'Anna', explicit: 'false', owner: {email: 'anna@trains.example'}},
    })
  })
})

const map = `{
  // siteMetadata: {title: 'Old'},
  siteMetadata: {
    title: \`Night Trains\`,
    "description": 'Sleeper trains, and it\\'s people',
    siteUrl, author: {name: "Anna", 'twitter': \`@\${handle}\`},
    tags: ['a', "b", compute(1, {x: 2}), 3],
    get year() { return 2026 },
    ...others,
    /* the end */ explicit: false,
  },
  plugins: [{resolve: 'x', options: {path: \`\${__dirname}/content\`}}],
  count: compute() || 3,
  url: process.env['URL'] ?? 'https://trains.example/',
}`
const read = {
  siteMetadata: {
    title: 'Night Trains',
    description: "Sleeper trains, and it's people",
    siteUrl: 'https://trains.example/',
    author: {name: 'Anna', twitter: null},
    tags: ['a', 'b', null, '3'],
    explicit: 'false',
  },
  plugins: [{resolve: 'x', options: {path: null}}],
  count: null,
  url: 'https://trains.example/',
}
const before = "const handle = process.env.HANDLE\nconst siteUrl = 'https://trains.example/'\n"

describe('a configuration in JavaScript', () => {
  it.each([
    ['module.exports =', ''],
    ['export default', ''],
    ['export default defineConfig(', ')'],
    ['module.exports = () => (', ')'],
    ['module.exports = async function () {\n  return', '\n}'],
    ['const config: GatsbyConfig =', '\nexport default config'],
    ['/** @type {import("x").Config} */\nconst config =', '\nmodule.exports = config'],
    ['export default', ' as const'],
  ])('says in %j what it exports as literals', (start, end) => {
    expect(codeLiterals(`${before}${start} ${map}${end}\n`, 'javascript')).toEqual(read)
  })

  it('says in a module of constants what it exports, and what its only map holds', () => {
    const text =
      "const handle = 'x'\nexport const SITE: Site<A, b[]> = {title: 'Night Trains', handle} satisfies Site\nexport const LANG = 'en'\n"
    const site = {title: 'Night Trains', handle: 'x'}
    expect(codeLiterals(text, 'javascript')).toEqual({...site, SITE: site, LANG: 'en'})
    const two = "export const SITE = {title: 'Night Trains'}\nexport const BLOG = {title: 'Blog'}\n"
    expect(codeLiterals(two, 'javascript')).toEqual({SITE: {title: 'Night Trains'}, BLOG: {title: 'Blog'}})
  })

  it.each([
    ['export default defineConfig({title: "Night Trains", base: "/p"} as Config)'],
    ['export default {check: /[)"]/, title: "Night Trains", base: "/p"}'],
    ['export default {check: [/\\)\\//g, 1], title: "Night Trains", half: 1 / 2, base: "/p"}'],
  ])('says what is literal in %s', (text) => {
    expect(codeLiterals(text, 'javascript')).toMatchObject({title: 'Night Trains', base: '/p'})
  })

  it.each([
    '',
    'module.exports = require("./other")',
    'module.exports = function (config) { config.add(1) }',
    'export default [',
  ])('says nothing in %j', (text) => {
    expect(codeLiterals(text, 'javascript')).toEqual({})
  })
})

describe('a hostile configuration', () => {
  it.each([
    ['brackets', 'A = ('.repeat(50_000), `module.exports = ${'{a: ['.repeat(50_000)}`],
    ['assignments', 'A = (\n'.repeat(50_000), 'const a = (\n'.repeat(50_000)],
    ['quotes', "A = '".repeat(50_000), `module.exports = {a: ${'`${'.repeat(50_000)}`],
    ['comments', 'A = #'.repeat(50_000), `module.exports = ${'/*'.repeat(100_000)}`],
    ['calls', 'A = f(b'.repeat(50_000), `module.exports = ${'f(async () => '.repeat(20_000)}`],
  ])('of many %s ends, long before the test does', (_name, python, script) => {
    expect(() => [codeLiterals(python, 'python'), codeLiterals(script, 'javascript')]).not.toThrow()
  })

  it.each(['{a: 1)', '[1}', '{a: (2]}', '{a: b ]'])(
    'whose brackets do not match, as in %s, is read to its end',
    (value) => {
      const next = `B = {c: 'd'}`
      expect(codeLiterals(`A = ${value}\n${next}\n`, 'python')).toMatchObject({B: {c: 'd'}})
      expect(codeLiterals(`export const A = ${value}\nexport const ${next}\n`, 'javascript')).toMatchObject({
        B: {c: 'd'},
      })
    },
  )

  it('reaches no prototype', () => {
    const read = codeLiterals('module.exports = {__proto__: {a: "b"}, constructor: "c"}', 'javascript')
    expect(Object.keys(read)).toEqual(['__proto__', 'constructor'])
    expect(({} as {a?: string}).a).toBeUndefined()
  })
})
