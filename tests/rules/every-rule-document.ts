import type {feedDocumentRules} from '../../src/model/problems/feed-rules-document.ts'
import {atom, rss} from './feeds.ts'
import {inChannel, inEntry, inItem, inShow, list, type RuleCases, replaced, talk} from './rule-case.ts'

const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>${list}`
const external = '<!DOCTYPE opml [<!ENTITY note SYSTEM "note.txt">]>'
const xhtml = 'http://www.w3.org/1999/xhtml'
const own = 'xmlns:x="http://example.com/x"'

export const documentCases: RuleCases<typeof feedDocumentRules> = {
  'feed-not-well-formed': inChannel('<copyright>Ada & Bob</copyright>', '<copyright>Ada &#x26; Bob</copyright>'),
  'feed-entity-undefined': inChannel('<copyright>Caf&eacute;</copyright>', '<copyright>Café</copyright>'),
  'feed-entity-external': {bad: external + list, good: list},
  'feed-too-deep': inChannel(`<content:items>${'<a>'.repeat(300)}`, '<content:items><a/></content:items>'),
  // The words of a rating are judged by nobody, so that the letter lost on the way is not told a second time.
  'feed-bytes-undecodable': {
    bad: Buffer.from(rss('<rating>Café</rating>'), 'latin1'),
    good: Buffer.from(rss('<rating>Café</rating>'), 'utf8'),
    line: 3,
  },
  'feed-encoding-unknown': {bad: Buffer.from(declared('utf-9')), good: Buffer.from(declared('utf-8'))},
  'feed-characters-misdecoded': inChannel('<copyright>CafÃ©</copyright>', '<copyright>Café</copyright>'),
  'feed-namespace-invalid': {bad: '<feed xmlns="http://purl.org/dc/elements/1.1/"/>', good: atom(talk)},
  'feed-namespace-unknown': inChannel(`<x:note ${own}/>`, ''),
  'feed-prefix-reserved': inShow(
    '<itunes:block xmlns:itunes="https://www.itunes.com/dtds/podcast-1.0.dtd">yes</itunes:block>',
    '<itunes:block>yes</itunes:block>',
    {also: ['feed-namespace-unknown']},
  ),
  'feed-prefix-avoid': inEntry(
    `<content type="xhtml"><h:div xmlns:h="${xhtml}">Talk</h:div></content>`,
    `<content type="xhtml"><div xmlns="${xhtml}">Talk</div></content>`,
  ),
  'feed-media-namespace': inItem(
    '<m:keywords xmlns:m="http://search.yahoo.com/mrss">talk</m:keywords>',
    '<m:keywords xmlns:m="http://search.yahoo.com/mrss/">talk</m:keywords>',
  ),
  'feed-vocabulary-unknown': inEntry('<rating xmlns="">5</rating>', ''),
  'feed-element-without-namespace': inItem(`<x:photo ${own}><date/></x:photo>`, `<x:photo ${own}><x:date/></x:photo>`, {
    also: ['feed-namespace-unknown'],
  }),
  'feed-served-type-unexpected': {bad: list, good: rss(''), options: {mimeType: 'application/rss+xml'}},
  'feed-root-unknown': {bad: '<html/>', good: list},
  'feed-version-unknown': replaced(rss(''), 'version="2.0"', 'version="3.0"', 2),
  'feed-version-obsolete': {
    bad: '<outlineDocument><head/><body><outline text="Show"/></body></outlineDocument>',
    good: list,
  },
  'feed-atom-03': {
    bad: '<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>',
    good: atom(talk),
    also: ['feed-namespace-unknown'],
  },
}
