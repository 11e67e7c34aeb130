import {bareMediaUrl} from './analytics-prefixes.ts'

/**
 * Hosts that put advertisements or news into a media file when it is asked for, so that nearly every answer has other bytes and another
 * length. A host joins with its row. https://github.com/opawg/podcast-hosts (`abilities_dynamicaudio`) says which can.
 */
const hosts: Readonly<Record<string, string>> = {
  'acast.com': 'Acast',
  'pippa.io': 'Acast',
  'art19.com': 'ART19',
  'audioboom.com': 'Audioboom',
  'megaphone.fm': 'Megaphone',
  'omny.fm': 'Omny Studio',
  'omnycontent.com': 'Omny Studio',
  'prxu.org': 'PRX Dovetail',
  'redcircle.com': 'RedCircle',
  'simplecastaudio.com': 'Simplecast',
  'spreaker.com': 'Spreaker',
  'thisisdax.com': 'DAX',
  'tritondigital.com': 'Triton Digital',
}

/** The name of the host that puts advertisements into the file at an address; `undefined` where none is known to. */
export function insertingHost(url: string): string | undefined {
  const bare = bareMediaUrl(url)
  if (!URL.canParse(bare)) return undefined
  const parts = new URL(bare).hostname.toLowerCase().split('.')
  const names = parts.map((_, index) => parts.slice(index).join('.'))
  const known = names.find((name) => Object.hasOwn(hosts, name))
  return known === undefined ? undefined : hosts[known]
}
