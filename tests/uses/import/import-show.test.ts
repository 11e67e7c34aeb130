import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {changesAsText, compare, importShow} from '../../../src/index.ts'

const now = new Date('2026-06-01T00:00:00Z')

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-import-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

type Item = {
  readonly guid?: string
  readonly title: string
  readonly more?: string
  readonly notes?: string
  readonly day?: number
}

function feed(items: readonly Item[], more = ''): string {
  const written = items.map(
    ({guid, title, more: extra = '', notes = '<p>Notes of the <b>episode</b>.</p>', day = 28}) => `<item>
      <title>${title}</title>
      ${guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`}
      <pubDate>${new Date(Date.UTC(2026, 0, day)).toUTCString()}</pubDate>
      <enclosure url="https://media.example/${encodeURIComponent(title)}.mp3?src=feed&amp;x=1" length="5000000" type="audio/mpeg"/>
      <description><![CDATA[${notes}]]></description>${extra}
    </item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
    xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Night Trains</title>
    <link>https://trains.example/</link><language>en</language><description>Trains.</description>
    <itunes:author>Mara Winter</itunes:author><itunes:explicit>false</itunes:explicit>
    <itunes:category text="Society &amp; Culture"><itunes:category text="Places &amp; Travel"/></itunes:category>
    ${more}${written.join('\n')}</channel></rss>`
}

function source(folder: string, text: string): string {
  const path = join(folder, 'source.xml')
  writeFileSync(path, text)
  return path
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, 'show', name), 'utf8')
}

const three = [
  {guid: 'c &amp; "3"', title: 'Third'},
  {guid: 'b2', title: 'Second', day: 27, more: '<itunes:episode>2</itunes:episode>'},
  {
    guid: 'a1',
    title: 'First',
    day: 26,
    more: '<itunes:episode>1</itunes:episode><podcast:person role="guest">Jo Lund</podcast:person>',
  },
]

describe('a show that is imported from a feed', () => {
  it('keeps every subscriber: guids and enclosures are those of the feed', async () => {
    const folder = scratch()
    const text = feed(three)
    const outcome = await importShow(source(folder, text), join(folder, 'show'))
    expect(outcome.ok).toBe(true)
    const compared = await compare(Buffer.from(text), join(folder, 'show'), {now})
    if (!compared.ok || compared.value === undefined) throw new Error(JSON.stringify(compared.problems))
    expect(changesAsText(compared.value)).toContain('Subscribers get nothing twice')
  })

  it('has a file for each episode, named by number and title, with what the feed says', async () => {
    const folder = scratch()
    await importShow(source(folder, feed(three)), join(folder, 'show'))
    expect(readdirSync(join(folder, 'show')).sort()).toEqual([
      '001-first.md',
      '002-second.md',
      '2026-01-28-third.md',
      'castwright.import.json',
      'show.yaml',
    ])
    expect(read(folder, '001-first.md')).toBe(`---
title: First
date: "2026-01-26T00:00:00Z"
guid: a1
episode: 1
guests:
  - Jo Lund
audio:
  url: https://media.example/First.mp3?src=feed&x=1
  size: 5000000
---

Notes of the **episode**.
`)
    expect(read(folder, 'show.yaml')).toContain('  - Society & Culture > Places & Travel\n')
  })

  it('is written once: a second import changes nothing', async () => {
    const folder = scratch()
    const path = source(folder, feed(three))
    await importShow(path, join(folder, 'show'))
    const before = readdirSync(join(folder, 'show')).map((name) => [name, read(folder, name)])
    const again = await importShow(path, join(folder, 'show'))
    expect(again.ok && again.value.episodes.map(({fate}) => fate)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(readdirSync(join(folder, 'show')).map((name) => [name, read(folder, name)])).toEqual(before)
  })

  it('keeps what subscribers of an earlier host know, when it is imported from another one', async () => {
    const folder = scratch()
    const show = join(folder, 'show')
    const at = (host: string) => {
      const self = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://${host}.example/rss"/>`
      return importShow(source(folder, feed(three, self)), show)
    }
    await at('one')
    const guid = /^guid: .+$/m.exec(read(folder, 'show.yaml'))?.[0]
    expect(await at('two')).toMatchObject({ok: true})
    expect(guid).toBeDefined()
    expect(read(folder, 'show.yaml')).toContain(`${guid}\n`)
    expect(read(folder, 'show.yaml')).toMatch(/one\.example\/rss[\s\S]*two\.example\/rss/)
    expect(await at('two')).toMatchObject({ok: true, value: {showFile: 'unchanged', conflicts: 0}})
  })

  it('merges what the source and the author changed, and shows where both did', async () => {
    const folder = scratch()
    const show = join(folder, 'show')
    await importShow(source(folder, feed(three)), show)
    writeFileSync(
      join(show, '001-first.md'),
      read(folder, '001-first.md').replace('title: First', 'title: The first').replace('Notes of', 'My notes of'),
    )
    writeFileSync(join(show, '002-second.md'), read(folder, '002-second.md').replace('title: Second', 'title: Mine'))
    const changed = three.map((item) => ({
      ...item,
      more: `${item.more ?? ''}<itunes:season>4</itunes:season>`,
      title: item.title === 'Second' ? 'Theirs' : item.title,
    }))
    const again = await importShow(source(folder, feed(changed)), show)
    expect(again.ok && again.value.conflicts).toBe(1)
    expect(again.problems.map(({code, file}) => [code, file])).toEqual([['import-conflict', '002-second.md']])
    expect(read(folder, '001-first.md')).toContain('title: The first\n')
    expect(read(folder, '001-first.md')).toContain('season: 4\n')
    expect(read(folder, '001-first.md')).toContain('My notes of')
    expect(read(folder, '002-second.md')).toContain(
      '<<<<<<< yours\ntitle: Mine\n=======\ntitle: Theirs\n>>>>>>> source\n',
    )
  })

  it('does not bring back what the author deleted, nor delete what the source lost', async () => {
    const folder = scratch()
    const show = join(folder, 'show')
    await importShow(source(folder, feed(three)), show)
    rmSync(join(show, '001-first.md'))
    const again = await importShow(source(folder, feed(three.slice(1))), show)
    expect(again.problems.map(({code}) => code)).toContain('import-item-gone')
    expect(existsSync(join(show, '2026-01-28-third.md'))).toBe(true)
    const third = await importShow(source(folder, feed(three)), show)
    expect(third.ok && third.value.episodes.map(({fate}) => fate)).toEqual(['unchanged', 'unchanged', 'removed'])
  })
})

describe('a source that is not as it should be', () => {
  it('comes in where its XML is broken, and says so', async () => {
    const folder = scratch()
    const text = feed([{guid: '1', title: 'Tea & Trains &nbsp; &eacute;'}]).replace('<ttl>', '')
    const outcome = await importShow(source(folder, text), join(folder, 'show'))
    expect(outcome.ok).toBe(true)
    expect(outcome.problems.map(({code}) => code)).toContain('source-damaged')
  })

  it('is refused where its owner locked it, but for the owner', async () => {
    const folder = scratch()
    const path = source(folder, feed(three, '<podcast:locked owner="mara@trains.example">yes</podcast:locked>'))
    const refused = await importShow(path, join(folder, 'show'))
    expect(refused.problems.map(({code}) => code)).toEqual(['source-locked'])
    expect(existsSync(join(folder, 'show'))).toBe(false)
    expect((await importShow(path, join(folder, 'show'), {owner: 'Mara@trains.example'})).ok).toBe(true)
  })

  it('is refused where it is private and its addresses would stand in files', async () => {
    const folder = scratch()
    const path = source(folder, feed(three, '<itunes:block>Yes</itunes:block>'))
    const refused = await importShow(path, join(folder, 'show'))
    expect(refused.problems.map(({code}) => code)).toEqual(['source-private'])
  })

  it('says so where the host puts advertisements into the files', async () => {
    const folder = scratch()
    const text = feed(three).replaceAll('https://media.example/', 'https://traffic.megaphone.fm/')
    const {problems} = await importShow(source(folder, text), join(folder, 'show'))
    expect(problems.map(({code}) => code)).toContain('source-media-varies')
    expect(problems.filter(({message}) => message.includes('ads')).map(({message}) => message)).toEqual([
      'The media of 3 episodes are at Megaphone, which inserts ads: each answer has another size, so no size is held against an earlier one',
    ])
  })

  it('writes no secret of a private feed into a file, not even where a download fails', async () => {
    const folder = scratch()
    const secret = 'https://127.0.0.1:9/t0ken'
    const more = `<podcast:transcript url="${secret}.vtt" type="text/vtt"/><podcast:chapters url="${secret}.json" type="application/json+chapters"/><itunes:image href="${secret}.jpg"/>`
    const head = `<itunes:block>Yes</itunes:block><atom:link rel="self" href="${secret}.rss"/><itunes:image href="${secret}-c.jpg"/>`
    const text = feed([{guid: '1', title: 'One', more}], head).replaceAll('https://media.example/', secret)
    const outcome = await importShow(source(folder, text), join(folder, 'show'), {media: true})
    expect(new Set(outcome.problems.map(({code}) => code))).toContain('import-file-missing')
    expect(JSON.stringify(outcome.problems)).not.toContain('t0ken')
    for (const name of readdirSync(join(folder, 'show'))) {
      expect([name, readFileSync(join(folder, 'show', name), 'utf8').includes('t0ken')]).toEqual([name, false])
    }
  })

  it('gives an item without a guid what apps know it by, and takes of two with one guid the first', async () => {
    const folder = scratch()
    const items = [{title: 'One'}, {guid: 'same', title: 'Two'}, {guid: 'same', title: 'Three'}]
    const outcome = await importShow(source(folder, feed(items)), join(folder, 'show'))
    expect(outcome.ok && outcome.value.episodes.map(({guid}) => guid)).toEqual([
      'https://media.example/One.mp3?src=feed&x=1',
      'same',
    ])
    expect(outcome.problems.map(({code}) => code)).toContain('source-item-repeated')
  })

  it('writes nothing outside the folder, whatever titles and languages say', async () => {
    const folder = scratch()
    const items = [
      {
        guid: '../../../etc/passwd',
        title: '../../../../tmp/evil',
        more: '<podcast:transcript url="http://127.0.0.1:9/x.vtt" type="text/vtt" language="../../x"/>',
      },
    ]
    const outcome = await importShow(source(folder, feed(items)), join(folder, 'show'))
    expect(outcome.ok).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['show', 'source.xml'])
    expect(outcome.problems.map(({code}) => code)).toContain('import-file-missing')
  })

  it('is none at all where it is a page', async () => {
    const folder = scratch()
    const outcome = await importShow(source(folder, '<html><body>Hello</body></html>'), join(folder, 'show'))
    expect(outcome.problems.map(({code}) => code)).toEqual(['source-unreadable'])
  })
})

describe('what is said of a source', () => {
  const codesOf = async (text: string) => {
    const folder = scratch()
    const {problems} = await importShow(source(folder, text), join(folder, 'show'))
    return problems.map(({code}) => code)
  }

  it('that it has no episodes', async () => {
    expect(await codesOf(feed([]))).toEqual(['source-empty'])
  })

  it('that older episodes are missing: the numbers say so, or a round count', async () => {
    const numbered = (number: number) => ({
      guid: String(number),
      title: `Night ${number}`,
      more: `<itunes:episode>${number}</itunes:episode>`,
    })
    expect(await codesOf(feed([12, 11, 10].map(numbered)))).toEqual(['source-incomplete'])
    expect(await codesOf(feed([3, 2, 1].map(numbered)))).toEqual([])
    const plain = Array.from({length: 10}, (_, index) => ({guid: String(index), title: `Night ${index}`}))
    expect(await codesOf(feed(plain))).toEqual(['source-incomplete'])
    expect(await codesOf(feed(plain.slice(1)))).toEqual([])
  })

  it('that a date cannot be read: the episode is a draft', async () => {
    const folder = scratch()
    const text = feed(three).replace(/<pubDate>[^<]*/, '<pubDate>yesterday')
    const {problems} = await importShow(source(folder, text), join(folder, 'show'))
    expect(problems.map(({code}) => code)).toEqual(['source-date-missing'])
    expect(read(folder, 'third.md')).toContain('draft: true\n')
  })

  it('that a date is still to come: until then nobody has the episode', async () => {
    const folder = scratch()
    const text = feed(three).replace(/<pubDate>[^<]*/, '<pubDate>Thu, 31 Jan 2126 08:00:00 GMT')
    const before = await importShow(source(folder, text), join(folder, 'show'))
    expect(before.problems.map(({code}) => code)).toEqual(['source-date-future'])
    expect(before.problems[0]?.message).toContain('2126-01-31')
    const now = new Date('2126-01-31T08:00:00Z')
    expect((await importShow(source(folder, text), join(folder, 'later'), {now})).problems).toEqual([])
  })

  it('that it says something which has no field here', async () => {
    const folder = scratch()
    const more = '<acast:id xmlns:acast="https://schema.acast.com/1.0/">5f1e</acast:id>'
    const {problems} = await importShow(source(folder, feed([{guid: '1', title: 'One', more}])), join(folder, 'show'))
    expect(problems.map(({code}) => code)).toEqual(['source-element-unknown'])
    expect(read(folder, 'castwright.import.json')).toContain('5f1e')
  })

  it('that a value is none that its field takes', async () => {
    const folder = scratch()
    const more =
      '<podcast:value type="lightning" method="keysend"><podcast:valueRecipient type="node" address="02" split="1"/></podcast:value>'
    const {problems} = await importShow(source(folder, feed([{guid: '1', title: 'One'}], more)), join(folder, 'show'))
    expect(problems.map(({message}) => message)).toEqual([
      '<podcast:value> (once) has a value that its field does not take: it is kept, and not published',
    ])
  })

  it('nothing of its own address, which many hosts name as the new one: a show elsewhere would send subscribers back', async () => {
    const own = 'https://feeds.example/trains'
    const more = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${own}"/><itunes:new-feed-url>${own}/</itunes:new-feed-url>`
    const folder = scratch()
    const outcome = await importShow(source(folder, feed(three, more)), join(folder, 'show'))
    expect(outcome.problems).toEqual([])
    expect(read(folder, 'show.yaml')).not.toContain('new_feed_url')
  })

  it('nothing of an address without https://, which is read as people say it', async () => {
    const folder = scratch()
    const text = feed(three).replace('<link>https://trains.example/</link>', '<link>trains.example/pod</link>')
    const outcome = await importShow(source(folder, text), join(folder, 'show'))
    expect(outcome.problems).toEqual([])
    expect(read(folder, 'show.yaml')).toContain('site_url: https://trains.example/pod/\n')
  })

  it('that its page is at a host, where nobody else can publish, or that it has none', async () => {
    const codes = async (site: string, siteUrl?: string) => {
      const folder = scratch()
      const text = feed(three).replace('<link>https://trains.example/</link>', site)
      const options = siteUrl === undefined ? {} : {siteUrl}
      const {problems} = await importShow(source(folder, text), join(folder, 'show'), options)
      return problems.map(({code}) => code)
    }
    expect(await codes('<link>https://shows.acast.com/trains</link>')).toEqual(['source-site-unknown'])
    expect(await codes('<link>https://shows.acast.com/trains</link>', 'https://trains.example/')).toEqual([])
    expect(await codes('')).toEqual(['source-site-unknown'])
  })

  it('that it sends its subscribers somewhere else', async () => {
    const more = '<itunes:new-feed-url>https://other.example/feed.xml</itunes:new-feed-url>'
    expect(await codesOf(feed([{guid: '1', title: 'One'}], more))).toEqual(['source-moved'])
  })

  it('that an export of WordPress has posts that are no episodes, and meta that nobody knows', async () => {
    const folder = scratch()
    const meta = (key: string, value: string) =>
      `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`
    const text = `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Night</title><link>https://n.test</link>
      <wp:wxr_version>1.2</wp:wxr_version><item><title>One</title><guid>1</guid><wp:post_date_gmt>2026-01-31 09:00:00</wp:post_date_gmt>
      ${meta('enclosure', 'https://n.test/1.mp3\n5000\naudio/mpeg')}${meta('my_guest', 'Ada')}</item><item><title>Words</title></item></channel></rss>`
    const {problems} = await importShow(source(folder, text), join(folder, 'show'))
    expect(problems.map(({code, message}) => [code, message])).toEqual([
      ['source-post-left', '1 post has no recording: it became no episode'],
      ['source-element-unknown', '<wp:postmeta my_guest> (once) has no field here: it is kept, and not published'],
    ])
    expect(read(folder, 'castwright.import.json')).toContain('Ada')
    expect(read(folder, 'show.yaml')).not.toContain('old_feed_urls')
  })

  it('that the record of the last import cannot be read', async () => {
    const folder = scratch()
    const path = source(folder, feed(three))
    await importShow(path, join(folder, 'show'))
    writeFileSync(join(folder, 'show/castwright.import.json'), '{"source":')
    const {ok, problems} = await importShow(path, join(folder, 'show'))
    expect([ok, ...problems.map(({code}) => code)]).toEqual([false, 'import-record-unreadable'])
  })

  it('that a file was deleted, so that it is not written again', async () => {
    const folder = scratch()
    const path = source(folder, feed(three))
    await importShow(path, join(folder, 'show'))
    rmSync(join(folder, 'show/001-first.md'))
    const {problems} = await importShow(path, join(folder, 'show'))
    expect(problems.map(({code}) => code)).toEqual(['import-file-removed'])
  })
})

it('gives episodes of one name and different days an address each', async () => {
  const folder = scratch()
  const items = [1, 2, 3].map((day) => ({guid: `g${day}`, title: 'iPhone X', day}))
  const outcome = await importShow(source(folder, feed(items)), join(folder, 'show'), {})
  expect(outcome.ok).toBe(true)
  const names = readdirSync(join(folder, 'show')).filter((name) => name.endsWith('.md'))
  expect(names.sort()).toEqual(['2026-01-01-iphone-x.md', '2026-01-02-iphone-x-2.md', '2026-01-03-iphone-x-3.md'])
  const compared = await compare(readFileSync(join(folder, 'source.xml')), join(folder, 'show'), {now})
  expect(compared).toMatchObject({ok: true, value: {hurts: false}})
})
