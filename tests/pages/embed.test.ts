import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {HtmlValidate} from 'html-validate'
import {describe, expect, it, onTestFinished} from 'vitest'
import {build} from '../../src/index.ts'
import {media, planFiles, showFile, temporaryShow} from '../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')
const files = {
  '001-first.md': '---\ntitle: First <b>light</b>\ndate: 2026-01-31\nguests: [Jo]\n---\nNotes.\n',
  '001-first.mp3': media.mp3,
  '001-first.vtt':
    'WEBVTT\n\n00:00.000 --> 00:00.400\n<v Jo>Good evening.\n\n00:00.400 --> 00:00.800\n<v Somebody>Hello.\n',
  '001-first.chapters.json':
    '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Welcome"},{"startTime":0.4,"title":"The end"}]}',
  '002-film.md': '---\ntitle: Only elsewhere\ndate: 2026-02-01\nvideo: https://youtu.be/aqz-KE-bpKQ\n---\n',
}

async function planWith(...lines: readonly string[]) {
  const {files: planned} = await planFiles({'show.yaml': showFile(...lines), ...files}, now)
  return planned
}

describe('embed: true', () => {
  it('gives other sites a page with the player alone, which leads out of its frame', async () => {
    const planned = await planWith('embed: true')
    const page = planned.get('episodes/001-first/embed/index.html') ?? ''
    expect(page).toContain('<link rel="canonical" href="https://trial.example/episodes/001-first/">')
    expect(page).toContain('<meta name="robots" content="noindex">')
    expect(page).toContain('<source src="../../../media/001-first.mp3" type="audio/mpeg">')
    expect(page).toContain('target="_top">First &lt;b&gt;light&lt;/b&gt;</a></h1>')
    const links = [...page.matchAll(/<a href="(?!#)[^>]*>/g)].map(([tag]) => tag)
    expect(links.filter((tag) => !/target="_top"|download/.test(tag))).toEqual([])
    const report = await new HtmlValidate({extends: ['html-validate:standard']}).validateString(page)
    expect(report.results.flatMap(({messages}) => messages.filter(({ruleId}) => ruleId !== 'void-style'))).toEqual([])
  })

  it('tells other sites of it, as oEmbed says', async () => {
    const planned = await planWith('embed: true')
    const address = 'https://trial.example/episodes/001-first/oembed.json'
    expect(planned.get('episodes/001-first/index.html')).toContain(
      `<link rel="alternate" type="application/json+oembed" title="First &lt;b&gt;light&lt;/b&gt;" href="${address}">`,
    )
    const told = JSON.parse(planned.get('episodes/001-first/oembed.json') ?? '')
    expect(told).toMatchObject({version: '1.0', type: 'rich', title: 'First <b>light</b>', width: 640, height: 260})
    expect(told.html).toContain('<iframe src="https://trial.example/episodes/001-first/embed/"')
    expect(told.html).toContain('title="First &lt;b&gt;light&lt;/b&gt;"')
  })

  it('gives the Podlove web player what it reads', async () => {
    const planned = await planWith('embed: true')
    expect(JSON.parse(planned.get('episodes/001-first/episode.json') ?? '')).toMatchObject({
      version: 5,
      show: {title: 'Trial Run', link: 'https://trial.example/'},
      title: 'First <b>light</b>',
      publicationDate: '2026-01-31T00:00:00.000Z',
      duration: expect.stringMatching(/^00:00:00\.\d{3}$/),
      audio: [
        {url: 'https://trial.example/media/001-first.mp3', mimeType: 'audio/mpeg', size: String(media.mp3.length)},
      ],
      chapters: [
        {start: '00:00:00.000', title: 'Welcome'},
        {start: '00:00:00.400', title: 'The end'},
      ],
      contributors: [{id: '1', name: 'Jo', role: {slug: 'guest'}}],
      transcripts: [
        {start: '00:00:00.000', start_ms: 0, end_ms: 400, speaker: '1', text: 'Good evening.'},
        {start_ms: 400, end: '00:00:00.800', voice: 'Somebody', text: 'Hello.'},
      ],
    })
  })

  it('is of no episode that there is nothing to play of, and of no show that does not say so', async () => {
    const paths = (planned: ReadonlyMap<string, string>) =>
      [...planned.keys()].filter((path) => /embed|episode\.json/.test(path)).toSorted()
    expect(paths(await planWith('embed: true'))).toEqual([
      'episodes/001-first/embed/index.html',
      'episodes/001-first/episode.json',
      'episodes/001-first/oembed.json',
    ])
    const plain = await planWith()
    expect(paths(plain)).toEqual([])
    expect(plain.get('episodes/001-first/index.html')).not.toContain('oembed')
  })
})

it('`embed` may be taken back', async () => {
  const folder = temporaryShow({'show.yaml': showFile('embed: true'), ...files})
  const output = `${folder}-out`
  onTestFinished(() => rmSync(output, {recursive: true, force: true}))
  expect(await build(folder, output, {now})).toMatchObject({ok: true})
  writeFileSync(join(folder, 'show.yaml'), showFile())
  const again = await build(folder, output, {now})
  expect(again).toMatchObject({ok: true})
  expect(again.ok && again.value.deleted.filter((path) => path.includes('embed/'))).toEqual([
    'episodes/001-first/embed/index.html',
  ])
})

describe('the list of all episodes', () => {
  it('has a line for each, to which its page leads without a script', async () => {
    const planned = await planWith()
    expect(planned.get('episodes/001-first/index.html')).toContain(
      '<a href="../../episodes/#e-001-first">All episodes</a>',
    )
    const page = planned.get('episodes/index.html') ?? ''
    const ids = [...page.matchAll(/<li id="([^"]*)">/g)].map(([, id]) => id)
    expect(ids).toEqual(['e-002-film', 'e-001-first'])
    expect(page).toContain('<a href="../episodes/001-first/" dir="auto">First &lt;b&gt;light&lt;/b&gt;</a>')
  })
})
