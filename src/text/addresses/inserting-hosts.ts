import {bareMediaUrl} from './analytics-prefixes.ts'

type InsertingHost = {
  readonly name: string
  readonly domains: readonly string[]
  /** The page that says that the host makes the file when it is asked for. */
  readonly source: string
}

/**
 * Hosts that put advertisements or news into a media file when it is asked for, so that nearly every answer has other bytes and another
 * length. A host joins with its row and a source. Who owns which domain: https://github.com/opawg/podcast-hosts.
 */
const hosts: readonly InsertingHost[] = [
  {
    name: 'Acast',
    domains: ['acast.com', 'pippa.io'],
    source: 'https://learn.acast.com/en/articles/7321815-how-does-acast-insert-ads-into-episodes',
  },
  {
    name: 'ART19',
    domains: ['art19.com'],
    source: 'https://art19.zendesk.com/hc/en-us/articles/6973524135565-Glossary-of-ART19-Terminology',
  },
  {
    name: 'Megaphone',
    domains: ['megaphone.fm'],
    source:
      'https://support.megaphone.fm/en/articles/2151440-how-does-megaphone-decide-which-advertisements-to-prioritize',
  },
  {
    name: 'Omny Studio',
    domains: ['omny.fm', 'omnystudio.com', 'omnycontent.com'],
    source: 'https://help.omnystudio.com/en/articles/5559022-ad-marker-rules',
  },
  {
    name: 'PRX Dovetail',
    domains: ['prxu.org'],
    source: 'https://help.prx.org/hc/en-us/articles/360021790094-Templates-What-they-are-and-how-to-edit-them',
  },
  {
    name: 'RedCircle',
    domains: ['redcircle.com'],
    source: 'https://support.redcircle.com/dynamic-insertion-for-the-redcircle-ad-platform-rap',
  },
  {
    name: 'Simplecast',
    domains: ['simplecastaudio.com'],
    // Its media are at `injector.simplecastaudio.com`; no page of its own was found.
    source: 'https://podrewind.com/blog/dynamic-ad-insertion-explained',
  },
  {
    name: 'Spreaker',
    domains: ['spreaker.com'],
    source: 'https://help.spreaker.com/en/articles/4118800-how-to-activate-the-ads-on-your-podcast',
  },
  {
    name: 'Triton Digital',
    domains: ['tritondigital.com'],
    source: 'https://help.tritondigital.com/user/docs/integrating-your-podcast-cms-and-monetizing',
  },
]

const nameByDomain = new Map(hosts.flatMap(({name, domains}) => domains.map((domain) => [domain, name] as const)))

/** Whether an address may name one of them. Most do not, and taking an address apart takes ten times as long. */
const mayName = new RegExp([...nameByDomain.keys()].map((domain) => domain.replaceAll('.', '\\.')).join('|'), 'i')

/** The name of the host that puts advertisements into the file at an address. `undefined` if no such host is known. */
export function insertingHost(url: string): string | undefined {
  if (!mayName.test(url)) return undefined
  const bare = bareMediaUrl(url)
  if (!URL.canParse(bare)) return undefined
  const parts = new URL(bare).hostname.toLowerCase().split('.')
  const domains = parts.map((_, index) => parts.slice(index).join('.'))
  return domains.map((domain) => nameByDomain.get(domain)).find((name) => name !== undefined)
}
