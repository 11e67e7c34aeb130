import {describe, expect, it} from 'vitest'
import {episodeFile, planFiles} from '../temporary-show.ts'

const times = 1000
/** Marks that a reader of text may look from for their end, again and again. */
const hostileParts = [
  '*a ',
  '**a ',
  '_a__b ',
  '[a ',
  '[a](',
  '![',
  '` ',
  '~~a ',
  '<a href="',
  '<b><i>',
  '<table><tr><td>',
  '<!--',
  '&#',
  'http://a(',
  'a.',
  '{{< a ',
  '[[a|',
  '%%a',
  '[^a]',
  '- a\n\n---\n',
  '0:00 a\n',
  'x[^1]\n\n[^1]: b\n\n',
]

/** The places where an author, or a tool, puts text that is read as Markdown or HTML. */
const places: Readonly<Record<string, (text: string) => Readonly<Record<string, string>>>> = {
  notes: (text) => ({'one.md': episodeFile('one', [], text)}),
  description: (text) => ({'one.md': episodeFile('one', [`description: ${JSON.stringify(text)}`])}),
  speech: (text) => ({'one.md': episodeFile('one', ['body: transcript'], `**Mara:** Hello.\n\n**Jo:** ${text}`)}),
  'a transcript': (text) => ({
    'one.md': episodeFile('one'),
    'one.transcript.md': `**Mara:** Hello.\n\n**Jo:** ${text}`,
  }),
  'a transcript in HTML': (text) => ({
    'one.md': episodeFile('one'),
    'one.transcript.html': `<cite>Mara:</cite><p>Hello.</p><cite>Jo:</cite><p>${text}</p>`,
  }),
}

describe.each(Object.keys(places))('%s with thousands of marks that nothing closes', (place) => {
  // Each took from half a minute to hours for the square of these. What is held here is that the build ends, within the time of a test.
  it('is published', {timeout: 60_000}, async () => {
    const files: Record<string, string> = {}
    for (const [index, part] of hostileParts.entries()) {
      const written = places[place]?.(part.repeat(times)) ?? {}
      for (const [name, text] of Object.entries(written)) files[name.replace('one', `e${index}`)] = text
    }
    const {files: planned} = await planFiles(files)
    expect(JSON.parse(planned.get('feed.json') ?? '').items).toHaveLength(hostileParts.length)
  })
})
