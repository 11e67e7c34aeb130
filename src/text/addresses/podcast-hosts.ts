/** Where hosts have the pages of their shows. Who owns which domain: https://github.com/opawg/podcast-hosts. */
const domains: ReadonlySet<string> = new Set([
  'acast.com',
  'anchor.fm',
  'art19.com',
  'audioboom.com',
  'blubrry.com',
  'blubrry.net',
  'buzzsprout.com',
  'captivate.fm',
  'castos.com',
  'fireside.fm',
  'ivoox.com',
  'libsyn.com',
  'megaphone.fm',
  'omny.fm',
  'podbean.com',
  'podigee.io',
  'podomatic.com',
  'redcircle.com',
  'rss.com',
  'simplecast.com',
  'soundcloud.com',
  'spotify.com',
  'spreaker.com',
  'transistor.fm',
  'youtube.com',
  'zencastr.com',
])

/** The domain of the podcast host that an address is at; `undefined` for any other. */
export function hostOfPodcasts(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const [, domain = ''] = /(?:^|\.)([^.]+\.[^.]+)$/.exec(new URL(url).hostname.toLowerCase()) ?? []
  return domains.has(domain) ? domain : undefined
}
