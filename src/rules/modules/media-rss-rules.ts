import type {Value} from '../element-table.ts'
import type {FeedElement} from '../feed-element.ts'
import {feedRules, quoted} from '../rule.ts'
import {specs, validator} from '../rule-sources.ts'
import {oneOfExactly} from '../values/value-forms.ts'

/** The ratings of the boards whose schemes Media RSS names. */
const ratings: ReadonlyMap<string, RegExp> = new Map([
  ['urn:simple', /^(?:adult|nonadult)$/],
  ['urn:mpaa', /^(?:g|pg|pg-13|r|nc-17)$/],
  ['urn:v-chip', /^(?:tv-y|tv-y7|tv-y7-fv|tv-g|tv-pg|tv-14|tv-ma|all|7\+|13\+|14\+|18\+|g|pg|14a|18a|r|e)$/],
  ['urn:icra', /^r \((?:[clnov][a-z] [01](?: (?!\))|(?=\))))+\)$/],
])

const hashes: ReadonlyMap<string, RegExp> = new Map([
  ['md5', /^[0-9a-f]{32}$/i],
  ['sha-1', /^[0-9a-f]{40}$/i],
])

/** The list that Media RSS takes from the EBU, and two words that film makers add. */
const ebuRoles: ReadonlySet<string> = new Set([
  'actor',
  'anchor person',
  'artist',
  'author',
  'choreographer',
  'composer',
  'conductor',
  'director',
  'distribution company',
  'editor',
  'graphic designer',
  'grip',
  'illustrator',
  'lyricist',
  'music arranger',
  'music group',
  'musician',
  'orchestra',
  'owner',
  'performer',
  'photographer',
  'producer',
  'production company',
  'reporter',
  'vocalist',
])

/** Media RSS 1.5.1. https://www.rssboard.org/media-rss */
export const mediaRssRules = feedRules({
  'feed-media-text-type-invalid': {
    severity: 'error',
    w3c: 'InvalidMediaTextType',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'The type of a text in Media RSS is plain or html.',
    check: oneOfExactly(['plain', 'html']),
    in: 'item',
    bad: '<media:title type="text/html">One</media:title>',
    good: '<media:title type="html">One</media:title>',
  },
  'feed-media-medium-invalid': {
    severity: 'error',
    w3c: 'InvalidMediaMedium',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'The medium is image, audio, video, document or executable.',
    check: oneOfExactly(['image', 'audio', 'video', 'document', 'executable']),
    in: 'item',
    bad: '<media:content url="https://example.com/1.mp4" medium="film"/>',
    good: '<media:content url="https://example.com/1.mp4" medium="video"/>',
  },
  'feed-media-expression-invalid': {
    severity: 'error',
    w3c: 'InvalidMediaExpression',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'The expression is sample, full or nonstop.',
    check: oneOfExactly(['full', 'sample', 'nonstop']),
    in: 'item',
    bad: '<media:content url="https://example.com/1.mp4" expression="teaser"/>',
    good: '<media:content url="https://example.com/1.mp4" expression="sample"/>',
  },
  'feed-media-rating-invalid': {
    severity: 'error',
    w3c: 'InvalidMediaRating',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'Each scheme of ratings has its own words. The rating must be one of them.',
    check: ({trimmed, subject, element}: Value) => {
      const scheme = element.attributes.get('scheme') ?? 'urn:simple'
      const words = ratings.get(scheme)
      return words === undefined || words.test(trimmed)
        ? undefined
        : `${subject} is ${quoted(trimmed, 40)}, which is no rating of ${scheme}`
    },
    in: 'feed.xml on disk',
    bad: '<media:rating scheme="urn:mpaa">tv-ma</media:rating>',
    good: '<media:rating scheme="urn:mpaa">r</media:rating>',
  },
  'feed-media-adult': {
    severity: 'warning',
    w3c: 'DeprecatedMediaAdult',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'media:adult was replaced by media:rating.',
    check: ({subject}: Value) => `${subject} was replaced by media:rating`,
    hint: 'Write <media:rating>adult</media:rating>',
    in: 'feed.xml on disk',
    bad: '<media:adult>true</media:adult>',
    good: '<media:rating>adult</media:rating>',
  },
  'feed-media-hash-invalid': {
    severity: 'error',
    w3c: 'InvalidMediaHash',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'The hash is MD5 or SHA-1 in hexadecimal digits.',
    check: ({trimmed, subject, element}: Value) => {
      const algorithm = element.attributes.get('algo') ?? 'md5'
      return hashes.get(algorithm)?.test(trimmed) ? undefined : `${subject} is no ${algorithm} in hexadecimal digits`
    },
    hint: 'Write algo="md5" or algo="sha-1"',
    in: 'feed.xml on disk',
    bad: '<media:hash algo="sha-256">...</media:hash>',
    good: '<media:hash algo="md5">d41d8cd98f00b204e9800998ecf8427e</media:hash>',
  },
  'feed-media-credit-role-invalid': {
    severity: 'error',
    w3c: 'InvalidCreditRole',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'Roles are written in lower case.',
    // Other schemes have their own roles, but these must be in lower case, too.
    check: ({text, subject, element}: Value) => {
      const isOfOtherScheme = (element.attributes.get('scheme') ?? 'urn:ebu') !== 'urn:ebu'
      return text === text.toLowerCase() && (ebuRoles.has(text) || isOfOtherScheme)
        ? undefined
        : `${subject} is no role of the list, in lower case: ${quoted(text, 40)}`
    },
    in: 'feed.xml on disk',
    bad: '<media:credit role="Producer">Ada</media:credit>',
    good: '<media:credit role="producer">Ada</media:credit>',
  },
  'feed-media-relationship-invalid': {
    severity: 'error',
    w3c: 'InvalidMediaRestrictionRel',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'A restriction allows or denies.',
    check: oneOfExactly(['allow', 'deny']),
    in: 'item',
    bad: '<media:restriction relationship="only">all</media:restriction>',
    good: '<media:restriction relationship="allow">all</media:restriction>',
  },
  'feed-media-restriction-type-invalid': {
    severity: 'error',
    w3c: 'InvalidMediaRestrictionType',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'A restriction is by country, uri or sharing.',
    check: oneOfExactly(['country', 'uri', 'sharing']),
    in: 'item',
    bad: '<media:restriction relationship="deny" type="city">gb</media:restriction>',
    good: '<media:restriction relationship="deny" type="country">gb</media:restriction>',
  },
  'feed-media-restriction-invalid': {
    severity: 'error',
    w3c: 'InvalidMediaRestriction',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'A restriction without a type must say "all" or "none".',
    check: ({trimmed, subject, element}: Value) =>
      element.attributes.has('type') || /^(?:all|none)?$/.test(trimmed)
        ? undefined
        : `${subject} without a type is "all" or "none"`,
    in: 'feed.xml on disk',
    bad: '<media:restriction relationship="allow">some</media:restriction>',
    good: '<media:restriction relationship="allow">all</media:restriction>',
  },
  'feed-media-group-of-one': {
    severity: 'error',
    w3c: 'MediaGroupWithoutAlternatives',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'A group offers the same work in several files. With one file there is nothing to choose.',
    check: ({childCounts}: FeedElement) =>
      (childCounts.get('media:content') ?? 0) > 1
        ? undefined
        : 'media:group holds fewer than two files, so there is nothing to choose from',
    in: 'item',
    bad: '<media:group><media:content url="https://example.com/1.mp4"/></media:group>',
    good: '<media:content url="https://example.com/1.mp4"/>',
  },
})
