/** The port that a scheme means if the address names none. */
const defaultPorts: ReadonlyMap<string, string> = new Map([
  ['http', '80'],
  ['https', '443'],
  ['ftp', '21'],
])

const parts = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/is

/**
 * The form in which an id should be written, so that two readers who compare it letter by letter agree (RFC 4287, 4.2.6.1):
 * scheme and host in lower case, nothing percent-encoded without need, `%C3` and not `%c3`, no `..`, no default port.
 * `undefined` if the text is no URI with a scheme.
 */
export function canonicalUri(uri: string): string | undefined {
  const match = parts.exec(uri)
  if (!match) return undefined
  const [, scheme = '', authority, path = '', query = '', fragment = ''] = match
  const lowerScheme = scheme.toLowerCase()
  const canonicalPath = authority === undefined ? canonicalEscapes(path) : withoutDots(canonicalEscapes(path))
  const host = authority === undefined ? '' : `//${canonicalAuthority(authority, lowerScheme)}`
  const root = host !== '' && canonicalPath === '' && defaultPorts.has(lowerScheme) ? '/' : canonicalPath
  return `${lowerScheme}:${host}${root}${canonicalEscapes(query)}${canonicalEscapes(fragment)}`.normalize('NFC')
}

function canonicalAuthority(authority: string, scheme: string): string {
  const at = authority.lastIndexOf('@') + 1
  const host = authority.slice(at).toLowerCase()
  const port = /:(\d*)$/.exec(host)
  const isDefault = port !== null && (port[1] === '' || port[1] === defaultPorts.get(scheme))
  if (scheme === 'file' && host === 'localhost') return ''
  const user = authority.slice(0, at)
  return (user === '@' ? '' : user) + (isDefault ? host.slice(0, port.index) : host)
}

/**
 * Letters, digits, `-`, `.`, `_` and `~` are not encoded. A character that must be encoded is first composed (NFC) with the letter
 * before it. The codes are in capitals.
 */
function canonicalEscapes(text: string): string {
  return text.replace(/([a-z]?)((?:%[0-9a-f]{2})+)/gi, (_, letter: string, run: string) => {
    const decoded = decodeRun(run)
    return decoded === undefined ? letter + run.toUpperCase() : encodeRun((letter + decoded).normalize('NFC'))
  })
}

function decodeRun(run: string): string | undefined {
  const bytes = Uint8Array.from(run.matchAll(/%(..)/g), ([, hex]) => Number.parseInt(hex ?? '', 16))
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return undefined
  }
}

function encodeRun(text: string): string {
  let encoded = ''
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte)
    encoded += /[A-Za-z0-9._~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return encoded
}

/** The path without `.` and `..`, after RFC 3986, 5.2.4. */
function withoutDots(path: string): string {
  if (!/(?:^|\/)\.\.?(?:\/|$)/.test(path)) return path
  const kept: string[] = []
  const segments = path.split('/')
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1
    if (segment === '..' && kept.length > 1) kept.pop()
    else if (segment !== '.' && segment !== '..') kept.push(segment)
    if (last && (segment === '.' || segment === '..')) kept.push('')
  }
  return kept.join('/')
}
