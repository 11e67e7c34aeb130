import {forbiddenIn, isTagUri, isUrn, isUuidUrn, lacksHost, schemeOf} from '../../text/addresses/uri-syntax.ts'
import {first, type Value, type ValueCheck} from '../element-table.ts'
import {feedRules, quoted} from '../rule.ts'
import {appleAndValidator, everyone, specs, validator} from '../rule-sources.ts'
import {registeredSchemes} from './uri-schemes.ts'

const webUrl = /^https?:\/\/(?:[^/?#@\s]*@)?[a-z0-9._-]+(?::\d+)?(?:[/?#][\x21-\x7e]*)?$/i

/** Rules for addresses: RFC 3987, but RFC 3986 for RSS, which has no IRIs. https://www.rfc-editor.org/rfc/rfc3986#section-2 */
export const uriRules = feedRules({
  'feed-tag-uri-invalid': {
    severity: 'error',
    w3c: 'InvalidTAG',
    spec: specs.tagUri,
    profiles: validator,
    why: 'A tag URI has three parts: a domain or mail address, a date on which it was yours, and a name that you choose.',
    check: ({trimmed, subject}: Value) =>
      /^tag:/i.test(trimmed) && !isTagUri(trimmed) ? `${subject} is no tag URI` : undefined,
    hint: 'Write tag:example.com,2024-01-31:some/name',
    in: 'feed',
    bad: '<id>tag:example.com:one</id>',
    good: '<id>tag:example.com,2024-01-31:one</id>',
  },
  'feed-urn-invalid': {
    severity: 'error',
    w3c: 'InvalidURN',
    spec: specs.urn,
    profiles: validator,
    why: 'A URN has a registered namespace of letters and digits, and a name in it.',
    check: ({trimmed, subject}: Value) =>
      /^urn:/i.test(trimmed) && !isUrn(trimmed) ? `${subject} is no URN` : undefined,
    hint: 'Write urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    in: 'feed',
    bad: '<id>urn:my.space:one</id>',
    good: '<id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id>',
  },
  'feed-uuid-invalid': {
    severity: 'error',
    w3c: 'InvalidUUID',
    spec: specs.uuid,
    profiles: validator,
    why: 'A UUID is 32 hexadecimal digits in five groups. Anything else was typed by hand, and may be in use elsewhere.',
    check: ({trimmed, subject}: Value) =>
      /^urn:uuid:/i.test(trimmed) && !isUuidUrn(trimmed) ? `${subject} is no UUID` : undefined,
    hint: 'Write urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    in: 'feed',
    bad: '<id>urn:uuid:episode-1</id>',
    good: '<id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id>',
  },
  'feed-uri-character': {
    severity: 'error',
    w3c: 'InvalidUriChar',
    spec: specs.rfc3986,
    profiles: validator,
    why: 'Blanks, quotes, brackets and similar characters must be percent-encoded in an address. Many clients cut the address there.',
    check: ({text, trimmed, attribute, subject}: Value) => {
      // White space around the text of an element is only layout. In an attribute it is part of the address.
      const uri = attribute === undefined ? trimmed : text
      const bad = forbiddenIn(uri)
      if (bad === undefined) return undefined
      return `${subject} holds ${bad === '' ? 'a bracket' : quoted(bad, 1)}, which no URL may`
    },
    hint: 'Percent-encode it: a blank is %20',
    in: 'feed.xml on disk',
    bad: '<link>https://example.com/my show</link>',
    good: '<link>https://example.com/my%20show</link>',
  },
  'feed-uri-not-ascii': {
    severity: 'error',
    w3c: 'UriNotIri',
    spec: specs.rfc3986,
    profiles: appleAndValidator,
    why: 'RSS allows only addresses in ASCII. Apple refuses others, and each client encodes them in its own way.',
    check: ({trimmed, subject, element, facts}: Value) =>
      facts.format !== 'atom' && !element.name.startsWith('atom:') && /[^\0-\x7f]/.test(trimmed)
        ? `${subject} has letters outside ASCII, which many clients cannot fetch`
        : undefined,
    hint: 'Write the host in punycode (xn--...) and percent-encode the path: /caf%C3%A9',
    in: 'feed.xml on disk',
    bad: '<link>https://exämple.com/</link>',
    good: '<link>https://xn--exmple-cua.com/</link>',
  },
  'feed-url-not-full': {
    severity: 'error',
    w3c: 'InvalidFullLink',
    spec: specs.rss,
    profiles: validator,
    why: 'The address has no scheme or no host. A relative address needs an address to begin from, and a feed has none, so it leads nowhere.',
    check: ({trimmed, subject}: Value) => {
      if (schemeOf(trimmed) !== undefined && !lacksHost(trimmed)) return undefined
      return `${subject} ${trimmed === '' ? 'is empty' : `is no full address: ${quoted(trimmed, 80)}`}`
    },
    hint: 'Write it with scheme and host: https://example.com/page',
    in: 'feed.xml on disk',
    bad: '<link>/episodes/1</link>',
    good: '<link>https://example.com/episodes/1</link>',
  },
  'feed-link-invalid': {
    severity: 'error',
    w3c: 'InvalidLink',
    spec: specs.rfc3986,
    profiles: validator,
    why: 'The address has a scheme but no host, so it leads nowhere.',
    // The address begins with `http:` but has no host. This does not judge relative references.
    check: ({trimmed, subject}: Value) =>
      lacksHost(trimmed) ? `${subject} names no host: ${quoted(trimmed, 80)}` : undefined,
    in: 'feed',
    bad: '<logo>http:///logo.png</logo>',
    good: '<logo>https://example.com/logo.png</logo>',
  },
  'feed-scheme-unregistered': {
    severity: 'warning',
    w3c: 'SchemeNotIANARegistered',
    spec: specs.rfc3986,
    profiles: validator,
    why: 'No program knows what to do with the scheme of the address.',
    check: ({trimmed, subject}: Value) => {
      const written = schemeOf(trimmed)
      return written === undefined || registeredSchemes.has(written)
        ? undefined
        : `${subject} has the scheme ${written}:, which IANA does not know`
    },
    in: 'feed.xml on disk',
    bad: '<link>htp://example.com/</link>',
    good: '<link>https://example.com/</link>',
  },
  'feed-url-attribute-invalid': {
    severity: 'error',
    w3c: 'InvalidURLAttribute',
    spec: specs.rss,
    profiles: everyone,
    why: 'The address of a media file or a picture must be a full http(s) address in ASCII, or no app can fetch it.',
    check: ({text, subject}: Value) =>
      webUrl.test(text)
        ? undefined
        : `${subject} is not a full http(s) URL in ASCII, so no app can fetch it: ${quoted(text, 80)}`,
    hint: 'Write https://example.com/media/1.mp3; a blank is %20, other letters are percent-encoded',
    in: 'item',
    bad: '<enclosure url="audio/1.mp3" length="1" type="audio/mpeg"/>',
    good: '<enclosure url="https://example.com/audio/1.mp3" length="1" type="audio/mpeg"/>',
  },
  'feed-space-unexpected': {
    severity: 'error',
    w3c: 'UnexpectedWhitespace',
    spec: specs.atom,
    profiles: validator,
    why: 'In Atom, blanks around the value are a part of it. So it is another id, or no valid date.',
    // Atom uses an id or a date exactly as it is written, so a blank makes a different id.
    check: ({text, trimmed, subject}: Value) =>
      text === trimmed ? undefined : `${subject} has white space around its value, which is part of the value here`,
    in: 'feed',
    bad: '<id> https://example.com/1 </id>',
    good: '<id>https://example.com/1</id>',
  },
})

const ownSyntax = first(
  uriRules['feed-tag-uri-invalid'].judge,
  uriRules['feed-uuid-invalid'].judge,
  uriRules['feed-urn-invalid'].judge,
)
const characters = first(uriRules['feed-uri-character'].judge, uriRules['feed-uri-not-ascii'].judge)
const schemeRegistered = uriRules['feed-scheme-unregistered'].judge

/** A URL. It may be relative if something in the feed says what it is relative to. */
export const uriReference: ValueCheck = first(
  ownSyntax,
  characters,
  uriRules['feed-link-invalid'].judge,
  schemeRegistered,
)

/** A URI with its scheme. */
export const fullUri: ValueCheck = first(ownSyntax, characters, uriRules['feed-url-not-full'].judge, schemeRegistered)

/** A full http(s) URL in ASCII in an attribute. Enclosures and cover art accept only such a URL. */
export const webUrlAttribute: ValueCheck = uriRules['feed-url-attribute-invalid'].judge

export const withoutOuterSpace: ValueCheck = uriRules['feed-space-unexpected'].judge
