// Feeds of any number of items, as hosts and as enemies write them, with the same bytes every time.
import {closeSync, openSync, writeSync} from 'node:fs'
import {random, speech} from './interview-article.mjs'

const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol9 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
<title>Bench</title>
<link>https://bench.example/</link>
<language>en</language>
<description>A generated feed.</description>
<itunes:author>Kim Abel</itunes:author>
<itunes:explicit>no</itunes:explicit>
<itunes:category text="Technology"/>
`
const itemsPerWrite = 1000

/** @param {string} file @param {number} count @param {(index: number) => string} itemOf */
function writeFeed(file, count, itemOf) {
  const open = openSync(file, 'w')
  writeSync(open, head)
  for (let start = 0; start < count; start += itemsPerWrite) {
    const length = Math.min(itemsPerWrite, count - start)
    writeSync(open, Array.from({length}, (_, index) => itemOf(start + index)).join(''))
  }
  writeSync(open, '</channel>\n</rss>\n')
  closeSync(open)
}

/** @param {number} index newest first @param {number} count */
function dateOf(index, count) {
  return new Date(Date.UTC(2000, 0, 1) + (count - index) * 3_600_000).toUTCString()
}

/**
 * Items of which each leads somewhere else: out of the folder, into a private network, to the name of another one. Some have no guid,
 * no date, the guid of the one before, a bomb, a lone ampersand.
 * @param {string} file
 * @param {number} count
 */
export function writeHostileFeed(file, count) {
  writeFeed(file, count, (index) => {
    const guid =
      index % 10 === 3 ? '' : `<guid isPermaLink="false">../../${index % 20 === 7 ? index - 1 : index}</guid>`
    const date = index % 50 === 9 ? 'yesterday' : dateOf(Math.floor(index / 100), count)
    return `<item>
<title>../../../etc/passwd &lt;script&gt;&#27;[31m${index % 1000 === 5 ? ' Q & A' : ''}</title>
${guid}<pubDate>${date}</pubDate>
<link>http://10.0.0.1/${index}</link>
<description><![CDATA[<script>alert(${index})</script><p>One & two&nbsp;<b>three <i>four</b> five</i><img src="http://127.0.0.1/${index}.png" onerror="x">]]></description>
<enclosure url="https://media.example.org/../${index}.mp3?token=${index}" length="-${index}" type="audio/mpeg"/>
<itunes:duration>${index % 2 === 0 ? '99:99:99' : '3600'}</itunes:duration><itunes:episode>-${index}</itunes:episode>
<itunes:subtitle>&lol9;</itunes:subtitle><x:evil attribute="${index}">nobody knows</x:evil>
</item>
`
  })
}

/**
 * Items as a host writes them: all its tags, and notes in HTML with paragraphs, a list and links, of the usual length.
 * @param {string} file
 * @param {number} count
 */
export function writeHostFeed(file, count) {
  writeFeed(file, count, (index) => {
    const next = random(index + 1)
    const sentences = (/** @type {number} */ length) =>
      speech(next, length)
        .replace(/[*`[\]<>]/g, '')
        .replaceAll('&', '&amp;')
    const notes = [
      `<p>${sentences(2)}</p>`,
      `<p>With <strong>Ada Abara</strong>, at <a href="https://guest.example/${index}?from=notes">her own place</a>.</p>`,
      `<h3>Links</h3><ul><li><a href="https://bench.example/links/${index}">The archive of sounds</a></li><li>${sentences(1)}</li></ul>`,
      `<p>${sentences(3)}</p>`,
    ]
    const number = count - index
    return `<item>
<title>${number}: ${sentences(1).slice(0, 40)}</title>
<itunes:title>${sentences(1).slice(0, 40)}</itunes:title>
<guid isPermaLink="false">6b6a0c3e-6a7e-5d3e-9a52-${String(number).padStart(12, '0')}</guid>
<pubDate>${dateOf(index, count)}</pubDate>
<link>https://bench.example/episodes/${number}</link>
<description><![CDATA[${notes.join('\n')}]]></description>
<enclosure url="https://media.example.org/${number}.mp3?source=feed" length="${20_000_000 + index}" type="audio/mpeg"/>
<itunes:duration>00:${String(index % 60).padStart(2, '0')}:30</itunes:duration>
<itunes:episode>${number}</itunes:episode>
<itunes:season>${1 + Math.floor(number / 1000)}</itunes:season>
<itunes:episodeType>full</itunes:episodeType>
<itunes:explicit>false</itunes:explicit>
<podcast:person role="guest" href="https://guest.example/">Ada Abara</podcast:person>
</item>
`
  })
}
