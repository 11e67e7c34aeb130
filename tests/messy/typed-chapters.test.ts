import {describe, expect, it} from 'vitest'
import {episodeFile, feedsOf, planFiles} from '../temporary-show.ts'

async function built(notes: string, lines: readonly string[] = []) {
  const {files} = await planFiles({
    'one.md': episodeFile(
      'one',
      ['audio: {url: https://media.example/one.mp3, size: 5000000, duration: 1:10:00}', ...lines],
      notes,
    ),
  })
  const rss = files.get('feed.xml') ?? ''
  const text = (pattern: RegExp) => (pattern.exec(rss)?.[1] ?? '').replace(/^<!\[CDATA\[|\]\]>$/g, '')
  const page = files.get('episodes/one/index.html') ?? ''
  return {
    description: text(/<item>[\s\S]*?<description>([\s\S]*?)<\/description>/),
    encoded: text(/<content:encoded>([\s\S]*?)<\/content:encoded>/),
    atom: files.get('atom.xml') ?? '',
    json: JSON.parse(files.get('feed.json') ?? '').items[0],
    // Times are links that seek, and a list that says nothing but the chapters stands beside the text.
    page: (/<h2 id="notes">[^\n]*\n?([\s\S]*?)<\/section>/.exec(page)?.[1] ?? '').replace(
      /<a class="time" href="#t=\d+">([^<]*)<\/a>/g,
      '$1',
    ),
    beside: /<section class="chapters"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '',
  }
}

const unescaped = (html: string) =>
  html
    .replace(/&(?:lt|#x3C);/g, '<')
    .replace(/&(?:gt|#x3E);/g, '>')
    .replaceAll('&amp;', '&')
const described = '<p>00:00:00 Intro<br>00:05:20 Middle<br>01:02:03 End</p>'

describe('chapters typed as lines stay lines', () => {
  it.each([
    ['plain', '00:00 Intro\n05:20 Middle\n1:02:03 End'],
    ['in brackets', '(00:00) Intro\n(05:20) Middle\n(1:02:03) End'],
    ['with thousandths', '00:00:00.000 Intro\n00:05:20.000 Middle\n01:02:03.000 End'],
    ['with a dash', '0:00 - Intro\n5:20 - Middle\n1:02:03 - End'],
    ['bold', '**00:00** Intro\n**05:20** Middle\n**1:02:03** End'],
    ['as links', '[00:00](#t=0) Intro\n[05:20](#t=320) Middle\n[1:02:03](#t=3723) End'],
    ['with hard breaks', '00:00 Intro  \n05:20 Middle  \n1:02:03 End'],
    ['a list', '- 00:00 Intro\n- 05:20 Middle\n- 1:02:03 End'],
  ])('%s', async (name, notes) => {
    const {description, encoded, atom, json, page, beside} = await built(`Hello.\n\n${notes}\n`)
    expect(unescaped(description)).toContain(described)
    expect(beside).toMatch(/Intro[\s\S]*Middle[\s\S]*End/)
    for (const html of [encoded, unescaped(atom), json.content_html, ...(name === 'a list' ? [] : [page])]) {
      expect(html).toMatch(/Intro(?:<br>|<\/li>)\s*(?:<li>)?[^\n]*Middle(?:<br>|<\/li>)\s*(?:<li>)?[^\n]*End/)
    }
  })

  it('below a line of words, and above one', async () => {
    const {description, page} = await built('Chapters:\n00:00 Intro\n05:20 Middle\n1:02:03 End\nThank you!\n')
    expect(unescaped(description)).toContain(
      '<p>Chapters:<br>00:00:00 Intro<br>00:05:20 Middle<br>01:02:03 End<br>Thank you!</p>',
    )
    expect(page).toContain('Chapters:<br>\n00:00 Intro<br>\n05:20 Middle<br>\n1:02:03 End<br>\nThank you!')
  })

  it('with the time at the end', async () => {
    const {page} = await built('Intro (00:00)\nMiddle (05:20)\nEnd (1:02:03)\n')
    expect(page).toContain('Intro (00:00)<br>\nMiddle (05:20)<br>\nEnd (1:02:03)')
  })

  it('within a quote, or an item of a list', async () => {
    expect((await built('> 00:00 Intro\n> 05:20 Middle\n')).page).toContain('Intro<br>\n05:20')
    expect((await built('- Chapters:\n  00:00 Intro\n  05:20 Middle\n')).page).toContain('Intro<br>\n05:20')
  })

  it('but prose is prose', async () => {
    const {page} = await built('We leave at\n09:30 from the station, as\nevery day.\n')
    expect(page).not.toContain('<br>')
  })
})

describe('JSON Feed without notes', () => {
  it('has text that is no HTML, with its paragraphs', async () => {
    const {json} = await feedsOf({'one.md': episodeFile('one', ['summary: "1 < 2 & 3\\n\\nMore."'], '')})
    expect(json.items[0]).toMatchObject({content_text: '1 < 2 & 3\n\nMore.'})
    expect(json.items[0]).not.toHaveProperty('content_html')
  })

  it('has the title where there is nothing else', async () => {
    const {json} = await feedsOf({'one.md': episodeFile('one', ['title: "<b> & co"'], '')})
    expect(json.items[0]).toMatchObject({content_text: '<b> & co'})
  })

  it('and with notes it has HTML', async () => {
    const {json} = await feedsOf({'one.md': episodeFile('one', [], '1 < 2\n')})
    expect(json.items[0]).toMatchObject({content_html: '<p>1 &lt; 2</p>'})
    expect(json.items[0]).not.toHaveProperty('content_text')
  })
})
