import type {Element, Root, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {describe, expect, test} from 'vitest'
import type {RenderedEpisode} from '../../src/model/rendered-episode.ts'
import {pageAssets} from '../../src/pages/assets.ts'
import {episodePage} from '../../src/pages/episode/episode-page.ts'
import {indexPage} from '../../src/pages/lists/index-page.ts'
import {pageLink} from '../../src/pages/page-links.ts'
import {audioEpisode, channel, feed, siteUrl, videoEpisode} from './sample-show.ts'

const pages: readonly (readonly [name: string, html: string])[] = [
  ['the page of an episode', episodePage(channel, audioEpisode).join('')],
  ['the page of a hosted video', episodePage(channel, videoEpisode).join('')],
  ['the index', [...indexPage(feed)].join('')],
  ['the index of a show without episodes', [...indexPage({...feed, items: []})].join('')],
]

function elementsOf(node: Root | RootContent): readonly Element[] {
  const below = 'children' in node ? node.children.flatMap(elementsOf) : []
  return node.type === 'element' ? [node, ...below] : below
}

function parse(html: string): readonly Element[] {
  return elementsOf(fromHtml(html))
}

function all(html: string, tagName: string): readonly Element[] {
  return parse(html).filter((element) => element.tagName === tagName)
}

function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function attributeOf(html: string, tagName: string, name: string): readonly unknown[] {
  return all(html, tagName).map((element) => element.properties[name])
}

describe.each(pages)('%s', (_name, html) => {
  test('has one h1, one main and headings without a gap', () => {
    expect(all(html, 'h1')).toHaveLength(1)
    expect(all(html, 'main')).toHaveLength(1)
    const levels = parse(html).flatMap(({tagName}) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []))
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
  })

  test('runs no script but its own, and frames nothing', () => {
    const running = all(html, 'script').filter(({properties}) => properties.type !== 'application/ld+json')
    expect(running.map(({properties}) => String(properties.src))).toEqual([
      expect.stringMatching(/^(?:\.\.\/)*assets\/player\.js$/),
      expect.stringMatching(/^(?:\.\.\/)*assets\/search\.js$/),
      ...(html.includes('<div class="turn"') ? [expect.stringMatching(/^(?:\.\.\/)*assets\/transcript\.js$/)] : []),
    ])
    expect(all(html, 'iframe')).toEqual([])
    expect(
      parse(html).flatMap(({properties}) => Object.keys(properties).filter((name) => /^(?:on|style)/.test(name))),
    ).toEqual([])
    expect(html).toContain("script-src 'self'")
  })

  test('names every picture and every section, and no id twice', () => {
    expect(attributeOf(html, 'img', 'alt')).not.toContain(undefined)
    const ids = parse(html).flatMap(({properties}) => (properties.id === undefined ? [] : [String(properties.id)]))
    expect(new Set(ids).size).toBe(ids.length)
    const labels = parse(html).flatMap(
      ({properties}) => (properties.ariaLabelledBy as readonly string[] | undefined) ?? [],
    )
    for (const label of labels) expect(ids).toContain(label)
  })

  test('tells feed readers of the three feeds, RSS first', () => {
    const alternates = all(html, 'link').filter(({properties}) => String(properties.rel) === 'alternate')
    expect(alternates.map(({properties}) => properties.href)).toEqual(Object.values(channel.feedUrls))
  })

  test('has data for search engines that reads as JSON', () => {
    const [data] = all(html, 'script').filter(({properties}) => properties.type === 'application/ld+json')
    expect(JSON.parse(data === undefined ? '' : textOf(data))).toHaveProperty('@type')
  })
})

describe('the page of an episode', () => {
  const html = episodePage(channel, audioEpisode).join('')

  test('links to its own site relatively, and to itself by its address', () => {
    expect(attributeOf(html, 'source', 'src')).toEqual(['../../media/012-fifty-years.mp3'])
    expect(html).toContain('<link rel="canonical" href="https://loom.example/show/episodes/012-fifty-years/">')
  })

  test('seeks from chapters, notes and transcript', () => {
    const seeking = attributeOf(html, 'a', 'href').filter((href) => String(href).startsWith('#t='))
    expect(seeking).toEqual(expect.arrayContaining(['#t=1915.5', '#t=125', '#t=6.5']))
    expect(html).not.toContain('Silent marker')
  })

  test('sets apart what was heard and links what was said', () => {
    expect(html).toContain('<em class="event">[laughs]</em> Only when')
    expect(html).toContain('<a href="https://looms.example/books">the old books</a>, <em>handminne</em>')
  })

  test('escapes what the author wrote, also in JSON', () => {
    const hostile = '</script><script>alert(1)</script>"\'&<'
    const item = {
      ...audioEpisode.item,
      title: hostile,
      summary: hostile,
      subtitle: hostile,
      people: [{name: hostile, role: hostile, group: 'cast', url: 'javascript:alert(1)', image: '"><script>'}],
      chapters: [{startInSeconds: 0, title: hostile, url: 'javascript:alert(1)'}],
    }
    const page = episodePage(
      {...channel, title: hostile, author: hostile, copyright: hostile},
      {...audioEpisode, item},
    ).join('')
    expect(all(page, 'script')).toHaveLength(4)
    expect(all(page, 'h1').map(textOf)).toEqual([hostile])
    expect(attributeOf(page, 'a', 'href').filter((href) => String(href).startsWith('javascript:'))).toEqual([])
  })

  test('keeps a blocked episode out of search engines', () => {
    const blocked: RenderedEpisode = {...audioEpisode, item: {...audioEpisode.item, blocked: true}}
    expect(episodePage(channel, blocked).join('')).toContain('<meta name="robots" content="noindex">')
    expect(html).not.toContain('noindex')
  })

  test('speaks the language of the show', () => {
    const page = episodePage({...channel, language: 'de-CH'}, audioEpisode).join('')
    expect(page).toContain('12. März 2026')
    expect(page).toContain('Kapitel')
    expect(episodePage({...channel, language: 'no such language'}, audioEpisode).join('')).toContain('Chapters')
  })
})

describe('the page of a hosted video', () => {
  test('links to the video and to moments of it, and loads nothing', () => {
    const html = episodePage(channel, videoEpisode).join('')
    expect(html).toContain('href="https://www.youtube.com/watch?v=aaaaaaaaaaa"')
    expect(html).toContain('href="https://www.youtube.com/watch?v=aaaaaaaaaaa&amp;t=90s"')
    expect(all(html, 'audio')).toEqual([])
  })
})

describe('the index', () => {
  test('has every episode once, linked relatively', () => {
    const html = [...indexPage(feed)].join('')
    const links = attributeOf(html, 'a', 'href').filter((href) => String(href).startsWith('episodes/'))
    // The newest stands above the list, to hear at once.
    expect(links).toEqual(['episodes/012-fifty-years/', 'episodes/011-the-mill/', 'episodes/000-trailer/'])
    expect(html).toMatch(/class="featured"[\s\S]*012-fifty-years[\s\S]*class="episodes"[\s\S]*011-the-mill/)
  })

  test('of one episode has no list, and one of none has nothing to search', () => {
    const lone = [...indexPage({...feed, items: feed.items.slice(0, 1)})].join('')
    expect(lone).toContain('class="featured"')
    expect(lone).not.toContain('class="episodes"')
    const empty = [...indexPage({...feed, items: []})].join('')
    expect(empty).toContain('The first episode is on its way.')
    expect(empty).not.toContain('data-search')
  })
})

test.each([
  ['https://loom.example/show/', '../../'],
  ['https://loom.example/show/a.png', '../../a.png'],
  ['https://loom.example/other/a.png', 'https://loom.example/other/a.png'],
  ['https://else.example/a.png', 'https://else.example/a.png'],
])('from two folders deep, %s is %s', (target, link) => {
  expect(pageLink(target, {url: audioEpisode.item.url, siteUrl})).toBe(link)
})

test.each([
  ['assets/player.js', 12_000],
  ['assets/transcript.js', 3500],
])('the script %s stays below %d bytes', (path, most) => {
  const script = pageAssets.find((each) => each.path === path)
  expect(new TextEncoder().encode(script?.text).length).toBeLessThan(most)
})
