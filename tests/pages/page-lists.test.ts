import {describe, expect, it} from 'vitest'
import {mediaSection} from '../../src/pages/episode/episode-media.ts'
import {episodePage} from '../../src/pages/episode/episode-page.ts'
import {pageNotes} from '../../src/pages/episode/page-notes.ts'
import {episodeRows} from '../../src/pages/lists/episode-rows.ts'
import {groupPages} from '../../src/pages/lists/group-pages.ts'
import {indexPages} from '../../src/pages/lists/index-page.ts'
import {sitemap} from '../../src/pages/site-files.ts'
import {wordsFor} from '../../src/words/words.ts'
import {onePixel} from '../browser/open-site.ts'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'
import {address, audioEpisode, channel, feed, siteUrl} from './sample-show.ts'

const {words} = wordsFor('en')
const {item} = audioEpisode
const place = {url: item.url, siteUrl}
const many = Array.from({length: 120}, () => item)
const pathsOf = (pages: Iterable<{readonly path: string}>) => [...pages].map(({path}) => path)

describe('notes on a page', () => {
  it('seek from the times of their lines, and from no other figures', () => {
    const notes = pageNotes('<p>2:05 The loom<br>The end (1:00)</p><p>At 2:05 it rains.</p>', item, place, words)
    expect(notes).toContain('<p><a class="time" href="#t=125">2:05</a> The loom')
    expect(notes).toContain('(<a class="time" href="#t=60">1:00</a>)')
    expect(notes).toContain('<p>At 2:05 it rains.</p>')
  })

  it('have cells as tables of Markdown align them, in valid HTML', () => {
    expect(pageNotes('<table><tr><td align="right">18</td><td>x</td></tr></table>', item, place, words)).toBe(
      '<table><tr><td class="to-right">18</td><td>x</td></tr></table>',
    )
  })

  it('keep the place of each picture of the show, wherever the site is', async () => {
    const {files} = await planFiles({
      'one.md': episodeFile('One', [], '![A mill](mill.png)'),
      'mill.png': onePixel,
    })
    const page = files.get('episodes/one/index.html') ?? ''
    expect(page).toContain('<img width="1" height="1" src="../../images/in-texts/mill.png" alt="A mill"')
    expect(files.get('feed.xml')).not.toContain('mill.png')
  })

  it('load no picture from another host', () => {
    const picture = '<img src="https://other.example/a.png" alt="A mill">'
    expect(pageNotes(`<p>${picture}</p>`, item, place, words)).toBe(
      '<p><a href="https://other.example/a.png" rel="noopener noreferrer">A mill</a></p>',
    )
    const own = `<p><img src="${siteUrl}images/a.png" alt="A mill"></p>`
    const relative = '<p><img src="../../images/a.png" alt="A mill"></p>'
    expect(pageNotes(own, item, place, words)).toBe(relative)
  })
})

describe('pages of the show', () => {
  it('list fifty episodes each', () => {
    expect(pathsOf(indexPages({channel, items: many}))).toEqual([
      'index.html',
      'page/2/index.html',
      'page/3/index.html',
    ])
  })

  it('gather topics from three episodes on', () => {
    const tagged = feed.items.map((each) => ({...each, tags: ['Weaving']}))
    expect(pathsOf(groupPages({channel, items: tagged}))).toContain('topics/weaving/index.html')
    expect(pathsOf(groupPages({channel, items: tagged.slice(1)}))).toEqual(['topics/index.html'])
  })

  it('list the newest three of each topic, and lead to the others', () => {
    const tagged = many.slice(0, 60).map((each, at) => ({...each, tags: at < 2 ? ['Weaving', 'Wool'] : ['Weaving']}))
    const pages = [...groupPages({channel, items: tagged})]
    const topics = [...(pages.find(({path}) => path === 'topics/index.html')?.pieces ?? [])].join('')
    expect(topics.match(/<li><a href="\.\.\/episodes/g)).toHaveLength(3 + 2)
    expect(topics).toContain(
      '<h2 id="weaving"><a href="../topics/weaving/"><bdi>Weaving</bdi></a> <small>60</small></h2>',
    )
    expect(topics).toContain('<h2 id="wool"><bdi>Wool</bdi> <small>2</small></h2>')
    expect(topics.match(/<li class="rest">/g)).toHaveLength(1)
  })

  it('are told to search engines, but for what is blocked', () => {
    const [map] = sitemap({channel, items: [item, {...item, blocked: true, url: `${item.url}x/` as typeof item.url}]})
    const text = [...(map?.pieces ?? [])].join('')
    expect(text).toContain(`<loc>${item.url}</loc>`)
    expect(text).not.toContain('/x/')
    expect(pathsOf(sitemap({channel: {...channel, blocked: true}, items: [item]}))).toEqual([])
  })

  it('leave out pictures on other hosts, which the build says once', async () => {
    const {files, problems} = await planFiles({
      'show.yaml': showFile(
        'image: https://cdn.example/cover.jpg',
        'hosts: [{name: Jo, image: https://cdn.example/jo.jpg}]',
      ),
      'one.md': episodeFile('One'),
      'two.md': episodeFile('Two'),
    })
    expect(files.get('index.html')).not.toContain('<img')
    const said = problems.filter(({code}) => code === 'picture-elsewhere')
    expect(said).toMatchObject([{code: 'picture-elsewhere', severity: 'info', file: 'show.yaml'}])
    expect(said[0]?.message).toContain('https://cdn.example/cover.jpg, and 1 more, because')
  })

  it('load no portrait from another host', () => {
    const people = [
      {...item.people[0], name: 'Jo', role: 'guest', group: 'cast', image: 'https://other.example/jo.jpg'},
    ]
    const page = episodePage(channel, {...audioEpisode, item: {...item, people}}).join('')
    expect(page).not.toContain('other.example')
    expect(page).toContain("img-src 'self' data:;")
  })
})

describe('the page of a network', () => {
  const {title, description} = channel
  const network = {...channel, siteUrl: address('https://loom.example/'), shows: [{siteUrl, title, description}]}
  const image = {url: address(`${siteUrl}images/own.jpg`), widths: [96] as const}
  const own = {...audioEpisode.item, image}
  const page = {kind: 'show', title, url: network.siteUrl, siteUrl: network.siteUrl} as const

  it('shows the picture of an episode as the site of its show has it', () => {
    const rows = [...episodeRows(network, [own], page, words)].join('')
    expect(rows).toContain('src="show/assets/pictures/own-96.jpg"')
  })

  it('gives it to the lock screen from there as well', () => {
    expect(mediaSection({item: own}, page, words, network).html).toContain('data-art="show/assets/pictures/own-96.jpg"')
  })
})
