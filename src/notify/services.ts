import type {BuiltFeed} from './built-feeds.ts'

/** Who can be told that a feed changed. */
export const serviceNames = ['websub', 'podping', 'podcastindex'] as const
/** The name of a service that can be told. */
export type ServiceName = (typeof serviceNames)[number]

/** Where the services are, and the token for the one that wants one. */
export type ServiceSettings = {
  /** https://podping.cloud takes nothing without one. */
  readonly podpingToken?: string
  readonly podpingUrl: string
  readonly podcastIndexUrl: string
}

/** The addresses of the public services. */
export const usualServices = {
  podpingUrl: 'https://podping.cloud/',
  podcastIndexUrl: 'https://api.podcastindex.org/api/1.0/hub/pubnotify',
} as const

/** One call to make for a changed feed; `name` is what is remembered of it. */
export type Call = {readonly name: string; readonly url: string; readonly init: RequestInit}

type Service = {
  readonly summary: string
  readonly calls: (feed: BuiltFeed, settings: ServiceSettings) => readonly Call[]
}

export const services: Readonly<Record<ServiceName, Service>> = {
  websub: {
    summary: 'the WebSub hubs that the feed names',
    // How a hub is told is not in the specification; all public ones take this form (https://www.w3.org/TR/websub/#publishing).
    calls: ({url, hubs}) =>
      hubs.map((hub) => ({
        name: `websub ${hub}`,
        url: hub,
        init: {method: 'POST', body: new URLSearchParams({'hub.mode': 'publish', 'hub.url': url})},
      })),
  },
  podping: {
    summary: 'Podping, which podcast apps listen to',
    calls: ({format, url, medium, isHidden}, {podpingToken, podpingUrl}) => {
      if (podpingToken === undefined || format !== 'rss' || isHidden) return []
      const address = withQuery(podpingUrl, {url, reason: 'update', ...(medium === undefined ? {} : {medium})})
      return [{name: 'podping', url: address, init: {headers: {Authorization: podpingToken}}}]
    },
  },
  podcastindex: {
    summary: 'Podcast Index, whose data many apps use',
    calls: ({format, url, isHidden}, {podcastIndexUrl}) =>
      format !== 'rss' || isHidden ? [] : [{name: 'podcastindex', url: withQuery(podcastIndexUrl, {url}), init: {}}],
  },
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}
