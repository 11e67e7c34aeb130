import type {feedUrlsRules} from '../../src/model/problems/feed-rules-urls.ts'
import {atom} from './feeds.ts'
import {inAtomFeed, inEntry, inItem, type RuleCase, type RuleCases, replaced, talk} from './rule-case.ts'

function comments(bad: string): RuleCase {
  return inItem(`<comments>${bad}</comments>`, '<comments>https://example.com/1#comments</comments>')
}

function id(bad: string, good: string): RuleCase {
  return replaced(atom(talk).replace('https://example.com/1', good), good, bad, 4)
}

const enclosure = (url: string, type = 'audio/mpeg'): string => `<enclosure url="${url}" length="1" type="${type}"/>`
const audio = enclosure('https://example.com/1.mp3')
const related = '<link rel="related" type="audio/mpeg" href="https://example.com/"/>'

export const urlsCases: RuleCases<typeof feedUrlsRules> = {
  'feed-url-not-full': comments('/1#comments'),
  'feed-link-invalid': inAtomFeed('<logo>http:///logo.png</logo>', '<logo>https://example.com/logo.png</logo>'),
  'feed-uri-character': comments('https://example.com/my comments'),
  'feed-uri-not-ascii': comments('https://exämple.com/'),
  'feed-url-attribute-invalid': inItem(enclosure('audio/1.mp3'), audio),
  'feed-scheme-unregistered': comments('htp://example.com/'),
  'feed-tag-uri-invalid': id('tag:example.com:one', 'tag:example.com,2024-01-31:one'),
  'feed-urn-invalid': id('urn:my.space:one', 'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a'),
  'feed-id-not-canonical': id('HTTP://Example.com/%7Eada', 'http://example.com/~ada'),
  'feed-space-unexpected': id(' urn:example:one ', 'urn:example:one'),
  'feed-media-type-invalid': inEntry(related.replace('audio/mpeg', 'mp3'), related),
  'feed-media-type-attribute-invalid': inItem(enclosure('https://example.com/1.mp3', 'mp3'), audio),
  'feed-same-document-reference': inEntry(
    related.replace('href="https://example.com/"', 'xml:base="https://example.com/" href="."'),
    related,
  ),
}
