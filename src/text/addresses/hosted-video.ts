/** A video on a page of a service: what is needed to link to it and to embed it. */
export type VideoPage = {
  readonly service: 'youtube' | 'vimeo' | 'peertube'
  readonly id: string
  readonly pageUrl: string
  readonly embedUrl: string
}

/** The names as the services spell them. */
export const videoServiceNames: Readonly<Record<VideoPage['service'], string>> = {
  youtube: 'YouTube',
  vimeo: 'Vimeo',
  peertube: 'PeerTube',
}

const youTubeHosts = new Set(['youtube.com', 'm.youtube.com', 'music.youtube.com', 'youtube-nocookie.com'])
const youTubeId = /^[\w-]{11}$/
const youTubePath = /^\/(?:shorts|live|embed|v|e)\/([^/]+)\/?$/
const vimeoPath =
  /^\/(?:channels\/[^/]+\/|groups\/[^/]+\/videos\/|(?:album|showcase)\/[^/]+\/video\/|ondemand\/[^/]+\/|video\/)?(\d{4,12})(?:\/([\da-f]{6,20}))?\/?$/
/** Short ids are 22 characters of base 58, long ones UUIDs; nothing else under these paths on other hosts looks so. */
const peerTubePath =
  /^\/(?:w|videos\/(?:watch|embed))\/([1-9A-HJ-NP-Za-km-z]{20,22}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\/?$/

/**
 * The video that `url` shows, if it is a watch, share or embed address of YouTube, Vimeo or a PeerTube server (any host).
 * Playlists and channels are none. A start time in the address is dropped. Scheme-less addresses (`//www.youtube.com/…`) are
 * read as https, which is what a page over https does with them.
 */
export function parseHostedVideo(url: string): VideoPage | undefined {
  const address = addressOf(url)
  if (address === undefined) return undefined
  const host = address.hostname.replace(/^www\./, '')
  if (host === 'youtu.be') return youTube(address.pathname.slice(1).replace(/\/$/, ''))
  if (youTubeHosts.has(host)) {
    return youTube(youTubePath.exec(address.pathname)?.[1] ?? address.searchParams.get('v') ?? '')
  }
  if (host === 'vimeo.com' || host === 'player.vimeo.com') return vimeo(address)
  return peerTube(address)
}

/** An address that was copied from a browser's bar may have no scheme. */
const bareAddress =
  /^(?:(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com|youtu\.be|(?:www\.|player\.)?vimeo\.com)(?:[/?#]|$)/i

function addressOf(url: string): URL | undefined {
  const written = url.trim()
  const text = bareAddress.test(written) ? `https://${written}` : written.replace(/^\/\//, 'https://')
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined
}

/** The service whose site `url` is on. Such a site has pages, and no files that an app could download. */
export function videoServiceOf(url: string): VideoPage['service'] | undefined {
  const {hostname, pathname} = addressOf(url) ?? {hostname: '', pathname: ''}
  const host = hostname.replace(/^www\./, '')
  if (host === 'youtu.be' || youTubeHosts.has(host)) return 'youtube'
  if (host === 'vimeo.com' || host === 'player.vimeo.com') return vimeoFile.test(pathname) ? undefined : 'vimeo'
  return peerTubeList.test(pathname) ? 'peertube' : undefined
}

/** What the file links of paid accounts look like: these play. */
const vimeoFile = /^\/(?:external|progressive_redirect)\//
const peerTubeList = /^\/(?:w\/p|videos\/watch\/playlist|video-playlists\/embed)\/[\w-]{20,36}\/?$/

function youTube(id: string): VideoPage | undefined {
  if (!youTubeId.test(id) || id === 'videoseries') return undefined
  return {
    service: 'youtube',
    id,
    pageUrl: `https://www.youtube.com/watch?v=${id}`,
    // The privacy host sets no cookie before the listener presses play.
    embedUrl: `https://www.youtube-nocookie.com/embed/${id}`,
  }
}

/** An unlisted video needs its hash, in the path of the page and in the query of the player. */
function vimeo(address: URL): VideoPage | undefined {
  const match = vimeoPath.exec(address.pathname)
  if (match?.[1] === undefined) return undefined
  const id = match[1]
  const hash = match[2] ?? /^[\da-f]{6,20}$/.exec(address.searchParams.get('h') ?? '')?.[0]
  return {
    service: 'vimeo',
    id,
    pageUrl: `https://vimeo.com/${id}${hash === undefined ? '' : `/${hash}`}`,
    embedUrl: `https://player.vimeo.com/video/${id}${hash === undefined ? '' : `?h=${hash}`}`,
  }
}

function peerTube(address: URL): VideoPage | undefined {
  const id = peerTubePath.exec(address.pathname)?.[1]
  if (id === undefined) return undefined
  const path = id.includes('-') ? 'videos/watch' : 'w'
  return {
    service: 'peertube',
    id,
    pageUrl: `https://${address.host}/${path}/${id}`,
    embedUrl: `https://${address.host}/videos/embed/${id}`,
  }
}
