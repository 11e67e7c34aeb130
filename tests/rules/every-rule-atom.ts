import type {feedAtomRules} from '../../src/model/problems/feed-rules-atom.ts'
import {atom} from './feeds.ts'
import {inAtomFeed, inBareEntry, inEntry, type RuleCases, replaced, talk} from './rule-case.ts'

const related = '<link rel="related" href="https://example.com/2"/>'
const image = '<content type="image/png">iVBORw0KGgo=</content>'
const rights = '<rights>2024</rights>'
const another = (id: string, updated: string): string =>
  `<entry><title>Two</title><id>${id}</id><updated>${updated}</updated><link href="https://example.com/2"/>${talk}</entry>`
const source = '<source><id>urn:example:show</id><title>Theirs</title><updated>2024-01-30T09:00:00Z</updated></source>'

export const atomCases: RuleCases<typeof feedAtomRules> = {
  'feed-href-missing': inEntry('<link rel="related"/>', related),
  'feed-link-not-empty': inEntry(related.replace('/>', '>Two</link>'), related),
  'feed-link-twice': inEntry('<link href="https://example.com/2"/>', related),
  'feed-link-relation-unregistered': inEntry(related.replace('related', 'homepage'), related),
  'feed-paging-in-entry': inEntry(related.replace('related', 'next'), related),
  'feed-metadata-misplaced': {
    bad: atom(talk).replace('</feed>', `${rights}</feed>`),
    good: atom(talk, rights),
    line: 6,
  },
  'feed-entry-leads-nowhere': replaced(atom(talk), '<link href="https://example.com/1"/>', '', 4),
  'feed-entry-without-text': inBareEntry('', talk, {line: 4}),
  'feed-summary-missing': inBareEntry(image, talk + image, {line: 4}),
  'feed-entries-duplicate': inAtomFeed(
    another('https://example.com/1', '2024-02-01T09:00:00Z'),
    another('https://example.com/2', '2024-02-01T09:00:00Z'),
    {line: 4},
  ),
  'feed-updated-twice': inAtomFeed(
    another('https://example.com/2', '2024-01-31T09:00:00Z'),
    another('https://example.com/2', '2024-02-01T09:00:00Z'),
    {line: 4},
  ),
  'feed-source-incomplete': inEntry(source.replace('<id>urn:example:show</id>', ''), source),
  'feed-text-type-invalid': inEntry(rights.replace('>', ' type="text/plain">'), rights),
  'feed-content-type-missing': inEntry(
    '<content src="https://example.com/1.mp3"/>',
    '<content type="audio/mpeg" src="https://example.com/1.mp3"/>',
  ),
  'feed-content-not-base64': inEntry(image.replace('iVBORw0KGgo=', 'a photograph'), image),
  'feed-name-has-mail': inEntry(
    '<author><name>Ada (ada@example.com)</name></author>',
    '<author><name>Ada</name></author>',
  ),
}
