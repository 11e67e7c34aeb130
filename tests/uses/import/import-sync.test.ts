import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {importShow} from '../../../src/index.ts'

type Item = {readonly title: string; readonly season: number; readonly notes: readonly string[]}

const usual = (number: number): Item => ({
  title: `Night ${number}`,
  season: 1,
  notes: [`<p>How it began, ${number}.</p>`, '<p>What came of it.</p>', '<p>Thanks to all.</p>'],
})

function feed(changes: ReadonlyMap<number, Partial<Item>>): string {
  const items = Array.from({length: 101}, (_, index) => index + 1).map((number) => {
    const {title, season, notes} = {...usual(number), ...changes.get(number)}
    return `<item><title>${title}</title><guid isPermaLink="false">g${number}</guid>
      <pubDate>${new Date(Date.UTC(2025, 0, number)).toUTCString()}</pubDate>
      <itunes:episode>${number}</itunes:episode><itunes:season>${season}</itunes:season>
      <enclosure url="https://media.example/${number}.mp3" length="5000000" type="audio/mpeg"/>
      <description><![CDATA[${notes.join('\n')}]]></description></item>`
  })
  return `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Night Trains</title>
    <link>https://trains.example/</link><language>en</language><description>Trains.</description>${items.join('')}</channel></rss>`
}

/** What the author does to files 1 to 10, and what the host does to items 6 to 15, with what must come of the five in common. */
const edits: readonly (readonly [number, string, string])[] = [
  [1, 'title: Night 1', 'title: My first'],
  [2, 'What came of it.', 'What came of it, as I remember.'],
  [3, '---\n\nHow', '---\n\nA new beginning.\n\nHow'],
  [4, 'episode: 4', 'episode: 4\nmood: calm'],
  [5, 'guid: g5', '# the guid of the host\nguid: g5'],
  [6, 'title: Night 6', 'title: Mine'],
  [7, 'How it began, 7.', 'How it all began, 7.'],
  [8, 'title: Night 8', 'title: Both'],
  [9, 'What came of it.', 'What came of it, says the author.'],
  [10, 'title: Night 10', 'title: Tenth night'],
]

const [first, , third] = usual(0).notes
const hostChanges = new Map<number, Partial<Item>>([
  // Another field than the author's, another paragraph, the same change, the same paragraph, the same field.
  [6, {season: 2}],
  [7, {notes: ['<p>How it began, 7.</p>', '<p>What came of it in the end.</p>', third ?? '']}],
  [8, {title: 'Both'}],
  [9, {notes: ['<p>How it began, 9.</p>', '<p>What came of it, says the host.</p>', third ?? '']}],
  [10, {title: 'Night ten'}],
  [11, {title: 'Eleven'}],
  [12, {season: 3}],
  [13, {notes: [first ?? '']}],
  [14, {notes: [...usual(14).notes, '<p>A correction.</p>']}],
  [15, {title: 'Fifteen', season: 9}],
])

const nameOf = (number: number) => `${String(number).padStart(3, '0')}-night-${number}.md`

it('ends as a person would merge it, where author and host changed ten of a hundred each, five in common', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-sync-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const [source, show] = [join(folder, 'feed.xml'), join(folder, 'show')]
  const read = (number: number) => readFileSync(join(show, nameOf(number)), 'utf8')
  writeFileSync(source, feed(new Map()))
  await importShow(source, show)
  const imported = new Map(readdirSync(show).map((name) => [name, readFileSync(join(show, name), 'utf8')]))
  for (const [number, from, to] of edits) {
    expect(read(number)).toContain(from)
    writeFileSync(join(show, nameOf(number)), read(number).replace(from, to))
  }
  writeFileSync(source, feed(hostChanges))
  const outcome = await importShow(source, show)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))

  expect(outcome.value.conflicts).toBe(2)
  expect(outcome.problems.map(({code, file, line}) => [code, file, line])).toEqual([
    ['import-conflict', nameOf(9), expect.any(Number)],
    ['import-conflict', nameOf(10), 2],
  ])
  for (const [number, , to] of edits.filter(([number]) => number < 9)) expect(read(number)).toContain(to)
  expect(read(6)).toContain('season: 2\n')
  expect(read(7)).toContain('How it all began, 7.\n\nWhat came of it in the end.\n\nThanks to all.\n')
  expect(read(8).match(/title: Both/g)).toHaveLength(1)
  expect(read(9)).toContain(
    'How it began, 9.\n\n<<<<<<< yours\nWhat came of it, says the author.\n=======\nWhat came of it, says the host.\n>>>>>>> source\n\nThanks to all.\n',
  )
  expect(read(10)).toContain('<<<<<<< yours\ntitle: Tenth night\n=======\ntitle: Night ten\n>>>>>>> source\n')
  expect(read(11)).toContain('title: Eleven\n')
  expect(read(12)).toContain('season: 3\n')
  expect(read(13).endsWith('---\n\nHow it began, 0.\n')).toBe(true)
  expect(read(14).endsWith('Thanks to all.\n\nA correction.\n')).toBe(true)
  expect(read(15)).toContain('title: Fifteen\n')
  for (const number of [1, 2, 3, 4, 5]) expect(read(number)).not.toContain('<<<<')
  for (let number = 16; number <= 101; number += 1) expect(read(number)).toBe(imported.get(nameOf(number)))

  // Conflicts that stand are not merged again, and nothing else changes.
  const merged = readdirSync(show).map((name) => readFileSync(join(show, name), 'utf8'))
  const again = await importShow(source, show)
  expect(again.ok && again.value.conflicts).toBe(2)
  expect(readdirSync(show).map((name) => readFileSync(join(show, name), 'utf8'))).toEqual(merged)
})

it.each([
  ['another show', 'Boats', 'b', ['import-source-other']],
  ['the same show, of which the feed has only new episodes', 'Night Trains', 'b', []],
  ['the same show with another title', 'Boats', 'g', []],
])('takes into a folder no feed that is not of its show: %s', async (_name, title, guids, codes) => {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-sync-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const [source, show] = [join(folder, 'feed.xml'), join(folder, 'show')]
  writeFileSync(source, feed(new Map()))
  await importShow(source, show)
  const before = readFileSync(join(show, 'show.yaml'), 'utf8')
  const other = feed(new Map()).replace('<title>Night Trains<', `<title>${title}<`).replaceAll('">g', `">${guids}`)
  writeFileSync(source, other)
  const outcome = await importShow(source, show)
  expect(outcome.problems.flatMap(({code}) => (code === 'import-source-other' ? [code] : []))).toEqual(codes)
  expect(outcome.ok).toBe(codes.length === 0)
  if (!outcome.ok) expect(readFileSync(join(show, 'show.yaml'), 'utf8')).toBe(before)
})
