/** Services that count downloads. Their address stands before the address of a media file, and they send the app on to the file. */
type Service = {
  /** What stands before the address; `extension` is that of the file, without its dot. */
  readonly prefix: (facts: {readonly podcastGuid: string; readonly extension: string}) => string
  readonly summary: string
}

/** By the name that `prefixes` has for it. A service joins with its row. */
export const analyticsServices: Readonly<Record<string, Service>> = {
  // With the show's guid, OP3 knows which show a file belongs to. Without it, OP3 has to find the feed (https://op3.dev/setup).
  op3: {prefix: ({podcastGuid}) => `https://op3.dev/e,pg=${podcastGuid}/`, summary: 'OP3, open and without a contract'},
  podtrac: {
    // An app that looks at the extension may look at the first one in the address.
    prefix: ({extension}) => `https://dts.podtrac.com/redirect.${extension === '' ? 'mp3' : extension}/`,
    summary: 'Podtrac',
  },
  podscribe: {prefix: () => 'https://verifi.podscribe.com/rss/p/', summary: 'Podscribe'},
  podsights: {prefix: () => 'https://pdst.fm/e/', summary: 'Podsights, now Spotify Ad Analytics'},
}

/**
 * The address of a media file by way of `prefixes` (names of services, or their addresses), the first of them outermost. They nest as
 * services document it: `https://` is taken off what follows, `http://` stays, and nothing is encoded, so that the file's extension
 * is still the end of it. A service that the address goes through already is not put before it again, and a stream (`.m3u8`) is no
 * download.
 */
export function measuredUrl(url: string, prefixes: readonly string[], podcastGuid: string): string {
  const extension = /\.([a-z0-9]{2,5})(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? ''
  if (extension === 'm3u8') return url
  return prefixes.reduceRight((target, name) => {
    const prefix = Object.hasOwn(analyticsServices, name)
      ? (analyticsServices[name]?.prefix({podcastGuid, extension}) ?? '')
      : name.replace(/\/*$/, '/')
    return `/${withoutScheme(target)}`.includes(`/${hostOf(prefix)}/`) ? target : `${prefix}${withoutHttps(target)}`
  }, url)
}

/** Beginnings of addresses after which another address follows, in feeds of any maker. */
const knownPrefix =
  /^https?:\/\/(?:op3\.dev\/e(?:,[^/]*)?|(?:dts|www)\.podtrac\.com\/(?:pts\/)?redirect\.[a-z0-9]+|pdst\.fm\/e|pdcn\.co\/e|mgln\.ai\/e\/[^/]+|(?:chrt\.fm|chtbl\.com)\/track\/[^/]+|verifi\.podscribe\.com\/rss\/p|media\.blubrry\.com\/[^/]+)\/(?=(?:https?:\/\/)?[^/]+\.[^/]+\/)/i

/** The address of the file itself, without the services that count its downloads. */
export function bareMediaUrl(url: string): string {
  const match = knownPrefix.exec(url)
  if (match === null) return url
  const rest = url.slice(match[0].length)
  return bareMediaUrl(/^https?:/i.test(rest) ? rest : `https://${rest}`)
}

/** Whether two addresses lead to one file, for an app that follows redirects. A service that counts does not move the file. */
export function isSameMedia(one: string, other: string): boolean {
  const [a, b] = [withSmallHost(bareMediaUrl(one)), withSmallHost(bareMediaUrl(other))]
  // A service we do not know still has the whole address of the file at its end.
  return a === b || a.endsWith(`/${withoutHttps(b)}`) || b.endsWith(`/${withoutHttps(a)}`)
}

/** Scheme and host are the same in any case. RFC 3986 section 6.2.2.1 */
function withSmallHost(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?#]*/i, (start) => start.toLowerCase())
}

function withoutHttps(url: string): string {
  return url.replace(/^https:\/\//i, '')
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//i, '')
}

function hostOf(prefix: string): string {
  return withoutScheme(prefix).split('/')[0] ?? ''
}
