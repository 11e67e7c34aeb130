import {describe, expect, it} from 'vitest'
import {hostNames} from '../../src/index.ts'
import {episodeFile, media, planFiles, showFile} from '../temporary-show.ts'

const vtt = 'WEBVTT\n\n00:00.000 --> 00:00.400\nOne.\n'

function filesWith(...lines: readonly string[]) {
  return {
    'show.yaml': showFile(...lines),
    'one.md': '---\ntitle: One\ndate: 2026-01-31\n---\nHello.\n',
    'one.mp3': media.mp3,
    'one.vtt': vtt,
    'one.pt-BR.vtt': vtt,
    'two.md': '---\ntitle: Two\ndate: 2026-02-28\n---\nHello.\n',
    'two.m4a': media.m4a,
    'three.md': episodeFile('three'),
  }
}

/** Paths and headers of a `_headers` file. */
function blocksOf(text: string): ReadonlyMap<string, readonly string[]> {
  const blocks = text.split('\n\n').map((block) =>
    block
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  )
  return new Map(blocks.map(([path = '', ...headers]) => [path, headers]))
}

/** How Cloudflare and Netlify read a path of `_headers`. */
function matches(pattern: string, path: string): boolean {
  const regex = pattern
    .replace(/[.+]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/:[a-z]+/g, '[^/]+')
  return new RegExp(`^${regex}$`).test(path)
}

describe('the files for hosts', () => {
  it('are those that other hosts ignore, where the show names none', async () => {
    const {files} = await planFiles(filesWith())
    expect([...files.keys()].filter((path) => /^[._]/.test(path)).sort()).toEqual(['.nojekyll', '_headers'])
    expect(files.get('.nojekyll')).toBe('')
  })

  it.each([
    ['none', []],
    ['github-pages', ['.nojekyll']],
    ['netlify', ['_headers']],
    ['apache', ['.htaccess']],
    ['nginx', []],
    ['caddy', []],
    ['gitlab-pages', []],
    ['[Apache, cloudflare-pages]', ['.htaccess', '_headers']],
  ])('for `hosting: %s` are %j', async (hosting, expected) => {
    const {files, problems} = await planFiles(filesWith(`hosting: ${hosting}`))
    expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
    expect([...files.keys()].filter((path) => /^[._]/.test(path)).sort()).toEqual(expected)
  })

  it('refuse a host that is not known, with the near name', async () => {
    const {problems} = await planFiles(filesWith('hosting: netlfy'))
    expect(problems.find(({code}) => code === 'value-invalid')).toMatchObject({
      hint: 'Did you mean "netlify"?',
      line: 11,
    })
    expect(hostNames).toContain('netlify')
  })
})

describe('`_headers`', () => {
  it('has one block for each file below a path, so that no header is joined with itself', async () => {
    const {files} = await planFiles(
      filesWith('site_url: https://trial.example/some/show/', 'feeds: {rss: feeds/all.xml, atom: feeds/atom.xml}'),
    )
    const blocks = blocksOf(files.get('_headers') ?? '')
    for (const path of files.keys()) {
      const found = [...blocks].filter(([pattern]) => matches(pattern, `/some/show/${path}`))
      const names = found.flatMap(([, headers]) => headers.map((header) => header.split(':')[0]))
      expect(names, path).toEqual([...new Set(names)])
      if (/(?:^|\/)index\.html$|^[._]/.test(path)) continue
      expect(found.length, path).toBeGreaterThan(0)
    }
    expect(blocks.get('/some/show/feeds/all.xml')).toContain('Content-Type: application/xml; charset=utf-8')
    expect(blocks.get('/some/show/episodes/:slug/transcript.pt-br.vtt')).toContain(
      'Content-Type: text/vtt; charset=utf-8',
    )
  })

  it('says no type for a folder of several', async () => {
    const {files} = await planFiles(filesWith())
    expect(blocksOf(files.get('_headers') ?? '').get('/media/*')).toEqual([
      'Cache-Control: public, max-age=86400',
      'Access-Control-Allow-Origin: *',
    ])
  })

  it('is not longer for more episodes, and knows no slug', async () => {
    const more = Object.fromEntries(Array.from({length: 30}, (_, n) => [`more-${n}.md`, episodeFile(`more-${n}`)]))
    const {files} = await planFiles({...filesWith(), ...more})
    const few = await planFiles(filesWith())
    expect(files.get('_headers')).toBe(few.files.get('_headers'))
  })
})
