/**
 * The live feed of a show, as a host would have it, made from a list of its episodes. It knows nothing of `src`: other guids, a
 * service that counts downloads, old addresses of pages, texts that a host has changed.
 */

export type Listed = {
  readonly title: string
  readonly date_utc: string
  /** Its address or the end of it; null where only the host has media. */
  readonly media: string | null
  readonly seconds: number | null
  readonly bytes: number | null
}

export type LiveShow = {
  readonly site: string
  /** What stands before media that have no address of their own. */
  readonly mediaBase: string
  /** Whether each address has a query, as some hosts put one there. */
  readonly hasQueries: boolean
}

const prefix = 'https://dts.podtrac.com/redirect.mp3/'

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

const guids: readonly ((index: number) => string)[] = [
  (index) => `https://old-host.example/?p=${4000 + index}`,
  (index) => `tag:old-host.example,2012:Podcast/${index}`,
  (index) => `0A5E44D4-23CC-11EA-AF7F-${String(index).padStart(12, '0')}`,
  (index) => String(990_000 + index),
]

function pageOf(site: string, index: number): string {
  const paths = [`${site}archive/${index}.html`, `${site}?p=${index}`, `https://old-host.example/e/${index}`]
  return paths[index % 5] ?? `${site}listen/${index}/`
}

export function enclosureOf({media}: Listed, index: number, {mediaBase, hasQueries}: LiveShow): string {
  const address = /^https?:/.test(media ?? '') ? (media ?? '') : `${mediaBase}${media ?? `${index}.mp3`}`
  return `${prefix}${address.replace(/^https?:\/\//, '')}${hasQueries ? '?source=feed' : ''}`
}

/** Every seventh title is another one at the host: numbered, as many hosts do. */
function titleOf({title, media}: Listed, index: number): string {
  return index % 7 === 3 && media !== null ? `${index}: ${title}` : title
}

export function liveFeed(episodes: readonly Listed[], show: LiveShow): string {
  const items = episodes.map((episode, index) => {
    const guid = guids[index % guids.length]?.(index) ?? ''
    const length = episode.bytes ?? 1_234_567 + index
    return `<item>
      <title>${xml(titleOf(episode, index))}</title>
      <guid isPermaLink="false">${xml(guid)}</guid>
      <link>${xml(pageOf(show.site, index))}</link>
      <pubDate>${new Date(episode.date_utc).toUTCString()}</pubDate>
      <description>Notes of the host.</description>
      <itunes:duration>${episode.seconds ?? 1800 + index}</itunes:duration>
      <enclosure url="${xml(enclosureOf(episode, index, show))}" length="${length}" type="audio/mpeg"/>
    </item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
  <title>The show at its host</title><link>${show.site}</link><description>What the host says.</description>
  <language>en</language><itunes:author>The people</itunes:author><itunes:explicit>false</itunes:explicit>
  <podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
  <atom:link rel="self" type="application/rss+xml" href="${show.site}podcast.rss"/>
  ${items.reverse().join('\n')}
</channel></rss>`
}
