import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {exportTheme, templateNames} from '../../src/index.ts'
import {planInMemory} from '../plan-in-memory.ts'
import {rowsOfSeries} from '../series.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'
import {hostileTexts} from './hostile-texts.ts'
import {running} from './running.ts'

const now = new Date('2026-06-01T00:00:00Z')

/** A show with every kind of page, and with `texts` in all that authors write. */
function showWith(texts: readonly string[], ...lines: readonly string[]): string {
  const at = (index: number) => texts[index % texts.length] ?? ''
  const said = (index: number) => JSON.stringify(at(index))
  const episodes = Array.from({length: 4}, (_, number) => {
    const own = texts.filter((_text, index) => index % 4 === number)
    const people = own.map((text) => ({name: text, role: text, url: text, image: text}))
    const front = [
      `title: ${said(number)}`,
      `subtitle: ${said(number + 1)}`,
      `summary: ${said(number + 2)}`,
      'season: 1',
      `season_name: ${said(0)}`,
      `episode: ${number + 1}`,
      `tags: ${JSON.stringify([...own, at(0), 'trains'])}`,
      `guests: ${JSON.stringify([...people, {name: at(0)}])}`,
      `chapters: ${JSON.stringify(own.map((text, index) => ({start: index, title: text, url: text})))}`,
      `location: ${said(number + 3)}`,
    ]
    return [`00${number}.md`, episodeFile(`e${number}`, front, own.join('\n\n'))] as const
  })
  const transcript = texts.map(
    (text, index) => `00:0${index % 8}.000 --> 00:0${(index % 8) + 1}.000\n<v ${text}>${text}\n`,
  )
  return temporaryShow({
    'show.yaml': showFile(
      `title: ${said(0)}`,
      `subtitle: ${said(1)}`,
      `description: ${said(2)}`,
      `author: ${said(3)}`,
      `copyright: ${said(4)}`,
      'own_pages: pages/*.md',
      ...lines,
    ),
    ...Object.fromEntries(episodes),
    '000.vtt': `WEBVTT\n\n${transcript.join('\n')}`,
    'pages/about.md': `---\ntitle: ${said(5)}\n---\n${texts.join('\n\n')}`,
  })
}

async function pagesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const {files} = await planInMemory(folder, now)
  return new Map([...files].filter(([path]) => path.endsWith('.html') && !path.includes('transcript')))
}

describe('the exported templates', () => {
  it('make every page as it is without them, byte for byte', async () => {
    const theme =
      'theme: {navigation: {About: pages/about.md, Shop: "https://shop.example/"}, footer: {Mail: "mailto:a@b.example"}}'
    for (const lines of [[theme], ['language: ar', 'type: serial']]) {
      const folder = showWith(['Trains & <boats>', 'A "line"', 'Night'], ...lines)
      const before = await pagesOf(folder)
      const exported = await exportTheme(folder)
      expect(exported).toMatchObject({ok: true, value: {kept: []}})
      const after = await pagesOf(folder)
      expect([...after.keys()]).toEqual([...before.keys()])
      for (const [path, text] of after) expect([path, text]).toEqual([path, before.get(path)])
    }
  })

  it('run nothing of 300 hostile texts in every field', async () => {
    const folder = showWith(rowsOfSeries(hostileTexts, 6))
    const plain = await pagesOf(folder)
    await exportTheme(folder)
    const themed = await pagesOf(folder)
    expect(themed.size).toBeGreaterThan(8)
    for (const [path, page] of themed) {
      expect([path, running(page)]).toEqual([path, []])
      expect([path, page === plain.get(path)]).toEqual([path, true])
    }
  })

  it('leave what is there already', async () => {
    const folder = showWith(['One'])
    await exportTheme(folder, {only: ['episode']})
    writeFileSync(join(folder, 'theme/episode.liquid'), 'mine')
    expect(await exportTheme(folder, {only: ['episode', 'page']})).toMatchObject({
      value: {written: ['theme/page.liquid'], kept: ['theme/episode.liquid']},
    })
    expect(readFileSync(join(folder, 'theme/episode.liquid'), 'utf8')).toBe('mine')
    expect(readdirSync(join(folder, 'theme'))).toEqual(['episode.liquid', 'page.liquid'])
  })

  it('are written into a show and nowhere else', async () => {
    const folder = temporaryShow({})
    rmSync(join(folder, 'show.yaml'))
    expect(await exportTheme(folder)).toMatchObject({ok: false, problems: [{code: 'show-file-missing'}]})
  })
})

async function planWith(templates: Readonly<Record<string, string>>) {
  const files = Object.fromEntries(Object.entries(templates).map(([name, text]) => [`theme/${name}.liquid`, text]))
  const {files: made, problems} = await planInMemory(
    temporaryShow({
      '001.md': episodeFile('one', ['subtitle: A <line>'], 'Notes & more.'),
      '002.md': episodeFile('two', ['date: 2026-02-01']),
      '001.mp3': media.mp3,
      ...files,
    }),
    now,
  )
  const page = made.get('episodes/001/index.html') ?? ''
  return {page, made, broken: problems.filter(({file}) => file?.startsWith('theme/'))}
}

describe('a template of the author', () => {
  it('replaces one part, and values in it are escaped', async () => {
    const {page, made, broken} = await planWith({
      'episode-row': '<li>{{ episode.title }}: {{ episode.subtitle }} {{ episode.subtitle | escape | upcase }}</li>\n',
      card: '<b>{{ text }}</b>',
      footer:
        "{% capture mine %}<i>{{ show.author }}</i>{% endcapture %}<footer>{{ mine }}{% render 'card', text: '<' %}{{ 'a\nb' | newline_to_br }}</footer>\n",
    })
    expect(broken).toEqual([])
    expect(made.get('index.html')).toContain('<li>one: A &lt;line&gt; A &lt;LINE&gt;</li>')
    expect(page).toContain('<footer><i>Kim Vale</i><b>&lt;</b>a<br>\nb</footer>\n</body>')
    expect(page).toContain('<section class="notes"')
  })

  it('writes dates in the time zone of the show', async () => {
    const {page} = await planWith({episode: "{{ episode.date | date: '%Y-%m-%d %H:%M' }} {{ episode.date_label }}"})
    expect(page).toContain('2026-01-31 00:00 January 31, 2026')
  })

  it.each([
    [
      'a name that is not there',
      '\n<p>{{ episode.titel }}</p>',
      {line: 2, column: 7, hint: 'Did you mean episode.title?'},
    ],
    ['a tag that is not closed', 'a\n\n{% if episode.title %}', {line: 3, column: 1}],
    ['a filter that is not there', '{{ episode.title | shout }}', {line: 1}],
    ['a way past the escaping', '{{ episode.title | raw }}', {line: 1}],
    ['the clock', "{{ 'now' | date: '%Y' }}", {line: 1}],
    ['chance', '{{ episode.tags | sample }}', {line: 1}],
    ['a template that is not there', "{% render 'nothing' %}", {line: 1}],
    ['a template that renders itself', "{% render 'episode' %}", {}],
    ['more than memory holds', '{% for i in (1..999999999) %}{{ i }}{% endfor %}', {line: 1}],
  ])('that is broken by %s is told once, and the rest is built', async (_, text, place) => {
    const {page, made, broken} = await planWith({episode: text, header: '<header class="mine"></header>'})
    expect(broken).toMatchObject([
      {code: 'template-broken', severity: 'warning', file: 'theme/episode.liquid', ...place},
    ])
    expect(page).toContain('<header class="mine">')
    expect(page).toContain('<main id="content" class="episode">')
    expect(made.get('feed.xml')).toContain('<title>one</title>')
  })

  it('that another one renders is named where it is broken', async () => {
    const {broken} = await planWith({footer: "{% render 'card', text: 'a' %}", card: '\n{{ txt }}'})
    expect(broken).toMatchObject([{file: 'theme/card.liquid', line: 2}])
  })

  it('with the name of no part may be a slip', async () => {
    const {broken} = await planWith({'episodes-row': 'x', card: 'y'})
    expect(broken).toMatchObject([{file: 'theme/episodes-row.liquid', hint: 'Did you mean episode-row.liquid?'}])
  })

  it('that names a file of the theme in vain says where', async () => {
    const {broken, page} = await planWith({
      footer: `<!-- {{ root }}theme/remark.svg -->{% comment %}{{ root }}theme/remark.svg{% endcomment %}
{{ root }}theme/style.css {{ root }}theme/card.css {{ root }}theme/{{ show.type }}.svg {{ root }}theme/a-{{ show.type }}.svg
 <img src="{{ root }}theme/lamp.svg" alt=""> {{root}}theme/footer.liquid`,
    })
    expect(broken.map(({code, line, column}) => `${line}:${column} ${code}`)).toEqual([
      '2:27 theme-file-missing',
      '3:12 theme-file-missing',
      '3:46 theme-file-missing',
    ])
    expect(page).toContain('theme/lamp.svg')
  })

  it('exists for every part that can be replaced', () => {
    expect(templateNames).toHaveLength(10)
  })
})
