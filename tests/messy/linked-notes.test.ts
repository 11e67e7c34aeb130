import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/index.ts'
import type {Files} from '../files-on-disk.ts'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile, planFiles, temporaryShow} from '../temporary-show.ts'

async function built(notes: string, more: Files = {}) {
  const {files, problems} = await planFiles({'001-n.md': episodeFile('one', [], notes), ...more})
  const items: {url: string; content_html?: string}[] = JSON.parse(files.get('feed.json') ?? '{"items": []}').items
  const page = files.get('episodes/001-n/index.html') ?? ''
  return {
    feed: items.find(({url}) => url.endsWith('/001-n/'))?.content_html ?? '',
    page: /<h2 id="notes">[^\n]*\n?([\s\S]*?)<\/section>/.exec(page)?.[1] ?? '',
    said: problems.filter(({severity}) => severity !== 'info').map(({code, message}) => `${code}: ${message}`),
  }
}

const address = 'https://trial.example/episodes/002-o/'

describe('a link to the file of another episode leads to its page', () => {
  it.each([
    ['beside it', '[x](002-o.md)', address],
    ['with a dot', '[x](./002-o.md)', address],
    ['from the top', '[x](/002-o.md)', address],
    ['to a heading', '[x](002-o.md#more-links)', `${address}#notes-more-links`],
    ['as a reference', '[x][o]\n\n[o]: 002-o.md', address],
    ['in HTML', '<a href="002-o.md">x</a>', address],
    ['in a list', '- [x](002-o.md)', address],
    ['to itself', '[x](001-n.md)', 'https://trial.example/episodes/001-n/'],
  ])('%s', async (_name, notes, href) => {
    const {feed, page, said} = await built(notes, {'002-o.md': episodeFile('two')})
    for (const html of [feed, page]) expect(html).toContain(`<a href="${href}">x</a>`)
    expect(said).toEqual([])
  })

  it('in another folder, with blanks in the name, and under a slug of its own', async () => {
    const notes = '[a](more/003%20p.md) [b](<more/003 p.md>)'
    const {page} = await built(notes, {'more/003 p.md': episodeFile('three', ['slug: south'])})
    expect(page.match(/href="https:\/\/trial\.example\/episodes\/south\/"/g)).toHaveLength(2)
  })

  it.each([
    ['a draft', episodeFile('two', ['draft: true']), 'that episode is a draft'],
    ['a scheduled one', episodeFile('two', ['date: 2099-01-01']), 'that episode is not published yet'],
    ['a page', 'No episode.\n', 'the file is no episode that can be published'],
  ])('but not to %s: the text stays', async (_name, text, why) => {
    const {feed, page, said} = await built('[x](002-o.md)', {'002-o.md': text})
    for (const html of [feed, page]) expect(html).toContain('<p>x</p>')
    expect(said).toEqual([`episode-link-left-out: The link to "002-o.md" is left out, and its text stays: ${why}`])
  })

  it('nor to a file that is not there', async () => {
    const {page, said} = await built('[x](002-o.md) and [y](https://b.example/README.md)')
    expect(page).toContain('<p>x and <a href="https://b.example/README.md">y</a></p>')
    expect(said).toHaveLength(1)
  })

  it('as soon as that episode is published, in a build that remembers', async () => {
    const folder = temporaryShow({
      '001-n.md': episodeFile('one', [], '[x](002-o.md)'),
      '002-o.md': episodeFile('two', ['date: 2026-03-01']),
    })
    const output = join(temporaryShow({}), 'output')
    const pageAt = async (now: string) => {
      await build(folder, output, {now: new Date(now)})
      return readFileSync(join(output, 'episodes/001-n/index.html'), 'utf8')
    }
    expect(await pageAt('2026-02-01')).not.toContain(address)
    expect(await pageAt('2026-04-01')).toContain(address)
    writeFiles(folder, {'002-o.md': episodeFile('two', ['date: 2026-03-01', 'aliases: [/x]'])})
    expect(await pageAt('2026-04-02')).toContain(address)
  })
})

describe('headings and footnotes are as on GitHub', () => {
  it('headings have ids on the page, and links lead to them', async () => {
    const {feed, page} = await built(
      '[x](#more-links--co) [y](#more-links--co-1)\n\n## More links & co!\n\nA.\n\n## More links & co\n\nB.',
    )
    expect(page).toContain('<a href="#notes-more-links--co">x</a> <a href="#notes-more-links--co-1">y</a>')
    expect(page).toContain('<h3 id="notes-more-links--co">More links &amp; co!</h3>')
    expect(page).toContain('<h3 id="notes-more-links--co-1">')
    expect(feed).toContain('<a href="https://trial.example/episodes/001-n/#notes-more-links--co">x</a>')
    expect(feed).not.toContain(' id=')
  })

  it('footnotes lead there and back', async () => {
    const {feed, page, said} = await built('One[^b] and two[^a].\n\n[^a]: Of *two*.\n[^b]: Of one.\n\nEnd.')
    expect(page).toContain('One<sup><a href="#notes-fn-1" id="notes-fnref-1">[1]</a></sup>')
    expect(page).toMatch(
      /<ol>\s*<li>Of one\. <a href="#notes-fnref-1" id="notes-fn-1">↩<\/a><\/li>\s*<li>Of <em>two<\/em>\./,
    )
    expect(page).toContain('End.')
    expect(feed).toContain('One<a href="https://trial.example/episodes/001-n/#notes-fn-1">[1]</a>')
    expect(feed).not.toContain('[^')
    expect(said).toEqual([])
  })

  it.each(['One[^a] without a note.', '`[^a]`\n\n[^a]: Note.'])('a mark alone stays: %j', async (notes) => {
    expect((await built(notes)).page).toContain('[^a]')
  })

  it('task lists and tables are', async () => {
    const {feed, page} = await built('- [x] done\n- [ ] open\n\n| a | b |\n| - | - |\n| 1 | 2 |\n')
    expect(page).toContain('☑ done')
    expect(page).toContain('<td>1</td>')
    expect(feed).toContain('☐ open')
    expect(feed).toContain('<p>1 | 2</p>')
  })

  it('an author takes over no id of the page', async () => {
    const {page} = await built('<h3 id="transcript">A</h3><a id="notes" href="https://b.example/">b</a>')
    expect(page).not.toContain(' id=')
  })
})
