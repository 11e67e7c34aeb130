import type {Value} from '../element-table.ts'
import type {FeedElement} from '../feed-element.ts'
import {feedRules, quoted} from '../rule.ts'
import {specs, validator} from '../rule-sources.ts'
import {matching, oneOfExactly} from '../values/value-forms.ts'

function typeOf({attributes}: FeedElement): string {
  return attributes.get('type')?.toLowerCase() ?? ''
}

/** OPML 1.0 to 2.0. http://opml.org/spec2.opml */
export const opmlRules = feedRules({
  'feed-version-obsolete': {
    severity: 'warning',
    w3c: 'ObsoleteVersion',
    spec: specs.opml,
    profiles: validator,
    why: 'The document is written in a version that was replaced long ago.',
    check: () => 'outlineDocument is the name OPML had in 2000',
    in: 'first tag',
    bad: '<outlineDocument>',
    good: '<opml version="2.0">',
  },
  'feed-opml-version-unknown': {
    severity: 'error',
    w3c: 'InvalidOPMLVersion',
    spec: specs.opml,
    profiles: validator,
    why: 'OPML has the versions 1.0, 1.1 and 2.0.',
    check: ({trimmed, subject}: Value) =>
      ['1.0', '1.1', '2.0'].includes(trimmed)
        ? undefined
        : `${subject} is ${quoted(trimmed, 20)}; OPML has 1.0, 1.1 and 2.0`,
    in: 'first tag',
    bad: '<opml version="3.0">',
    good: '<opml version="2.0">',
  },
  'feed-expansion-state-invalid': {
    severity: 'error',
    w3c: 'InvalidExpansionState',
    spec: specs.opml,
    profiles: validator,
    why: 'The state is a list of line numbers.',
    check: matching(/^[\d,\s]*$/, 'a list of line numbers'),
    in: 'head of OPML',
    bad: '<expansionState>all</expansionState>',
    good: '<expansionState>1, 3, 17</expansionState>',
  },
  'feed-outline-type-unknown': {
    severity: 'warning',
    w3c: 'InvalidOutlineType',
    spec: specs.opml,
    profiles: validator,
    why: 'Readers know the types link, rss and include.',
    // OPML 2.0 leaves the types open; its older versions do not.
    check: ({trimmed, subject, facts}: Value) =>
      facts.version === '2.0' || ['link', 'rss', 'include'].includes(trimmed.toLowerCase())
        ? undefined
        : `${subject} is ${quoted(trimmed, 40)}, which readers do not know`,
    in: 'body of OPML 1.1',
    bad: '<outline text="One" type="song"/>',
    good: '<outline text="One" type="link" url="https://example.com/"/>',
  },
  'feed-outline-version-unknown': {
    severity: 'warning',
    w3c: 'InvalidOutlineVersion',
    spec: specs.opml,
    profiles: validator,
    why: 'The version of a subscription is RSS, RSS1, RSS2 or scriptingNews.',
    check: oneOfExactly(['RSS', 'RSS1', 'RSS2', 'scriptingNews']),
    in: 'body of OPML',
    bad: '<outline text="One" version="2.0"/>',
    good: '<outline text="One" version="RSS2"/>',
  },
  'feed-outline-xml-url-missing': {
    severity: 'warning',
    w3c: 'MissingXmlURL',
    spec: specs.opml,
    profiles: validator,
    why: 'Nobody can subscribe to an entry without xmlUrl.',
    check: (outline: FeedElement) =>
      typeOf(outline) === 'rss' && !outline.attributes.has('xmlUrl')
        ? 'An outline of the type rss has no xmlUrl: there is nothing to subscribe to'
        : undefined,
    in: 'body of OPML',
    bad: '<outline text="One" title="One" type="rss"/>',
    good: '<outline text="One" title="One" type="rss" xmlUrl="https://example.com/feed.xml"/>',
  },
  'feed-outline-title-missing': {
    severity: 'warning',
    w3c: 'MissingTitleAttr',
    spec: specs.opml,
    profiles: validator,
    why: 'Some apps list subscriptions by title alone.',
    check: (outline: FeedElement) =>
      typeOf(outline) === 'rss' && !outline.attributes.has('title')
        ? 'An outline of the type rss has no title, and some apps show no other name'
        : undefined,
    in: 'body of OPML',
    bad: '<outline text="One" type="rss" xmlUrl="..."/>',
    good: '<outline text="One" title="One" type="rss" xmlUrl="..."/>',
  },
  'feed-outline-url-missing': {
    severity: 'warning',
    w3c: 'MissingUrlAttr',
    spec: specs.opml,
    profiles: validator,
    why: 'A link or an inclusion needs the address it leads to.',
    check: (outline: FeedElement) =>
      ['link', 'include'].includes(typeOf(outline)) && !outline.attributes.has('url')
        ? `An outline of the type ${outline.attributes.get('type')} has no url`
        : undefined,
    in: 'body of OPML',
    bad: '<outline text="One" type="link"/>',
    good: '<outline text="One" type="link" url="https://example.com/"/>',
  },
})
