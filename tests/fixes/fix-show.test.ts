import {existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {applyPatch} from 'diff'
import {describe, expect, it} from 'vitest'
import {check, type FileFix, findFixes, type Problem, writeFixes} from '../../src/index.ts'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')

async function problemsOf(folder: string): Promise<readonly Problem[]> {
  return (await check(folder, {now})).problems
}

async function planned(folder: string): Promise<readonly FileFix[]> {
  return findFixes(folder, await problemsOf(folder))
}

function bytesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]))
}

const media = 'date: 2026-01-31\naudio: {url: https://media.example/a.mp3, size: 5000000, duration: 10:00}\n'
const derived = showFile().replace(/\nguid: .*/, '')
const guid = /guid: [\da-f-]{36}/
const cue = '00:00:01,500 --> 00:00:04,000 align:start'

type Row = readonly [name: string, file: string, before: string, after: string, others?: Files]

const rows: readonly Row[] = [
  [
    'a misspelt key, and nothing else of its line',
    '1.md',
    `---\n# tilte: one\n"tilte":   'The tilte: x' # tilte\n${media}---\ntilte: x\n`,
    `---\n# tilte: one\n"title":   'The tilte: x' # tilte\n${media}---\ntilte: x\n`,
  ],
  [
    'a misspelt key in lines of Windows, after a byte order mark',
    '1.md',
    `\uFEFF---\ntilte: One  # mine\n${media}---\nHello\n`.replaceAll('\n', '\r\n'),
    `\uFEFF---\ntitle: One  # mine\n${media}---\nHello\n`.replaceAll('\n', '\r\n'),
  ],
  [
    'a misspelt key in TOML',
    '1.md',
    `+++\ntilte = "One" # tilte\ndate = 2026-01-31\n+++\n`,
    `+++\ntitle = "One" # tilte\ndate = 2026-01-31\n+++\n`,
  ],
  [
    'a misspelt key in JSON',
    '1.md',
    `{\n  "tilte" : "One",\n  "date": "2026-01-31"\n}\n`,
    `{\n  "title" : "One",\n  "date": "2026-01-31"\n}\n`,
  ],
  [
    'a misspelt key of the show',
    'show.yaml',
    `# mine\n${showFile().replace('explicit: false\n', '')}\nexplict: false # tame\n`,
    `# mine\n${showFile().replace('explicit: false\n', '')}\nexplicit: false # tame\n`,
  ],
  [
    'front matter that is never closed',
    '1.md',
    `---\ntitle: One\ntags:\n- a\n  - b\n${media}`.replace('  - b\n', '- b\n'),
    `---\ntitle: One\ntags:\n- a\n- b\n${media}---\n`,
  ],
  [
    'the same, of Windows and without a last line end',
    '1.md',
    `---\ntitle: One\n${media}`.trimEnd().replaceAll('\n', '\r\n'),
    `---\ntitle: One\n${media}---\n`.replaceAll('\n', '\r\n'),
  ],
  [
    'captions without their first line, and the commas in their times',
    '1.vtt',
    `${cue}\nHello, 00:00:01,500.\n\n`,
    `WEBVTT\n\n${cue.replaceAll(',', '.')}\nHello, 00:00:01,500.\n\n`,
    {'1.md': episodeFile('1')},
  ],
  [
    'the same, of Windows and after a byte order mark',
    '1.vtt',
    `\uFEFF${cue}\r\nHello\r\n`,
    `\uFEFFWEBVTT\r\n\r\n${cue.replaceAll(',', '.')}\r\nHello\r\n`,
    {'1.md': episodeFile('1')},
  ],
  [
    'a first line of captions that is not as it must be',
    '1.vtt',
    '\n webvtt - mine\n\n00:01.000 --> 00:04.000\nHello\n',
    'WEBVTT - mine\n\n00:01.000 --> 00:04.000\nHello\n',
    {'1.md': episodeFile('1')},
  ],
  [
    'every label of a misspelt speaker',
    '1.transcript.md',
    '**Nora Quist:** Nora Qiust: am I.\n\n**Kim Vale:** Oh.\n\n**Nora Qiust:** Yes.\n\n**Kim Vale:** Hm.\n\n**Nora Qiust:** No.\n',
    '**Nora Quist:** Nora Qiust: am I.\n\n**Kim Vale:** Oh.\n\n**Nora Quist:** Yes.\n\n**Kim Vale:** Hm.\n\n**Nora Quist:** No.\n',
    {'1.md': episodeFile('1', ['hosts: [Kim Vale]', 'guests: [Nora Quist]'])},
  ],
]

describe('fixes mend', () => {
  it.each(rows.map(([name, file, before, after, others = {}]) => [name, file, before, after, others] as const))(
    '%s',
    async (_name, file, before, after, others) => {
      const folder = temporaryShow({'show.yaml': showFile(), ...others, [file]: before})
      const rest = bytesOf(folder)
      const fixes = await planned(folder)
      expect(bytesOf(folder)).toEqual(rest)
      expect(fixes.map((each) => each.file)).toEqual([file])
      expect(applyPatch(before, fixes[0]?.diff ?? '', {autoConvertLineEndings: false})).toBe(after)
      expect(await writeFixes(folder, fixes)).toMatchObject({problems: []})
      expect(bytesOf(folder)).toEqual({...rest, [file]: Buffer.from(after).toString('latin1')})
      // Mended for good, and nothing is left to do.
      const codes = new Set(fixes.flatMap((each) => each.problems).map(({code}) => code))
      const left = await problemsOf(folder)
      expect(left.filter(({code}) => codes.has(code))).toEqual([])
      expect(await findFixes(folder, left)).toEqual([])
    },
  )

  it.each([
    ['', '\n', ''],
    ['\r\n', '\r\n', ''],
    ['\n', '\n', '\n'],
  ])('the guid of a show, as a last line of its own (%j)', async (end, lineEnd, extra) => {
    const before = `${derived.replaceAll('\n', lineEnd)}${end}`
    const folder = temporaryShow({'show.yaml': before})
    const [fix] = await planned(folder)
    const line = guid.exec(fix?.after ?? '')?.[0]
    expect(fix?.after).toBe(`${before}${end === '' ? lineEnd : ''}${line}${lineEnd}`)
    expect(fix?.edits).toMatchObject([{code: 'show-guid-derived', before: ''}])
    expect(extra === '' || fix?.diff.includes('\n+guid')).toBe(true)
  })
})

it('says of every edit where it is, in a long file as well', async () => {
  const cues = 10_000
  const folder = temporaryShow({
    'show.yaml': showFile(),
    '1.md': episodeFile('1'),
    '1.vtt': `${cue}\nHello\n\n`.repeat(cues),
  })
  const [fix] = await planned(folder)
  expect(fix?.edits).toHaveLength(1 + 2 * cues)
  expect(fix?.edits.at(-1)).toEqual({
    code: 'webvtt-header-missing',
    line: 3 * cues - 2,
    column: cue.lastIndexOf(',') + 1,
    before: ',',
    after: '.',
  })
})

describe('fixes leave alone', () => {
  it.each<readonly [string, Files]>([
    ['a key whose right name is there as well', {'1.md': `---\ntitle: One\ntilte: Two\n${media}---\n`}],
    [
      'a key whose field has a value under another name',
      {'1.md': `---\ntitle: One\n${media}pubdte: 2020-01-01\n---\n`},
    ],
    ['two keys that mean one', {'1.md': `---\ntilte: One\ntitel: Two\n${media}---\n`}],
    ['unclosed front matter where notes may begin', {'1.md': `---\ntitle: One\n${media}\n# Notes\n`}],
    [
      'a show that is one map in braces',
      {'show.yaml': '{title: T, description: A show, site_url: "https://a.example/"}'},
    ],
    ['a show with an empty guid', {'show.yaml': `${derived}\nguid:\n`}],
    ['a guid that follows from an address with a slip in it', {'show.yaml': `${derived}\nfeed_path: ../feed.xml\n`}],
    [
      'a guid that follows from the address of every new show',
      {'show.yaml': derived.replace(/site_url: .*/, 'site_url: https://example.org/my-podcast/')},
    ],
    ['a show that was ended', {'show.yaml': `${derived}\n...\n`}],
    ['what is no UTF-8', {'1.md': Buffer.from(`---\ntilte: caf\xe9\n${media}---\n`, 'latin1')}],
  ])('%s', async (_name, files) => {
    expect(await planned(temporaryShow({'show.yaml': showFile(), ...files}))).toEqual([])
  })

  it('links, and whatever a problem names outside of the show', async () => {
    const folder = temporaryShow({'show.yaml': showFile()})
    const outside = temporaryShow({'1.md': `---\ntilte: One\n${media}---\n`})
    symlinkSync(join(outside, '1.md'), join(folder, '1.md'))
    symlinkSync(outside, join(folder, 'linked'))
    const slip = {code: 'key-misspelt', severity: 'error', line: 2, message: ''} as const
    const correction = {written: 'tilte', meant: 'title'}
    const files = ['1.md', 'linked/1.md', join('..', outside.split('/').at(-1) ?? '', '1.md'), 'missing.md', '.']
    expect(
      await findFixes(
        folder,
        files.map((file) => ({...slip, file, correction})),
      ),
    ).toEqual([])
    expect(await findFixes(outside, [{...slip, file: '1.md', correction}])).toHaveLength(1)
  })
})

describe('a file that cannot be mended stays as it is:', () => {
  const misspelt = `---\ntilte: One\n${media}---\n`

  it('one that was changed meanwhile', async () => {
    const folder = temporaryShow({'show.yaml': showFile(), '1.md': misspelt, '2.md': misspelt})
    const fixes = await planned(folder)
    writeFileSync(join(folder, '1.md'), `${misspelt}More.\n`)
    const {written, problems} = await writeFixes(folder, fixes)
    expect(written.map(({file}) => file)).toEqual(['2.md'])
    expect(problems).toMatchObject([{code: 'fix-unwritten', file: '1.md'}])
    expect(readFileSync(join(folder, '1.md'), 'utf8')).toBe(`${misspelt}More.\n`)
    expect(readdirSync(folder).sort()).toEqual(['1.md', '2.md', 'show.yaml'])
  })

  it('one that is gone, or beside which nothing can be written', async () => {
    // As long as a name may be: none is left for the file that would take its place.
    const long = `${'a'.repeat(250)}.md`
    const folder = temporaryShow({'show.yaml': showFile(), [long]: misspelt, '2.md': misspelt})
    const fixes = await planned(folder)
    const [gone] = fixes.filter(({file}) => file === '2.md')
    const {problems} = await writeFixes(join(folder, 'elsewhere'), gone === undefined ? [] : [gone])
    expect(problems).toMatchObject([{code: 'fix-unwritten', file: '2.md'}])
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false)
    const result = await writeFixes(folder, fixes)
    expect(result.problems).toMatchObject([{code: 'fix-unwritten', file: long}])
    expect(readFileSync(join(folder, long), 'utf8')).toBe(misspelt)
    expect(readdirSync(folder)).toHaveLength(3)
  })

  it('with the rights that it had, where it can', async () => {
    const folder = temporaryShow({'show.yaml': showFile()})
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'sub/1.md'), misspelt, {mode: 0o640})
    await writeFixes(folder, await planned(folder))
    expect(readFileSync(join(folder, 'sub/1.md'), 'utf8')).toContain('title: One')
    expect(lstatSync(join(folder, 'sub/1.md')).mode & 0o777).toBe(0o640)
  })
})
