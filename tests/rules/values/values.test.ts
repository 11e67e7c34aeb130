import {describe, expect, it} from 'vitest'
import type {ValueCheck} from '../../../src/rules/element-table.ts'
import type {FeedElement} from '../../../src/rules/feed-element.ts'
import type {FeedFacts} from '../../../src/rules/feed-facts.ts'
import {jsonOffsets} from '../../../src/rules/json/json-offsets.ts'
import {canonicalUri} from '../../../src/rules/values/canonical-uri.ts'
import {dangerousDeclaration} from '../../../src/rules/values/css-safety.ts'
import {playTime, rfc822Date, rfc3339Date, w3cDate} from '../../../src/rules/values/date-rules.ts'
import {htmlFaults} from '../../../src/rules/values/html-faults.ts'
import {contact, mailAddress} from '../../../src/rules/values/mail-rules.ts'
import {fullUri, uriReference} from '../../../src/rules/values/uri-rules.ts'
import {attributeOffset, lineAndColumnIn} from '../../../src/rules/walk/source-lines.ts'
import {isLanguage} from '../../../src/text/languages.ts'

const element: FeedElement = {
  name: 'value',
  namespace: '',
  prefix: '',
  parent: undefined,
  attributes: new Map(),
  offset: 0,
  contentStart: 0,
  contentEnd: 0,
  text: '',
  children: [],
  childCounts: new Map(),
}
const facts: FeedFacts = {
  source: '',
  encoding: 'utf-8',
  rootName: 'rss',
  format: 'rss',
  version: '2.0',
  location: undefined,
  now: new Date('2026-01-01T00:00:00Z'),
  usedPrefixes: new Set(),
  seenBefore: () => false,
}

/** The code of the first complaint, or `fine`. */
function verdict(check: ValueCheck, text: string, format: FeedFacts['format'] = 'rss'): string {
  const value = {text, trimmed: text.trim(), subject: 'value', element, facts: {...facts, format}}
  return check(value)[0]?.rule.code ?? 'fine'
}

describe('dates', () => {
  it.each([
    ['Wed, 31 Jan 2024 09:00:00 GMT', 'fine'],
    ['31 Jan 2024 09:00 +0130', 'fine'],
    ['Wed, 7 Feb 2024 09:00:00 EST', 'fine'],
    ['Wed, 31 Jan 2024 09:00:00 Z', 'fine'],
    ['Thu, 29 Feb 2024 23:59:60 +0000', 'fine'],
    ['Wed, 31 Jan 2024 09:00:00 +0545', 'feed-date-problematic'],
    ['Wed,31 Jan 2024 09:00:00 GMT', 'feed-date-problematic'],
    ['Wed,  31 Jan 2024 09:00:00 GMT', 'feed-date-problematic'],
    ['wed, 31 jan 2024 09:00:00 gmt', 'feed-date-problematic'],
    ['Wed, 31 January 2024 09:00:00 GMT', 'feed-date-problematic'],
    ['Wednesday, 31 Jan 2024 09:00:00 GMT', 'feed-date-problematic'],
    ['Wed, 31 Jan 2024 09:00:00 PM EST', 'feed-date-problematic'],
    ['Wed, 31 Jan 2024 9:00 am GMT', 'feed-date-problematic'],
    ['Wed, 31 Jan 2024 13:00:00 PM EST', 'feed-date-not-rfc822'],
    ['Monday, 31 Jan 2024 09:00:00 GMT', 'feed-date-problematic'],
    ['Wed, 31 Januar 2024 09:00:00 GMT', 'feed-date-not-rfc822'],
    ['Wed, 31 Jan 24 09:00:00 GMT', 'feed-date-problematic'],
    ['Wed (midweek), 31 Jan 2024 09:00 GMT (UTC)', 'feed-date-problematic'],
    ['Tue, 31 Jan 2024 09:00:00 GMT', 'feed-weekday-wrong'],
    ['Wed, 31 Jan 2024 09:00:00 UTC', 'feed-date-not-rfc822'],
    ['Wed, 31 Jan 2024 09:00:00', 'feed-date-not-rfc822'],
    ['Fri, 30 Feb 2024 09:00:00 GMT', 'feed-date-not-rfc822'],
    ['Wed, 31 Jan 2024 24:00:00 GMT', 'feed-date-not-rfc822'],
    ['2024-01-31T09:00:00Z', 'feed-date-not-rfc822'],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 'feed-date-implausible'],
    ['Thu, 01 Jan 2037 00:00:00 GMT', 'feed-date-implausible'],
  ])('%s by RFC 822: %s', (text, expected) => {
    expect(verdict(rfc822Date, text)).toBe(expected)
  })

  it.each([
    ['2024-01-31T09:00:00Z', 'fine', 'fine'],
    ['2024-01-31T09:00:00.125+05:45', 'fine', 'fine'],
    ['2024-01-31T09:00Z', 'feed-date-not-rfc3339', 'fine'],
    ['2024-01-31T09:00:00', 'feed-date-not-rfc3339', 'feed-date-not-w3cdtf'],
    ['2024-01-31', 'feed-date-not-rfc3339', 'fine'],
    ['2024-01', 'feed-date-not-rfc3339', 'fine'],
    ['2024', 'feed-date-not-rfc3339', 'fine'],
    ['2024-01-31t09:00:00z', 'feed-date-not-rfc3339', 'feed-date-not-w3cdtf'],
    ['2024-13-31T09:00:00Z', 'feed-date-not-rfc3339', 'feed-date-not-w3cdtf'],
    ['20240131T090000Z', 'feed-date-not-rfc3339', 'feed-date-not-w3cdtf'],
    ['0103-12-13T18:30:02Z', 'feed-date-implausible', 'feed-date-implausible'],
  ])('%s by RFC 3339: %s, by the W3C: %s', (text, rfc3339, w3c) => {
    expect([verdict(rfc3339Date, text), verdict(w3cDate, text)]).toEqual([rfc3339, w3c])
  })

  it.each([
    ['90.5', 'fine'],
    ['1:22:33.007', 'fine'],
    ['+17sec', 'feed-time-not-npt'],
  ])('%s as a time of play: %s', (text, expected) => {
    expect(verdict(playTime, text)).toBe(expected)
  })
})

describe('addresses', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'fine'],
    ['mailto:ada@example.com', 'fine'],
    ['ldap://[2001:db8::7]/c=GB?objectClass?one', 'fine'],
    ['tag:example.com,2024-01-31:a', 'fine'],
    ['tag:ada@example.com,2024:', 'fine'],
    ['tag:example.com,24:a', 'feed-tag-uri-invalid'],
    ['tag:example.com,2024-1:a', 'feed-tag-uri-invalid'],
    ['tag:example.com:a', 'feed-tag-uri-invalid'],
    ['urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a', 'fine'],
    ['urn:-x:a', 'feed-urn-invalid'],
    ['urn:a.b:c', 'feed-urn-invalid'],
    ['urn:isbn:', 'feed-urn-invalid'],
    ['urn:urn:x', 'feed-urn-invalid'],
    ['https://example.com/%zz', 'feed-uri-character'],
    ['https://example.com/[a]', 'feed-uri-character'],
    ['a tag:example.com,2024:a', 'feed-uri-character'],
    ['https://exämple.com/', 'feed-uri-not-ascii'],
    ['//example.com/a', 'feed-url-not-full'],
    ['http:///a', 'feed-url-not-full'],
    ['', 'feed-url-not-full'],
    ['doi:10.1038/1', 'feed-scheme-unregistered'],
  ])('%s: %s', (text, expected) => {
    expect(verdict(fullUri, text)).toBe(expected)
  })

  it('may be relative, and in all letters, where Atom allows it', () => {
    expect(verdict(uriReference, '../é', 'atom')).toBe('fine')
    expect(verdict(uriReference, 'http://', 'atom')).toBe('feed-link-invalid')
  })

  it.each([
    ['HTTP://Example.COM:80/%7eada/../%c3%87', 'http://example.com/%C3%87'],
    ['http://example.com', 'http://example.com/'],
    ['http://example.com/C%cc%a7', 'http://example.com/%C3%87'],
    ['http://example.com/?', 'http://example.com/?'],
    ['tag:example.com,2024:A', 'tag:example.com,2024:A'],
  ])('%s is written %s', (uri, expected) => {
    expect(canonicalUri(uri)).toBe(expected)
  })
})

describe('mail addresses', () => {
  it.each([
    ['ada@example.com (Ada)', 'fine'],
    ['mailto:ada%40example.com%20%28Ada%29', 'fine'],
    ['ada@example.com', 'feed-contact-nameless'],
    ["O'Neill+x@example.ie", 'feed-contact-nameless'],
    ['Ada <ada@example.com>', 'feed-contact-form'],
    ['Ada (ada@example.com)', 'feed-contact-form'],
    ['Ada (mailto:ada@example.com)', 'feed-contact-invalid'],
    ['ada@example.com (Ada (host))', 'fine'],
    ['Ada', 'feed-contact-invalid'],
  ])('%s: %s', (text, expected) => {
    expect(verdict(contact, text)).toBe(expected)
  })

  it.each([
    ['ada@example.com', 'fine'],
    ['Ada <ada@example.com>', 'feed-mail-invalid'],
    ['ada@localhost', 'feed-mail-host-unknown'],
  ])('%s alone: %s', (text, expected) => {
    expect(verdict(mailAddress, text)).toBe(expected)
  })
})

describe('languages', () => {
  it.each(['en', 'en-US', 'zh-Hant-TW', 'epo', 'de-CH-1996', 'x-klingon'])('%s is one', (code) => {
    expect(isLanguage(code)).toBe(true)
  })
  it.each(['english', 'en_US', 'qq', '', 'en-'])('%j is none', (code) => {
    expect(isLanguage(code)).toBe(false)
  })
})

describe('styles', () => {
  it.each(['color: red', 'margin: 0 15px 0 0;', 'border: solid 2px #000000', "font-family: 'My Font', serif", ''])(
    '%j are safe',
    (style) => {
      expect(dangerousDeclaration(style)).toBeUndefined()
    },
  )
  it.each([
    'position: absolute',
    'margin: 99999em',
    'background: url(x.png)',
    'mso-list: l0',
    'color: expression(alert(1))',
    'col\\6fr: red',
    'nonsense',
  ])('%j are not', (style) => {
    expect(dangerousDeclaration(style)).toBeDefined()
  })
})

describe('HTML', () => {
  it.each([
    ['<p>a <b>c</b> &eacute; &#233; &amp;', {}],
    ['1 < 2 & 3', {}],
    ['&check; &check;', {}],
    ['&nonesuch;', {malformed: '&nonesuch; is no character of HTML'}],
    ['<!-- <script> -->', {}],
    ['<style>a<b</style>', {riskyElement: 'style'}],
    ['<scriptingNews>', {malformed: '<scriptingnews> is no element of HTML'}],
    ['isn&#x92;t', {malformed: '&#x92; is no character of HTML'}],
    ['<a href="x', {malformed: 'the tag <a is not closed', relativeUrl: undefined}],
    ['<a href=" JavaScript:x()">', {scriptUrl: 'JavaScript:x()'}],
    ['<img src="../a.png">', {relativeUrl: '../a.png'}],
    ['<a href="#top">', {}],
    ['<p style="color&#58; red; positio&#110;: fixed">', {dangerousStyle: 'position: fixed'}],
  ])('%s', (html, expected) => {
    expect(htmlFaults(html)).toEqual(expected)
  })
})

describe('places', () => {
  it('count lines of every system', () => {
    const lineAndColumnOf = lineAndColumnIn('a\r\nb\rc\nd')
    expect([0, 3, 5, 7].map((offset) => lineAndColumnOf(offset).line)).toEqual([1, 2, 3, 4])
  })

  it('of attributes are found behind others, and with another prefix', () => {
    const tag = '<a b="c=d"\n   x:href = \'e\' f="g">'
    expect(tag.slice(attributeOffset(tag, 0, 'xlink:href'))).toMatch(/^x:href/)
    expect(tag.slice(attributeOffset(tag, 0, 'f'))).toMatch(/^f=/)
    expect(attributeOffset(tag, 0, 'missing')).toBe(0)
  })

  it.each([
    [['a', 1, 'b'], '7'],
    [['a', 0], '"x,]"'],
    [['c'], 'null'],
    [['a', 1, 'missing'], '{"b"'],
    [['é'], 'true'],
  ])('of JSON values: %j', (path, start) => {
    const text = '{"a": ["x,]", {"b" : 7 , "d": [[]]}], "\\u00e9": true,\n "c":null}'
    expect(text.slice(jsonOffsets(text).want(path)()).startsWith(start)).toBe(true)
  })
})
