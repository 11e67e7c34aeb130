import {describe, expect, it} from 'vitest'
import {byteLength} from '../../../src/text/cut/byte-length.ts'
import {captured} from '../../captured.ts'
import {episodeFile, feedsOf, planFiles, showFile} from '../../temporary-show.ts'

async function notesOf(body: string, lines: readonly string[] = [], show: readonly string[] = []) {
  const {rss, atom, json} = await feedsOf({
    'show.yaml': showFile(...show),
    'one.md': episodeFile('one', lines, body),
  })
  const [, description = ''] = captured(rss, /<description>(?:<!\[CDATA\[)?([\s\S]*?)(?:\]\]>)?<\/description>/g)
  const [full = ''] = captured(rss, /<content:encoded><!\[CDATA\[([\s\S]*?)\]\]>/g)
  return {rss, atom, json, description, full}
}

describe('the description of an episode', () => {
  it('has the elements of Apple and Spotify alone, and the notes have theirs', async () => {
    const body =
      '## Head\n\n**Bold** and *thin* `code`\n\n> Said.\n\n- one\n- two\n  1. deep\n\n```\na < b\nc\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'
    const {description, full} = await notesOf(body)
    expect(description).toBe(
      '<p>Head</p>\n<p>Bold and thin code</p>\n<p>Said.</p>\n\n<ul>\n<li>one</li>\n<li>two<ol>\n<li>deep</li>\n</ol>\n</li>\n</ul>\n<p>a &lt; b<br>c</p>\n<p>a | b</p>\n<p>1 | 2</p>',
    )
    expect(full).toContain('<h2>Head</h2>\n<p><strong>Bold</strong> and <em>thin</em> <code>code</code></p>')
  })

  it('links over https alone, and says other addresses in words', async () => {
    const body =
      '[safe](https://a.example/?a=1&b=2) [old](http://b.example/x) [b.example](http://b.example/) [mail](mailto:hi@c.example) [here](/page) <hi@c.example>\n'
    const {description, full} = await notesOf(body)
    expect(description).toBe(
      '<p><a href="https://a.example/?a=1&amp;b=2">safe</a> old (http://b.example/x) b.example mail (hi@c.example) <a href="https://trial.example/page">here</a> hi@c.example</p>',
    )
    expect(full).toContain('<a href="http://b.example/x">old</a>')
  })

  it('is cut at a sentence within 4,000 bytes, closed, with a link to the page; the notes are whole', async () => {
    const sentence = 'Wir fahren über die große Brücke und [weiter](https://a.example/weiter). '
    const body = `${Array.from({length: 30}, () => `- ${sentence.repeat(4)}`).join('\n')}\n`
    const {description, full, json} = await notesOf(body, ['language: de'])
    expect(byteLength(description)).toBeLessThanOrEqual(4000)
    expect(byteLength(description)).toBeGreaterThan(3700)
    expect(description).toMatch(
      /weiter<\/a>\.<\/li><\/ul>\n<p><a href="https:\/\/trial\.example\/episodes\/one\/">Alle Shownotes<\/a><\/p>$/,
    )
    expect(full.match(/große/g)?.length).toBe(120)
    expect(json.items[0]?.content_html).toBe(full)
    const {problems} = await planFiles({'one.md': episodeFile('one', [], body)})
    expect(problems.map(({code, line}) => [code, line])).toContainEqual(['notes-cut', 6])
  })

  it('keeps every chapter when the notes are cut', async () => {
    const chapters = 'chapters: ["0:00 Start", "10:00 Middle", "20:00 End"]'
    const audio = 'audio: {url: https://media.example/one.mp3, size: 5000000, duration: 30:00}'
    const {description} = await notesOf('A sentence of notes. '.repeat(400), [chapters, audio])
    expect(byteLength(description)).toBeLessThanOrEqual(4000)
    expect(description).toMatch(
      /notes\.<\/p>\n<p>00:00:00 Start<br>00:10:00 Middle<br>00:20:00 End<\/p>\n<p><a [^>]*>All show notes<\/a><\/p>$/,
    )
  })

  it('lists the chapters of the notes as apps find them: no bullet, no link around the time, hours', async () => {
    const audio = 'audio: {url: https://media.example/one.mp3, size: 5000000, duration: 30:00}'
    const body =
      'At 10:30 we met.\n\n- [0:00](#t=0) Start\n- (10:00) [Middle](https://a.example/)\n- 20:00 – End\n\nIt was 12:00.\n'
    const {description, full} = await notesOf(body, [audio])
    expect(description).toBe(
      '<p>At 10:30 we met.</p>\n<p>00:00:00 Start<br>00:10:00 <a href="https://a.example/">Middle</a><br>00:20:00 End</p>\n<p>It was 12:00.</p>',
    )
    expect(full).toContain('<li>(10:00) <a href="https://a.example/">Middle</a></li>')
  })

  it('begins with the summary, unless the notes say it', async () => {
    expect((await notesOf('Notes.\n', ['summary: A < B'])).description).toBe('<p>A &lt; B</p>\n<p>Notes.</p>')
    expect((await notesOf('*Hello*\nyou.\n', ['summary: Hello you.'])).description).toBe('<p>Hello\nyou.</p>')
    expect((await notesOf('', ['summary: Alone.'])).description).toBe('<p>Alone.</p>')
  })

  it('leaves plain text where only that is shown', async () => {
    const {rss, atom, json} = await notesOf('**Bold** & [link](https://a.example/).\n')
    expect(captured(atom, /<summary>([^<]*)<\/summary>/g)).toEqual(['Bold &#x26; link.'])
    expect(json.items[0]).toHaveProperty('summary', 'Bold & link.')
    expect(rss).not.toContain('itunes:summary')
  })

  it('says where the video is that podcast apps do not show, once', async () => {
    const video = 'youtube: https://youtu.be/aB3-dE5_gH7'
    const link = '<p><a href="https://www.youtube.com/watch?v=aB3-dE5_gH7">Auf'
    const {description, full} = await notesOf('Hallo.\n', [video], ['language: de'])
    expect([description, full]).toEqual(
      Array(2).fill(
        '<p>Hallo.</p>\n<p><a href="https://www.youtube.com/watch?v=aB3-dE5_gH7">Ansehen auf YouTube</a></p>',
      ),
    )
    expect((await notesOf('See https://youtu.be/aB3-dE5_gH7 now.\n', [video])).full).not.toContain(link)
  })
})

describe('the links of a conversation', () => {
  const transcript =
    '**Kim:** See [the map](https://a.example/map) and [the map](https://a.example/map).\n\n**Jo:** And [mine](/mine), [bad](javascript:x).\n'
  const files = (...show: readonly string[]) => ({
    'show.yaml': showFile(...show),
    'one.md': episodeFile('one', [], 'Notes with [one](https://a.example/one).\n'),
    'one.transcript.md': `**Kim:** Take [one](https://a.example/one).\n\n${transcript}`,
  })

  it('are below the notes if the show wants them, each once', async () => {
    const {rss} = await feedsOf(files('transcript_links: true'))
    const list =
      '<p>Mentioned in this episode:</p>\n<ul>\n<li><a href="https://a.example/map">the map</a></li>\n<li><a href="https://trial.example/mine">mine</a></li>\n</ul>'
    expect(rss.split(list).length).toBe(3)
  })

  it('are not there otherwise', async () => {
    expect((await feedsOf(files())).rss).not.toContain('https://a.example/map')
  })
})
