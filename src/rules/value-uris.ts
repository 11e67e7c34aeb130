import {type Complaint, complaint, fine, first, type Value, type ValueCheck} from './rule-table.ts'
import {registeredSchemes} from './uri-schemes.ts'

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/
/** What RFC 3987 allows outside ASCII is allowed here; what it forbids inside ASCII is not. */
const forbidden = /[\0-\x20"<>\\^`{|}\x7f]/
const brokenEscape = /%(?![0-9A-Fa-f]{2})/
/** Brackets belong to an IPv6 host and nowhere else. */
const strayBracket = /[[\]]/
const ipv6Host = /^([A-Za-z][A-Za-z0-9+.-]*:)?\/\/([^/?#@]*@)?\[[0-9A-Fa-f:.]+\]/
const fragmentMark = /#[^#]*#/
/** Schemes that mean nothing without a host. */
const hierarchical = /^(https?|ftps?|feed):/i
const withHost = /^[a-z]+:\/\/(?:[^/?#@]*@)?(?:\[[0-9a-f:.]+\]|[^/?#:@\s[\]]+)(?::\d*)?(?:[/?#]|$)/i

/** RFC 3987 (and RFC 3986 for RSS, which knows no IRIs): https://www.rfc-editor.org/rfc/rfc3986#section-2 */
function characters({trimmed, subject, facts}: Value): readonly Complaint[] {
  const bad = forbidden.exec(trimmed) ?? brokenEscape.exec(trimmed) ?? fragmentMark.exec(trimmed)
  if (bad || strayBracket.test(trimmed.replace(ipv6Host, ''))) {
    const shown = bad ? JSON.stringify(bad[0].slice(0, 1)) : 'a bracket'
    return [
      complaint(
        'feed-uri-character',
        `${subject} holds ${shown}, which no URL may`,
        'Percent-encode it: a blank is %20',
      ),
    ]
  }
  if (facts.format !== 'atom' && /[^\0-\x7f]/.test(trimmed)) {
    return [
      complaint(
        'feed-uri-not-ascii',
        `${subject} has letters outside ASCII, which many clients cannot fetch`,
        'Write the host in punycode (xn--...) and percent-encode the path: /caf%C3%A9',
      ),
    ]
  }
  return fine
}

function schemeRegistered({trimmed, subject}: Value): readonly Complaint[] {
  const written = scheme.exec(trimmed)?.[0].slice(0, -1).toLowerCase()
  if (written === undefined || registeredSchemes.has(written)) return fine
  return [complaint('feed-scheme-unregistered', `${subject} has the scheme ${written}:, which IANA does not know`)]
}

/** RFC 4151: an authority, the date it was yours, and what you like. */
const tagUri =
  /^tag:(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|[a-z0-9._-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*),\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?:[a-z0-9._~:@!$&'()*+,;=%/?-]*(?:#[a-z0-9._~:@!$&'()*+,;=%/?-]*)?$/i
/** RFC 8141 */
const urn = /^urn:(?!urn:)[a-z0-9][a-z0-9-]{1,31}:(?:[a-z0-9()+,.:=@;$_!*'~&/?#-]|%[0-9a-f]{2})+$/i

function ownSyntax({trimmed, subject}: Value): readonly Complaint[] {
  if (/^tag:/i.test(trimmed) && !tagUri.test(trimmed)) {
    return [complaint('feed-tag-uri-invalid', `${subject} is no tag URI`, 'Write tag:example.com,2024-01-31:some/name')]
  }
  if (/^urn:/i.test(trimmed) && !urn.test(trimmed)) {
    return [
      complaint('feed-urn-invalid', `${subject} is no URN`, 'Write urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a'),
    ]
  }
  return fine
}

function hasScheme({trimmed, subject}: Value): readonly Complaint[] {
  if (scheme.test(trimmed) && (!hierarchical.test(trimmed) || withHost.test(trimmed))) return fine
  const shown = trimmed === '' ? 'is empty' : `is no full address: ${JSON.stringify(trimmed.slice(0, 80))}`
  return [
    complaint('feed-url-not-full', `${subject} ${shown}`, 'Write it with scheme and host: https://example.com/page'),
  ]
}

/** `http:`, but then no host. A relative reference is none of that. */
function hostPresent(value: Value): readonly Complaint[] {
  if (!hierarchical.test(value.trimmed) || withHost.test(value.trimmed)) return fine
  return [
    complaint('feed-link-invalid', `${value.subject} names no host: ${JSON.stringify(value.trimmed.slice(0, 80))}`),
  ]
}

/** A URL that may be relative, where something says to what. */
export const uriReference: ValueCheck = first(ownSyntax, characters, hostPresent, schemeRegistered)

/** A URI with its scheme. */
export const fullUri: ValueCheck = first(ownSyntax, characters, hasScheme, schemeRegistered)

const webUrl = /^https?:\/\/(?:[^/?#@\s]*@)?[a-z0-9._-]+(?::\d+)?(?:[/?#][\x21-\x7e]*)?$/i

/** A full http(s) URL in ASCII in an attribute; enclosures and cover art have nothing else. */
export const webUrlAttribute: ValueCheck = ({text, subject}) =>
  webUrl.test(text)
    ? fine
    : [
        complaint(
          'feed-url-attribute-invalid',
          `${subject} is not a full http(s) URL in ASCII, so no app can fetch it: ${JSON.stringify(text.slice(0, 80))}`,
          'Write https://example.com/media/1.mp3; a blank is %20, other letters are percent-encoded',
        ),
      ]

/** Atom takes an id or a date as it stands: a blank makes another identity. */
export const withoutOuterSpace: ValueCheck = ({text, trimmed, subject}) =>
  text === trimmed
    ? fine
    : [
        complaint(
          'feed-space-unexpected',
          `${subject} has white space around its value, which is part of the value here`,
        ),
      ]
