import {describe, expect, it} from 'vitest'
import {readSource} from '../../src/sources/read-source.ts'
import {bytesInMemory} from '../../src/sources/source-text.ts'
import {unpackedShow} from './unpacked-show.ts'

const namespaces =
  'xmlns="http://www.w3.org/2005/Atom" xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/"'

function channel(...entries: readonly string[]) {
  const author = '<author><name>Kim Lund</name><uri>https://www.youtube.com/channel/UC1</uri></author>'
  const all = entries.map((entry) => `<entry>${entry}</entry>`).join('')
  const outcome = readSource(
    bytesInMemory([Buffer.from(`<feed ${namespaces}><title>Night</title>${author}${all}</feed>`)]),
    'feed.xml',
  )
  if (!outcome.ok) throw new Error('it was not read')
  return unpackedShow(outcome.value)
}

describe('the feed of a YouTube channel', () => {
  it('is a show of hosted videos, with the page of the channel as its site', () => {
    const film =
      '<id>yt:video:abc</id><yt:videoId>abc</yt:videoId><title>One</title><published>2026-01-31T09:00:00+00:00</published>'
    expect(channel(film)).toEqual({
      format: 'youtube',
      title: 'Night',
      fields: {author: 'Kim Lund'},
      isPrivate: false,
      siteUrl: 'https://www.youtube.com/channel/UC1',
      episodes: [
        {
          guid: 'yt:video:abc',
          title: 'One',
          publishedAt: new Date('2026-01-31T09:00:00Z'),
          fields: {youtube: 'https://www.youtube.com/watch?v=abc'},
          notesHtml: '',
          media: [],
          files: [],
          unknown: [],
        },
      ],
      unknown: [],
    })
  })

  it('has descriptions as text: nothing in them is HTML, empty lines divide paragraphs, and lines stay', () => {
    const description = 'A &amp;lt;b&amp;gt; &amp;amp; c\nsecond line\n \n\nnew'
    const film = `<yt:videoId>abc</yt:videoId><media:group><media:description>${description.replaceAll('&amp;', '&')}</media:description></media:group>`
    expect(channel(film).episodes[0]?.notesHtml).toBe('<p>A &lt;b&gt; &amp; c<br>second line</p>\n<p>new</p>')
  })

  it('has a film without a title, a date and an id under its number, and leaves out what is no film', () => {
    const [film, ...others] = channel('<yt:videoId>abc</yt:videoId>', '<title>A post</title>').episodes
    expect(film).toMatchObject({guid: 'yt:video:abc', title: 'abc'})
    expect(film).not.toHaveProperty('publishedAt')
    expect(others).toEqual([])
  })
})
