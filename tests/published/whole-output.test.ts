import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import {XMLParser} from 'fast-xml-parser'
import {beforeAll, describe, expect, it} from 'vitest'
import {captured} from '../captured.ts'
import {type PlannedFiles, planInMemory} from '../plan-in-memory.ts'

// What holds for the output of every show, whatever is in it: looked for in all fixtures.

const shows = join(import.meta.dirname, '../fixtures/shows')
const names = readdirSync(shows)

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x26': '&',
  '#x3C': '<',
  '#39': "'",
}

function unescaped(text: string): string {
  return text.replace(/&([#\w]+);/g, (whole, name: string) => entities[name] ?? whole)
}

/** The path below the site that an address leads to, with `index.html` where it is a folder. */
/** A page at an old address, which only leads to the new one. */
function isMoved(html: string): boolean {
  return html.includes('http-equiv="refresh"')
}

function pathBelow(site: string, address: string): string | undefined {
  if (!address.startsWith(site)) return undefined
  const path = decodeURIComponent(address.slice(site.length).replace(/[?#].*$/, ''))
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

describe.each(names)('the output of %s', (name) => {
  let files: PlannedFiles['files']
  let rss: string
  let site: string
  /** A list of what is in other feeds: it has no items, pages of episodes or media of its own. */
  let isList: boolean

  beforeAll(async () => {
    files = (await planInMemory(join(shows, name, 'show'))).files
    rss = [...files.values()].find((text) => text.includes('<rss ')) ?? ''
    isList = /<podcast:medium>\w+L</.test(rss)
    site = captured(rss, /<channel>[\s\S]*?<link>(.*)<\/link>/g)[0] ?? ''
  })

  it('declares the namespaces that it uses, by their exact names, and no other', () => {
    const known: Readonly<Record<string, string>> = {
      atom: 'http://www.w3.org/2005/Atom',
      itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
      podcast: 'https://podcastindex.org/namespace/1.0',
      content: 'http://purl.org/rss/1.0/modules/content/',
      psc: 'http://podlove.org/simple-chapters',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
      spotify: 'http://www.spotify.com/ns/rss',
      fh: 'http://purl.org/syndication/history/1.0',
    }
    const used = new Set(captured(rss, /<(\w+):/g))
    const declared = captured(rss, /xmlns:(\w+="[^"]*")/g)
    expect(declared.toSorted()).toEqual([...used].map((prefix) => `${prefix}="${known[prefix]}"`).toSorted())
    expect(files.get('atom.xml')).toContain('<feed xmlns="http://www.w3.org/2005/Atom"')
  })

  it('has every item in the one channel, after everything else of it', () => {
    const order = new XMLParser({preserveOrder: true}).parse(rss)
    const children = (node: readonly object[], tag: string): readonly (readonly object[])[] =>
      node.flatMap((each) => (tag in each ? [(each as Readonly<Record<string, readonly object[]>>)[tag] ?? []] : []))
    const channels = children(order, 'rss').flatMap((root) => children(root, 'channel'))
    expect(channels.length).toBe(1)
    const tags = (channels[0] ?? []).map((child) => Object.keys(child)[0])
    expect(tags.includes('item')).toBe(!isList)
    if (!isList) expect(tags.slice(tags.indexOf('item')).every((tag) => tag === 'item')).toBe(true)
  })

  it('tells feeds absolute addresses in ASCII', () => {
    const {items}: {readonly items: readonly {readonly url: string}[]} = JSON.parse(files.get('feed.json') ?? '')
    // Sources of an alternate enclosure may be on IPFS, and discussions on networks with addresses of their own; nothing else may.
    const onTheWeb = rss.replace(/<podcast:(?:source|socialInteract) [^>]*uri="(?:ipfs|at|nostr):[^>]*>/g, '')
    const inXml = [onTheWeb, files.get('atom.xml') ?? ''].flatMap((feed) => [
      ...captured(feed, /<[\w:]+(?: [\w:]+="[^"]*")*? (?:url|href|uri|img)="([^"]*)"/g),
      ...captured(feed, /<(?:link|url|icon|uri)>([^<]*)</g),
    ])
    expect(inXml.length).toBeGreaterThan(isList ? 5 : 10)
    for (const address of [...inXml.map(unescaped), ...items.map(({url}) => url)]) {
      expect(address).toMatch(/^https:\/\/[\x21-\x7e]+$/)
      expect(new URL(address).href).toBe(address)
    }
  })

  it('is where its feeds say: themselves, pages, media, transcripts, chapters, art', () => {
    // Where a broadcast is to be, its author says: nothing of it is published here.
    const recorded = rss.replace(/<podcast:liveItem [\s\S]*?<\/podcast:liveItem>/g, '')
    const addresses = [
      ...captured(
        recorded,
        /<(?:atom:link|enclosure|podcast:transcript|podcast:chapters|podcast:source|itunes:image)[^>]* ?(?:url|href|uri)="([^"]*)"/g,
      ),
      ...captured(recorded, /<link>([^<]*)<\/link>/g),
      ...captured(files.get('atom.xml') ?? '', /<link [^>]*href="([^"]*)"/g),
    ].map(unescaped)
    const below = addresses.flatMap((address) => pathBelow(site, address) ?? [])
    expect(below.length).toBeGreaterThan(5)
    expect(below.filter((path) => !files.has(path))).toEqual([])
    expect(files.get(pathBelow(site, captured(rss, /href="([^"]*)" rel="self"/g)[0] ?? '') ?? '')).toBe(rss)
  })

  it('has no link of a page to a file that is not there', () => {
    const pages = [...files].filter(([path, html]) => path.endsWith('index.html') && !isMoved(html))
    expect(pages.length).toBeGreaterThan(isList ? 0 : 1)
    for (const [path, html] of pages) {
      const links = captured(html, / (?:href|src)="([^"#:]+)(?:#[^"]*)?"/g).map(unescaped)
      expect(links.length).toBeGreaterThan(isList ? 1 : 2)
      for (const link of links) {
        const target = posix.join(posix.dirname(path), decodeURIComponent(link))
        expect(files.has(target) || files.has(posix.join(target, 'index.html')), `${path}: ${link}`).toBe(true)
      }
    }
  })

  it('leads from old addresses to files that are there', () => {
    for (const [path, html] of [...files].filter(([path, html]) => path.endsWith('.html') && isMoved(html))) {
      const targets = captured(html, /(?:url=|href=")(https?:[^"]+)"/g).map((address) =>
        pathBelow(site, unescaped(address)),
      )
      expect(targets.length, path).toBeGreaterThan(1)
      for (const target of targets) expect(files.has(target ?? ''), `${path}: ${target}`).toBe(true)
    }
  })

  it('has no script, frame, player or style in its notes', () => {
    for (const notes of captured(rss, /<!\[CDATA\[([\s\S]*?)\]\]>/g)) {
      expect(notes).not.toMatch(/<(?:script|iframe|style|audio|video|object|embed|form|h1)\b| on\w+=| style=/i)
    }
  })
})

describe('episodes that are not published', () => {
  const folder = join(shows, 'languages-and-paths/show')
  const unpublished = ['s2e3-geheim', 's2e4-morgen', 's2e5-trailer']

  it('leave no trace in any file, its name, or what is said of the build', async () => {
    const {files, problems} = await planInMemory(folder)
    const everything = [...files, ...problems.map((problem) => JSON.stringify(problem))].flat().join('\n')
    expect(everything).not.toMatch(/geheim|morgen|vorschau|zukunft/i)
    for (const stem of unpublished) {
      const sound = createHash('sha256').update(readFileSync(join(folder, `${stem}.mp3`)))
      expect(everything).not.toContain(sound.digest('hex'))
      expect(everything).not.toContain(stem)
    }
  })

  it('are all there once they are due, but for the draft', async () => {
    const {files} = await planInMemory(folder, new Date('2027-01-01T00:00:00Z'))
    expect(files.has('episodes/s2e4-morgen/index.html')).toBe(true)
    expect(files.has('episodes/s2e5-trailer/index.html')).toBe(true)
    expect([...files].flat().join('\n')).not.toMatch(/geheim-(?:entwurf|wort|gast|text|abschrift)|s2e3/i)
  })
})
