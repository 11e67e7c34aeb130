import {describe, expect, it} from 'vitest'
import {readSource} from '../../src/sources/read-source.ts'
import {bytesInMemory} from '../../src/sources/source-text.ts'
import {unpackedShow} from './unpacked-show.ts'

const itunes =
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"'

function read(text: string) {
  const outcome = readSource(bytesInMemory([Buffer.from(text)]), 'feed.xml')
  return {show: outcome.ok ? unpackedShow(outcome.value) : undefined, codes: outcome.problems.map(({code}) => code)}
}

const rss = (channel: string, item: string) =>
  `<?xml version="1.0"?><rss version="2.0" ${itunes}><channel><title>Night</title>${channel}<item>${item}</item></channel></rss>`

describe('a source', () => {
  it('in RSS has its guids and the addresses of its media as they are, byte for byte', () => {
    const item =
      '<title>One</title><guid> g&amp;1 </guid><pubDate>Thu, 01 Jan 2026 10:00:00 +0000</pubDate>' +
      '<enclosure url="https://m.example/One%20a.mp3?x=1&amp;y" type="Audio/MPEG" length="5000"/><itunes:duration>1:00</itunes:duration>'
    const {show, codes} = read(rss('<link>https://n.example/</link>', item))
    expect(codes).toEqual([])
    expect(show).toMatchObject({format: 'rss', title: 'Night', siteUrl: 'https://n.example/', isPrivate: false})
    expect(show?.episodes).toMatchObject([
      {
        guid: 'g&1',
        title: 'One',
        publishedAt: new Date('2026-01-01T10:00:00Z'),
        media: [
          {
            url: 'https://m.example/One%20a.mp3?x=1&y',
            mimeType: 'audio/mpeg',
            sizeInBytes: 5000,
            durationInSeconds: 60,
          },
        ],
      },
    ])
  })

  it.each([
    ['a length that says nothing', '<enclosure url="https://m.example/1.mp3" length="0"/>'],
    ['a length of one byte', '<enclosure url="https://m.example/1.mp3" length="1"/>'],
    ['a type that is none', '<enclosure url="https://m.example/1.mp3" type="mp3"/>'],
    [
      'a picture before it',
      '<enclosure url="https://m.example/1.jpg" type="image/jpeg"/><enclosure url="https://m.example/1.mp3"/>',
    ],
  ])('has media without %s', (_what, enclosure) => {
    const {show} = read(rss('', `<title>One</title><guid>1</guid>${enclosure}`))
    expect(show?.episodes[0]?.media).toEqual([{url: 'https://m.example/1.mp3'}])
  })

  it('takes the address of the media for the guid where there is none', () => {
    const {show} = read(rss('', '<title>One</title><enclosure url="https://m.example/1.mp3"/>'))
    expect(show?.episodes[0]?.guid).toBe('https://m.example/1.mp3')
  })

  it('has no part that its field would not take, and keeps the element with it', () => {
    const {show} = read(
      rss('<podcast:locked email="kim@n.example">yes</podcast:locked>', '<title>One</title><guid>1</guid>'),
    )
    expect(show?.locked).toEqual({isLocked: true, owner: 'kim@n.example'})
    expect(JSON.stringify(show?.fields.locked ?? '')).not.toContain('email')
    expect(show?.unknown.map(({text}) => text)).toEqual(['<podcast:locked email="kim@n.example">yes</podcast:locked>'])
  })

  it('says that it is locked, whom to ask, and that it hides', () => {
    const lines = '<podcast:locked owner="kim@n.example">yes</podcast:locked><itunes:block>Yes</itunes:block>'
    const {show} = read(rss(lines, '<title>One</title><guid>1</guid>'))
    expect(show?.locked).toEqual({isLocked: true, owner: 'kim@n.example'})
    expect(show?.isPrivate).toBe(true)
  })

  it('has transcripts and chapters by their addresses, and what it does not know as it was', () => {
    const item =
      '<title>One</title><guid>1</guid><podcast:transcript url="https://n.example/1.vtt" type="text/vtt" language="de"/>' +
      '<podcast:chapters url="ftp://n.example/1.json" type="application/json+chapters"/><x:mood xmlns:x="urn:x">low</x:mood>'
    const episode = read(rss('', item)).show?.episodes[0]
    expect(episode?.files).toEqual([
      {role: 'transcript', url: 'https://n.example/1.vtt', mimeType: 'text/vtt', language: 'de'},
    ])
    expect(episode?.unknown.map(({text}) => text).join()).toContain('low')
  })

  it('in Atom has its ids, and its enclosures as media', () => {
    const {show} = read(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Night</title><entry><id>urn:1</id><title>One</title>' +
        '<published>2026-01-01T10:00:00Z</published><link rel="enclosure" href="https://m.example/1.mp3" type="audio/mpeg"/></entry></feed>',
    )
    expect(show).toMatchObject({
      format: 'atom',
      episodes: [{guid: 'urn:1', media: [{url: 'https://m.example/1.mp3', mimeType: 'audio/mpeg'}]}],
    })
  })

  it('in JSON Feed has its ids, and its attachments as media', () => {
    const slides = {url: 'https://m.example/1.pdf', mime_type: 'application/pdf'}
    const attachment = {url: 'https://m.example/1.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5000}
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Night',
      items: [{id: '1', title: 'One', content_html: '<p>x</p>', attachments: [slides, attachment]}],
    }
    expect(read(JSON.stringify(feed)).show).toMatchObject({
      format: 'json',
      episodes: [{guid: '1', notesHtml: '<p>x</p>', media: [{url: 'https://m.example/1.mp3', sizeInBytes: 5000}]}],
    })
  })

  it('that is broken is read all the same, and it is said', () => {
    const {show, codes} = read(rss('', '<title>One & two</title><guid>1</guid>'))
    expect(codes).toEqual(['source-damaged'])
    expect(show?.episodes[0]?.title).toBe('One & two')
  })

  it('with ampersands that stand alone loses nothing behind them, and keeps those of entities and of CDATA', () => {
    const item = (title: string) => `</item><item><title>${title}</title><guid>${title.length}</guid>`
    const titles = ['R&D', 'AT&T; and &eacute;', 'a & b; c', '&', '<![CDATA[x & y &amp; z]]>', 'Q&amp;A &#233;']
    const {show} = read(rss('<!-- a & b -->', `<title>0</title><guid>0</guid>${titles.map(item).join('')}`))
    expect(show?.episodes.map(({title}) => title)).toEqual([
      '0',
      'R&D',
      'AT&T; and é',
      'a & b; c',
      '&',
      'x & y & z',
      'Q&A é',
    ])
  })

  it.each(['', '<html><body>no</body></html>', '{"title": "Night"}', '{', '<rss version="2.0"></rss>'])(
    'that is no feed and no export is unreadable: %s',
    (text) => {
      expect(read(text)).toEqual({show: undefined, codes: ['source-unreadable']})
    },
  )
})

describe('what is no source, or half of one,', () => {
  const refused = (text: string, name = 'https://n.example/show/') => {
    const {ok, problems} = readSource(bytesInMemory([Buffer.from(text)]), name)
    return ok ? undefined : problems.map(({message, hint}) => [message, hint])
  }
  const page = (head: string) => `<!-- x -->\n<!DOCTYPE html><html><head>${head}</head><body><p>Hi<br></body></html>`

  it('is a web page, which names its feeds, those of comments last', () => {
    const comments = '<link rel=alternate type=application/rss+xml title="Comments Feed" href=/comments.xml>'
    const own = '<link href="feed.xml?a=1&amp;b=2" type=\'application/rss+xml\' rel="alternate">'
    expect(refused(page(comments + own))).toEqual([
      [
        'https://n.example/show/ is a web page, and no feed',
        'Give the feed that the page names: https://n.example/show/feed.xml?a=1&b=2 (or https://n.example/comments.xml)',
      ],
    ])
    const others =
      '<link rel="stylesheet" href="/a.css"><link rel="alternate" type="application/rss+xml" href="javascript:1">'
    for (const [text, name] of [
      [page(others), undefined],
      [page(own), 'saved.html'],
    ] as const)
      expect(refused(text, name)?.[0]?.[1]).toMatch(/^Look for a link named RSS/)
  })

  it('is empty', () => {
    expect(refused(' \n')).toMatchObject([['https://n.example/show/ is empty', expect.any(String)]])
  })

  it('has the items that came whole, and says where it ends', () => {
    const whole = rss('', '<title>One</title><guid>1</guid></item><item><title>Two</title><guid>2345</guid>')
    const outcome = readSource(bytesInMemory([Buffer.from(whole.slice(0, whole.indexOf('45</guid>')))]), 'feed.xml')
    expect(outcome.ok && outcome.value.episodes.map(({title}) => title)).toEqual(['One'])
    expect(outcome.problems.map(({code, message}) => [code, message])).toEqual([
      ['source-damaged', 'feed.xml ends in the middle, behind “One”: what should follow is missing'],
    ])
  })

  it('is not in the encoding that it names: each line is read as what it is', () => {
    const text = rss('', '\n<title>Café</title>\n<guid>Ü</guid>\n').replace('?>', ' encoding="UTF-8"?>')
    const [start = '', end = ''] = text.split('Café')
    const bytes = Buffer.concat([Buffer.from(`${start}Caf`), Buffer.from([0xe9]), Buffer.from(end)])
    const outcome = readSource(bytesInMemory([bytes]), 'feed.xml')
    expect(outcome.ok && outcome.value.episodes).toMatchObject([{title: 'Café', guid: 'Ü'}])
    expect(outcome.problems.map(({code}) => code)).toEqual(['source-damaged'])
  })
})

describe('a long source', () => {
  it.each([
    ['UTF-8', 'utf-8', 'Zürich “café” 播客 🚂'],
    ['UTF-8 with a byte order mark', 'bom', 'Zürich “café” 播客 🚂'],
    ['UTF-16', 'utf16le', 'Zürich “café” 播客 🚂'],
    ['Latin-1', 'latin1', 'Zürich café'],
  ])('in %s says the same, wherever its bytes are cut', (_name, encoding, title) => {
    const declared = encoding === 'latin1' ? '<?xml version="1.0" encoding="iso-8859-1"?>' : ''
    const mark = encoding === 'bom' || encoding === 'utf16le' ? '\uFEFF' : ''
    const text = `${mark}  ${declared}<rss><channel><title>Night</title><item><title>${title}</title><guid>1</guid></item></channel></rss>`
    const bytes = Buffer.from(
      encoding === 'latin1' ? text.trimStart() : text,
      encoding === 'bom' ? 'utf-8' : (encoding as BufferEncoding),
    )
    for (let length = 1; length <= 40; length += 3) {
      const pieces = Array.from({length: Math.ceil(bytes.length / length)}, (_, index) =>
        bytes.subarray(index * length, (index + 1) * length),
      )
      const outcome = readSource(bytesInMemory(pieces), 'feed.xml')
      expect([length, outcome.ok ? outcome.value.episodes[0]?.title : undefined, outcome.problems]).toEqual([
        length,
        title,
        [],
      ])
    }
  })

  it('with more faults than anybody counts is read all the same', () => {
    const items = Array.from({length: 3000}, (_, index) => `<item><title>Q & A ${index}</title><x:y>&#27;</x:y></item>`)
    const {show, codes} = read(`<rss><channel><title>Night</title>${items.join('')}</channel></rss>`)
    expect(show?.episodes).toHaveLength(3000)
    expect(show?.episodes.at(-1)?.title).toBe('Q & A 2999')
    expect(codes).toEqual(['source-damaged'])
  })

  it('has white space around its items, of which nothing is kept', () => {
    const {show} = read(rss('', '<title>One</title>\n</item>\n\n<item>\n<title>Two</title>'))
    expect(show?.episodes.map(({title}) => title)).toEqual(['One', 'Two'])
  })
})

describe('a trailer of the show', () => {
  const trailer =
    '<podcast:trailer url="https://m.example/t.mp3" pubdate="Thu, 01 Jan 2026 10:00:00 +0000">Soon</podcast:trailer>'
  const item = (url: string) => `<title>One</title><guid>1</guid><enclosure url="${url}"/>`

  it('is one of the episodes, or kept as what has no field', () => {
    expect(read(rss(trailer, item('https://m.example/t.mp3'))).show?.unknown).toEqual([])
    expect(read(rss(trailer, item('https://m.example/1.mp3'))).show?.unknown.map(({name}) => name)).toEqual([
      'podcast:trailer',
    ])
  })
})

describe('an item with several enclosures', () => {
  const pdf = '<enclosure url="https://m.example/1.pdf" type="application/pdf" length="5000"/>'
  const sound = '<enclosure url="https://m.example/1.mp3" type="audio/mpeg" length="5000"/>'
  const urls = (enclosures: string) => {
    const episode = read(rss('', `<title>One</title><guid>1</guid>${enclosures}`)).show?.episodes[0]
    return {media: episode?.media.map(({url}) => url), unknown: episode?.unknown.map(({name}) => name)}
  }

  it('has those as media that play, and the others are kept and named', () => {
    expect(urls(pdf + sound)).toEqual({media: ['https://m.example/1.mp3'], unknown: ['enclosure']})
    expect(urls(sound + sound.replace('1.mp3', '1.m4a'))).toMatchObject({unknown: []})
  })

  it('delivers what it has, where nothing plays', () => {
    expect(urls(pdf)).toEqual({media: ['https://m.example/1.pdf'], unknown: []})
  })
})
