import type {feedExtensionsRules} from '../../src/model/problems/feed-rules-extensions.ts'
import {inBody, inItem, inOpmlHead, inShow, list, type RuleCase, type RuleCases, replaced} from './rule-case.ts'

const page = 'https://example.com/'

/** An element of Media RSS, with its attributes and text as written. */
function media(bad: string, good: string): RuleCase {
  const element = (written: string): string => {
    const name = /^\w+/.exec(written)?.[0] ?? ''
    return written.includes('>') ? `<media:${written}</media:${name}>` : `<media:${written}/>`
  }
  return inItem(element(bad), element(good))
}

export const extensionsCases: RuleCases<typeof feedExtensionsRules> = {
  'feed-text-too-long': inShow(
    `<itunes:subtitle>${'long '.repeat(80)}</itunes:subtitle>`,
    '<itunes:subtitle>short</itunes:subtitle>',
  ),
  'feed-media-text-type-invalid': media('title type="text/html">One', 'title type="html">One'),
  'feed-media-medium-invalid': media(`content url="${page}" medium="film"`, `content url="${page}" medium="video"`),
  'feed-media-expression-invalid': media(
    `content url="${page}" expression="teaser"`,
    `content url="${page}" expression="sample"`,
  ),
  'feed-media-rating-invalid': media('rating scheme="urn:mpaa">tv-ma', 'rating scheme="urn:mpaa">r'),
  'feed-media-adult': media('adult>true', 'rating>adult'),
  'feed-media-hash-invalid': media(
    'hash algo="sha-256">d41d8cd98f00b204e9800998ecf8427e',
    'hash algo="md5">d41d8cd98f00b204e9800998ecf8427e',
  ),
  'feed-media-credit-role-invalid': media('credit role="Producer">Ada', 'credit role="producer">Ada'),
  'feed-media-relationship-invalid': media(
    'restriction relationship="only">all',
    'restriction relationship="allow">all',
  ),
  'feed-media-restriction-type-invalid': media(
    'restriction relationship="deny" type="city">gb',
    'restriction relationship="deny" type="country">gb',
  ),
  'feed-media-restriction-invalid': media(
    'restriction relationship="deny">some',
    'restriction relationship="deny">all',
  ),
  'feed-media-group-of-one': media(
    `group><media:content url="${page}1.mp4"/>`,
    `group><media:content url="${page}1.mp4"/><media:content url="${page}1.webm"/>`,
  ),
  'feed-opml-version-unknown': replaced(list, 'version="2.0"', 'version="3.0"', 1),
  'feed-expansion-state-invalid': inOpmlHead(
    '<expansionState>all</expansionState>',
    '<expansionState>1, 3, 17</expansionState>',
  ),
  // Version 2.0 leaves the types open.
  'feed-outline-type-unknown': {
    bad: list.replace('2.0', '1.1').replace('<outline', '<outline type="song"'),
    good: list.replace('2.0', '1.1').replace('<outline', `<outline type="link" url="${page}"`),
    line: 2,
  },
  'feed-outline-version-unknown': inBody(
    '<outline text="Show" version="2.0"/>',
    '<outline text="Show" version="RSS2"/>',
  ),
  'feed-outline-xml-url-missing': inBody(
    '<outline text="Show" title="Show" type="rss"/>',
    `<outline text="Show" title="Show" type="rss" xmlUrl="${page}feed.xml"/>`,
  ),
  'feed-outline-title-missing': inBody(
    `<outline text="Show" type="rss" xmlUrl="${page}feed.xml"/>`,
    `<outline text="Show" title="Show" type="rss" xmlUrl="${page}feed.xml"/>`,
  ),
  'feed-outline-url-missing': inBody(
    '<outline text="Show" type="link"/>',
    `<outline text="Show" type="link" url="${page}"/>`,
  ),
}
