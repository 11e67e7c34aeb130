/** Characters outside ASCII that RFC 3987 allows are allowed here. Characters inside ASCII that it forbids are not. */
const forbidden = /[\0-\x20"<>\\^`{|}\x7f]/
const brokenEscape = /%(?![0-9A-Fa-f]{2})/
const fragmentMark = /#[^#]*#/
/** Brackets belong to an IPv6 host and nowhere else. */
const strayBracket = /[[\]]/
const ipv6Host = /^([A-Za-z][A-Za-z0-9+.-]*:)?\/\/([^/?#@]*@)?\[[0-9A-Fa-f:.]+\]/
const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/
/** Schemes that mean nothing if no host follows. */
const hierarchical = /^(?:https?|ftps?):|^feed:\/\//i
const withHost = /^[a-z]+:\/\/(?:[^/?#@]*@)?(?:\[[0-9a-f:.]+\]|[^/?#:@\s[\]]+)(?::\d*)?(?:[/?#]|$)/i
/** A name of the domain name system, label by label. */
const domain = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*'
const tagCharacters = "(?:[a-z0-9._~:@!$&'()*+,;=/?-]|%[0-9a-f]{2})*"
/** RFC 4151: an authority, the date it was yours, and what you like. */
const tagUri = new RegExp(
  String.raw`^tag:(?:[a-z0-9._-]+@)?${domain},(\d{4})(?:-(\d\d)(?:-(\d\d))?)?:${tagCharacters}(?:#${tagCharacters})?$`,
  'i',
)
/** RFC 8141 */
const urn = /^urn:(?!urn:)[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9]):(?:[a-z0-9()+,.:=@;$_!*'~&/?#-]|%[0-9a-f]{2})+$/i
/** RFC 9562 */
const uuidUrn = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:[?#].*)?$/i

/** The character that this URI must not hold. An empty text stands for a bracket in the wrong place. */
export function forbiddenIn(uri: string): string | undefined {
  const found = forbidden.exec(uri) ?? brokenEscape.exec(uri) ?? fragmentMark.exec(uri)
  if (found) return found[0]
  return strayBracket.test(uri.replace(ipv6Host, '')) ? '' : undefined
}

/** In small letters, without the colon. */
export function schemeOf(uri: string): string | undefined {
  return scheme.exec(uri)?.[0].slice(0, -1).toLowerCase()
}

/** `https:` without a host is the address of nothing. */
export function lacksHost(uri: string): boolean {
  return hierarchical.test(uri) && !withHost.test(uri)
}

/** The date counts as well: nobody owned a domain on the 31st of June. */
export function isTagUri(text: string): boolean {
  const [, year, month = '01', day = '01'] = tagUri.exec(text) ?? []
  if (year === undefined) return false
  const lastDay = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate()
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastDay
}

export function isUrn(text: string): boolean {
  return urn.test(text)
}

export function isUuidUrn(text: string): boolean {
  return uuidUrn.test(text)
}

/** Whether it is a whole URI by the rules of its own scheme, and not just a text with a colon. */
export function isUri(text: string): boolean {
  const name = schemeOf(text)
  if (name === undefined || forbiddenIn(text) !== undefined || lacksHost(text)) return false
  if (name === 'tag') return isTagUri(text)
  return name !== 'urn' || (isUrn(text) && (!/^urn:uuid:/i.test(text) || isUuidUrn(text)))
}
