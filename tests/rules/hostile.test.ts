import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {checkFeed} from '../../src/rules/check-feed.ts'
import {runs} from '../series.ts'
import {atom, item, linesOf, opml, podcast, rss} from './feeds.ts'

const seeds: readonly string[] = [
  podcast(
    '<podcast:funding url="https://example.com/">Give</podcast:funding>',
    '<description><![CDATA[<p style="color: red">Talk &amp; more<br/></p>]]></description><itunes:duration>1:02:03</itunes:duration>',
  ),
  atom('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Talk</p></div></content>'),
  opml('<outline text="Show" type="rss" xmlUrl="https://example.com/feed.xml"/>'),
  '{"version": "https://jsonfeed.org/version/1.1", "title": "Show", "items": [{"id": "1", "content_html": "<p>Talk"}]}',
]

/** What tears feeds apart in the wild, and what breaks parsers. */
const debris = [
  '',
  '<',
  '>',
  '&',
  '&amp;',
  ']]>',
  '<![CDATA[',
  '"',
  "'",
  '\0',
  '\ud800',
  '<!--',
  '<?',
  '</',
  'xmlns:x="y"',
  '<x:y/>',
  '{',
  ']',
  '\\',
]

const mutation = fc.record({
  seed: fc.constantFrom(...seeds),
  cuts: fc.array(
    fc.record({at: fc.double({min: 0, max: 1, noNaN: true}), length: fc.nat(40), put: fc.constantFrom(...debris)}),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
})

function mutate({seed, cuts}: {seed: string; cuts: readonly {at: number; length: number; put: string}[]}): string {
  return cuts.reduce((text, {at, length, put}) => {
    const start = Math.floor(at * text.length)
    return text.slice(0, start) + put + text.slice(start + length)
  }, seed)
}

/** Every place lies in the document, and every problem says something. */
function expectSound(feed: string | Uint8Array): void {
  const {problems} = checkFeed(feed)
  for (const {line, column, message} of problems) {
    expect(line).toBeGreaterThan(0)
    expect(column).toBeGreaterThan(0)
    expect(message).not.toBe('')
  }
}

describe('whatever is given', () => {
  it('feeds with pieces cut out and put in are judged', () => {
    fc.assert(
      fc.property(mutation, (each) => expectSound(mutate(each))),
      runs(1500),
    )
  })

  it('any bytes are judged', () => {
    fc.assert(fc.property(fc.uint8Array({maxLength: 400}), expectSound), runs(500))
  })

  it('the same feed in any encoding has the same problems', () => {
    const feed = rss('<pubDate>2024-01-31</pubDate>').replace('UTF-8', 'UTF-16')
    const units = Uint16Array.from(`\ufeff${feed}`, (character) => character.charCodeAt(0))
    expect(linesOf(new Uint8Array(units.buffer))).toEqual(linesOf(feed))
  })
})

describe('attacks', () => {
  const many = 200_000

  it.each([
    ['nesting', '<a>'.repeat(many), 'feed-too-deep'],
    ['nesting inside a feed', rss('<item>'.repeat(many)), 'feed-too-deep'],
    ['unknown siblings', rss('<x/>'.repeat(many)), 'feed-element-undefined'],
    [
      'unclosed tags in HTML',
      item(`<description><![CDATA[${'<a '.repeat(many)}]]></description>`),
      'feed-html-malformed',
    ],
    [
      'blanks in a tag of HTML',
      item(`<description><![CDATA[<a${' '.repeat(many)}]]></description>`),
      'feed-html-malformed',
    ],
    ['a date of brackets', item(`<pubDate>${'('.repeat(many)}</pubDate>`), 'feed-date-not-rfc822'],
    ['an endless address', item(`<author>${'a'.repeat(many)}</author>`), 'feed-contact-invalid'],
    ['JSON of brackets', '['.repeat(many), 'json-feed-not-json'],
  ])('by %s end with an answer', (_name, feed, code) => {
    expect(checkFeed(feed).problems.map((each) => each.code)).toContain(code)
  })

  it('by entities: nothing a DOCTYPE declares is expanded or fetched', () => {
    const declared = '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    const feed = rss('<copyright>&b;&c;</copyright>').replace('<rss', `${declared}<rss`)
    expect(linesOf(feed)).toEqual(['2 feed-entity-external', '3 feed-value-blank'])
  })

  it('by encodings nobody knows', () => {
    const feed = new TextEncoder().encode('<?xml version="1.0" encoding="utf-9" <rss/>')
    expect(linesOf(feed)).toEqual(['1 feed-encoding-unknown', '1 feed-not-well-formed'])
  })

  it('by names of built-in properties', () => {
    expect(linesOf(rss('<copyright>&constructor;</copyright>'))).toEqual(['3 feed-entity-undefined'])
    expect(
      linesOf('{"version": "https://jsonfeed.org/version/1.1", "title": "x", "__proto__": 1, "items": []}'),
    ).toContain('1 json-feed-member-unknown')
  })
})
