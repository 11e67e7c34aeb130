import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {appleCategories} from '../../../src/tags/kinds/apple-categories.ts'
import {categories} from '../../../src/tags/kinds/value-categories.ts'
import type {Authored, ValueKind} from '../../../src/tags/kinds/value-kind.ts'
import {booleanKind, decimal, integer, oneOf, text} from '../../../src/tags/kinds/value-kinds.ts'
import {dateTime, duration, durationInMinutes, sizeInBytes, timestamp} from '../../../src/tags/kinds/value-numbers.ts'
import {checked, eitherOf, listOf, objectOf} from '../../../src/tags/kinds/value-shapes.ts'
import {email, languageTag, prose, titleText, urlOrPath, uuid, webUrl} from '../../../src/tags/kinds/value-texts.ts'

const context = {timeZone: 'Europe/Berlin'}
const absent = 'absent'

/** The value, `absent`, or what is said of it. */
function read<T>(kind: ValueKind<T>, authored: Authored): unknown {
  const reading = kind.read(authored, context)
  if ('absent' in reading) return absent
  return 'wrong' in reading ? `wrong: ${reading.wrong} | ${reading.hint ?? ''}` : reading.value
}

type Case = readonly [authored: Authored, expected: unknown]

function describeKind<T>(
  name: string,
  kind: ValueKind<T>,
  cases: readonly Case[],
  refused: readonly (readonly [Authored, RegExp])[] = [],
) {
  describe(name, () => {
    it.each(cases)('%j', (authored, expected) => {
      expect(read(kind, authored)).toEqual(expected)
    })
    it.each([[null], [''], ['  '], [['']], [[null]], [[]]] as readonly (readonly [Authored])[])(
      '%j is no value',
      (authored) => {
        expect(read(kind, authored)).toBe(absent)
      },
    )
    if (refused.length > 0) {
      it.each(refused)('%j is refused', (authored, reason) => {
        expect(read(kind, authored)).toMatch(/^wrong: /)
        expect(read(kind, authored)).toMatch(reason)
      })
    }
  })
}

describeKind(
  'text',
  text({maxCharacters: 5}),
  [
    ['one', 'one'],
    [' one ', 'one'],
    [['one'], 'one'],
    ['008', '008'],
    ['no', 'no'],
  ],
  [
    ['six   six', /9 characters/],
    [['a', 'b'], /a list/],
    [{a: 'b'}, /a map/],
  ],
)

describeKind(
  'true or false',
  booleanKind,
  [
    ['true', true],
    ['Yes', true],
    ['on', true],
    ['explicit', true],
    ['1', true],
    ['false', false],
    ['NO', false],
    ['clean', false],
    ['0', false],
  ],
  [
    ['perhaps', /true or false/],
    [['a', 'b'], /a list/],
  ],
)

describeKind(
  'whole number',
  integer({min: 0, max: 100}),
  [
    ['7', 7],
    ['008', 8],
    ['0', 0],
    ['3.0', 3],
    ['+5', 5],
  ],
  [
    ['-1', /at least 0/],
    ['101', /at most 100/],
    ['1.5', /whole number/],
    ['1e3', /whole number/],
    ['0x10', /whole number/],
    ['seven', /whole number/],
    ['NaN', /whole number/],
  ],
)

describeKind(
  'number',
  decimal({min: 0}),
  [
    ['100.5', 100.5],
    ['42', 42],
  ],
  [
    ['1,5', /a number/],
    ['Infinity', /a number/],
  ],
)

describeKind(
  'one of a few words',
  oneOf(['full', 'trailer', 'bonus']),
  [
    ['full', 'full'],
    ['Trailer', 'trailer'],
    [['BONUS'], 'bonus'],
  ],
  [
    ['trialer', /Did you mean "trailer"/],
    ['weekly', /one of full, trailer, bonus/],
  ],
)

describeKind(
  'list of which each item counts',
  listOf(text(), {isWhole: true}),
  [],
  [
    [['one', {a: 'b'}], /item 2 is a map/],
    [[['a', 'b'], 'c'], /item 1 is a list/],
  ],
)

describeKind(
  'list',
  listOf(text()),
  [
    ['one', ['one']],
    [['one', {a: 'b'}], ['one']],
    [
      ['one', '', 'two'],
      ['one', 'two'],
    ],
    [['one', null], ['one']],
  ],
  [
    [[{a: 'b'}], /is a map/],
    [[['a', 'b'], {c: 'd'}], /item 1 is a list/],
  ],
)

it('says which items of a list are wrong', () => {
  expect(listOf(text()).read(['one', {a: 'b'}], context)).toEqual({
    value: ['one'],
    leftOut: [{wrong: 'item 2 is a map, but must be one value: text', at: ['1']}],
  })
})

describeKind(
  'map',
  objectOf({url: {kind: webUrl, required: true, aliases: ['href']}, name: {kind: text()}}),
  [
    [
      {url: 'https://example.org/a', name: 'A'},
      {url: 'https://example.org/a', name: 'A'},
    ],
    [{HREF: 'https://example.org/a', Name: null}, {url: 'https://example.org/a'}],
  ],
  [
    [{name: 'A'}, /has no url/],
    [{nmae: 'A'}, /unknown key "nmae" \| Did you mean "name"/],
    [{nmae: 'A', name: 'A'}, /unknown key "nmae"/],
    [{url: 'here'}, /^wrong: url is "here"/],
    ['https://example.org/', /must be a map/],
  ],
)

describe('what is wrong in a map', () => {
  const keys = {url: {kind: webUrl, required: true}, name: {kind: text()}, mail: {kind: email}} as const
  const written = {url: 'https://example.org/', nmae: 'A', mail: 'nobody', __proto__x: 'A'}

  it('is left out alone, each part at its place', () => {
    expect(objectOf(keys).read(written, context)).toEqual({
      value: {url: 'https://example.org/'},
      leftOut: [
        {wrong: 'has an unknown key "nmae"', hint: 'Did you mean "name"?', at: ['nmae'], isKey: true},
        expect.objectContaining({wrong: expect.stringMatching(/^mail is "nobody"/), at: ['mail']}),
        expect.objectContaining({wrong: 'has an unknown key "__proto__x"', at: ['__proto__x']}),
      ],
    })
  })

  it('takes the whole map with it if the map means nothing without it, or is one for payments', () => {
    expect(objectOf(keys).read({nmae: 'A', url: 'here'}, context)).toMatchObject({at: ['url']})
    expect(objectOf(keys, {isWhole: true}).read(written, context)).toMatchObject({at: ['nmae']})
  })

  it('is what a check speaks of that misses it', () => {
    const kind = checked(objectOf(keys), ({mail}) => (mail === undefined ? {wrong: 'has no mail'} : {value: mail}))
    expect(kind.read({url: written.url, mail: 'nobody'}, context)).toMatchObject({at: ['mail']})
    expect(kind.read({url: written.url}, context)).toEqual({wrong: 'has no mail'})
  })
})

describe('a value of which no part is right', () => {
  it('says each part that is wrong, at its place', () => {
    const kind = listOf(objectOf({url: {kind: webUrl}, mail: {kind: email}}))
    expect(kind.read([{url: 'here', mail: 'nobody'}, {ulr: 'x'}], context)).toMatchObject({
      at: ['0', 'url'],
      others: [{at: ['1', 'ulr'], wrong: 'item 2 has an unknown key "ulr"'}],
    })
    const [inner] = [kind.read({url: 'here', mail: 'nobody'}, context)]
    expect(inner).toMatchObject({at: ['url'], others: [{at: ['mail']}]})
  })
})

describe('map with keys of Object.prototype', () => {
  it('treats them as unknown', () => {
    const kind = objectOf({name: {kind: text()}})
    for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(read(kind, JSON.parse(`{"${key}": "x"}`))).toMatch(/unknown key/)
    }
  })
})

describeKind(
  'either of two',
  eitherOf(booleanKind, objectOf({owner: {kind: email, required: true}})),
  [
    ['yes', true],
    [{owner: 'me@example.org'}, {owner: 'me@example.org'}],
  ],
  [
    ['perhaps', /true or false/],
    [{owner: 'me'}, /owner is "me", but must be an e-mail/],
  ],
)

describeKind(
  'web address',
  webUrl,
  [
    ['https://example.org/a b?c=d&e', 'https://example.org/a%20b?c=d&e'],
    ['http://münchen.example/ü', 'http://xn--mnchen-3ya.example/%C3%BC'],
    ['HTTPS://Example.ORG', 'https://example.org/'],
  ],
  [
    ['example.org/a', /Write https:\/\/example.org\/a/],
    ['/a', /starts with https/],
    ['javascript:alert(1)', /must be a web address/],
    ['ftp://example.org/a', /must be a web address/],
    ['https://me:secret@example.org/', /must be a web address/],
  ],
)

describeKind(
  'web address or path',
  urlOrPath,
  [
    ['https://example.org/', 'https://example.org/'],
    ['a/b.mp3', 'a/b.mp3'],
    ['/a', '/a'],
  ],
  [
    ['javascript:alert(1)', /can be published/],
    ['data:text/html,x', /can be published/],
    ['file:///etc/passwd', /can be published/],
  ],
)

describeKind(
  'e-mail address',
  email,
  [
    ['me@example.org', 'me@example.org'],
    ['a.b+c@sub.example.co', 'a.b+c@sub.example.co'],
  ],
  [
    ['Me <me@example.org>', /only the address/],
    ['me@example', /e-mail/],
    ['me at example.org', /e-mail/],
  ],
)

describeKind(
  'UUID',
  uuid,
  [
    ['9B024349-ccf0-5f69-a609-6b82873eab3c', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['00000000-0000-0000-0000-000000000000', absent],
  ],
  [['9b024349', /UUID/]],
)

describeKind('prose', prose, [
  ['<p>Two <b>words</b> &amp; a <a href="/x">link</a>.</p>\r\n<p>More</p>', 'Two words & a link. More'],
  ['One<br>two', 'One two'],
  ['Why Vec<T> is not <b>, and a < b > c', 'Why Vec<T> is not <b>, and a < b > c'],
  ['<p> </p>', absent],
])

describeKind(
  'language tag',
  languageTag,
  [
    ['en', 'en'],
    ['en-us', 'en-US'],
    ['pt_BR', 'pt-BR'],
    ['zh-hans', 'zh-Hans'],
    ['gsw', 'gsw'],
  ],
  [
    ['xx', /language tag/],
    ['english', /language tag/],
    ['e', /language tag/],
    ['en-', /language tag/],
  ],
)

describeKind(
  'duration',
  duration,
  [
    ['1:02:03', 3723],
    ['71:31', 4291],
    ['42:10', 2530],
    ['3723', 3723],
    ['“00:33:05"', 1985],
    ['0:00', absent],
    ['0', absent],
  ],
  [
    ['an hour', /duration/],
    ['1:99:00', /duration/],
  ],
)

describeKind(
  'time',
  timestamp,
  [
    ['0:00', 0],
    ['12:34', 754],
  ],
  [['noon', /time/]],
)

describeKind(
  'minutes',
  durationInMinutes,
  [
    ['62', 3720],
    ['1.5', 90],
    ['0', absent],
  ],
  [['1:02', /minutes/]],
)

describeKind(
  'date',
  dateTime,
  [
    ['2024-01-31', new Date('2024-01-30T23:00:00Z')],
    ['1499749200000', new Date(1499749200000)],
  ],
  [
    ['2024-02-31', /does not exist/],
    ['soon', /"soon"\) is not a date/],
  ],
)

describeKind(
  'size in bytes',
  sizeInBytes,
  [
    ['50603073', 50603073],
    ['50603073 bytes', 50603073],
    ['94 829 007', 94829007],
    ['94\u202f829\u202f007', 94829007],
    ['94_829_007', 94829007],
    ['94.829.007', 94829007],
    ['94,829,007', 94829007],
    ['13.7 MB', 13700000],
    ['13.7MiB', 14365491],
    ['-1', absent],
    ['0', absent],
  ],
  [
    ['13.7', /megabytes/],
    ['43', /43 bytes/],
    ['94.829', /megabytes/],
    ['43:21', /duration/],
    ['big', /size in bytes/],
    ['-50603073', /size in bytes/],
    ['1e9', /size in bytes/],
    ['12 parsecs', /size in bytes/],
  ],
)

describe('size in bytes', () => {
  it('says that a rounded size is not exact', () => {
    expect(sizeInBytes.read('13.7 MB', context)).toMatchObject({remark: expect.stringContaining('13700000')})
    expect(sizeInBytes.read('13700000', context)).not.toHaveProperty('remark')
  })
})

const booksUnderArts = {name: 'Arts', subcategory: 'Books'}
describeKind(
  'categories',
  categories,
  [
    ['Technology', [{name: 'Technology'}]],
    ['technology', [{name: 'Technology'}]],
    ['Arts > Books', [booksUnderArts]],
    ['Books', [booksUnderArts]],
    [
      ['History', 'Arts > Books'],
      [{name: 'History'}, booksUnderArts],
    ],
    [
      [['Arts', 'Books'], 'History'],
      [booksUnderArts, {name: 'History'}],
    ],
    [[['Arts', ['Books', 'Food']]], [booksUnderArts, {name: 'Arts', subcategory: 'Food'}]],
    [{Arts: ['Books'], History: null}, [booksUnderArts, {name: 'History'}]],
    [{name: 'Arts', subcategory: 'Books'}, [booksUnderArts]],
    [[{name: 'Arts', subcategory: ''}], [{name: 'Arts'}]],
    ['Society &amp; Culture', [{name: 'Society & Culture'}]],
    ['Society and Culture', [{name: 'Society & Culture'}]],
    [['Technology', 'technology'], [{name: 'Technology'}]],
    ['How To', [{name: 'Education', subcategory: 'How To'}]],
    ['Technology, Arts > Books', [{name: 'Technology'}, booksUnderArts]],
    [['Technology', 'Blogging'], [{name: 'Technology'}]],
  ],
  [
    ['Tecnology', /Did you mean "Technology"/],
    ['Software How-To', /none of Apple/],
    ['Arts > Politics', /Write "News > Politics"/],
    ['Podcasts', /Choose from: Arts, Business/],
    [[[[[['Arts']]]]], /nested too deeply/],
  ],
)

describe('Apple’s categories', () => {
  it('are kept where another one of the list is none, which is named with its place', () => {
    expect(categories.read(['Technology', 'Blogging', {Arts: ['Boks']}], {timeZone: 'UTC'})).toEqual({
      value: [{name: 'Technology'}],
      leftOut: [
        {wrong: expect.stringContaining('has "Blogging"'), hint: expect.any(String), at: ['1']},
        {wrong: expect.stringContaining('has "Boks"'), hint: 'Did you mean "Books"?', at: ['2', 'Arts']},
      ],
    })
  })

  it('are 19, with 91 subcategories that are unique over all of them', () => {
    const subcategories = [...appleCategories.values()].flat()
    expect(appleCategories.size).toBe(19)
    expect(subcategories).toHaveLength(91)
    expect(new Set([...appleCategories.keys(), ...subcategories]).size).toBe(110)
  })
})

describe('every kind', () => {
  const kinds = [
    text(),
    booleanKind,
    integer(),
    decimal(),
    listOf(text()),
    objectOf({a: {kind: text()}}),
    webUrl,
    urlOrPath,
    email,
    uuid,
  ]
  const more = [languageTag, duration, timestamp, dateTime, sizeInBytes, categories, durationInMinutes, oneOf(['a'])]
  const authored = fc.letrec<{value: Authored}>((tie) => ({
    value: fc.oneof(
      {maxDepth: 4},
      fc.string(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(fc.string(), tie('value')),
    ),
  })).value

  it('answers to anything an author may write, in words of bounded length', () => {
    fc.assert(
      fc.property(authored, fc.constantFrom(...kinds, ...more), (value, kind: ValueKind<unknown>) => {
        const reading = kind.read(value, context)
        if ('wrong' in reading) expect(`${reading.wrong}${reading.hint}`.length).toBeLessThan(1000)
      }),
    )
  })
})

describe('a title', () => {
  it.each([
    ['Fi\u200Brst light', /U\+200B/],
    ['First \u202Ethgil', /U\+202E/],
    ['Fir\uFEFFst', /U\+FEFF/],
    ['Nach Narvik '.repeat(20), /239 characters/],
  ])('%j is kept, with a warning', (authored, remark) => {
    const value = titleText.read(authored, context)
    expect(value).toMatchObject({isDoubtful: true, remark: expect.stringMatching(remark)})
  })

  it.each(['می\u200cخواهم', '\u200Fשלום (2)', '👩\u200d🚀 in orbit', 'x'.repeat(200)])(
    '%j is taken as it is',
    (authored) => {
      expect(titleText.read(authored, context)).toEqual({value: authored})
    },
  )
})
