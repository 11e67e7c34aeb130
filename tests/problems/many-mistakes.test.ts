import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {hashesOf, writeFiles} from '../files-on-disk.ts'

const main = join(import.meta.dirname, '../../dist/bin/castwright.js')
const root = mkdtempSync(join(tmpdir(), 'castwright-mistakes-'))
const output = join(root, 'output')
afterAll(() => rmSync(root, {recursive: true, force: true}))

type Found = {readonly code: string; readonly file?: string; readonly line?: number; readonly column?: number}

/** Front matter that has no mistake but the ones in `lines`; the media file is on a server and is this episode's own. */
function episode(name: string, ...lines: readonly string[]): string {
  const usual = [
    `title: The ${name}`,
    'date: 2026-01-31',
    `audio: {url: https://media.example/${name}.mp3, size: 5000000, duration: 10:00}`,
  ]
  const keys = new Set(lines.map((line) => line.split(':')[0]))
  return `---\n${[...lines, ...usual.filter((line) => !keys.has(line.split(':')[0]))].join('\n')}\n---\nHello.\n`
}

const showFile = [
  'title: Slips',
  'description: A show with mistakes in it.',
  'site_url: https://slips.example/',
  'language: en',
  'author: Kim Vale',
  'owner: kim@slips.example',
  'categories: [Technology]',
  'image: https://slips.example/cover.jpg',
  'guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21',
  'explicit: false',
]

const goodShow: Readonly<Record<string, string>> = {
  'show.yaml': showFile.join('\n'),
  'good.md': episode('good', 'guid: taken'),
  'good.vtt': 'WEBVTT\n\n00:01.000 --> 00:04.000\nHello.\n',
  'north.md': episode('north'),
}

type Mistake = {
  readonly what: string
  readonly files: Readonly<Record<string, string>>
  /** Code, file, line, column. */
  readonly problem: readonly [string, string, number?, number?]
}

/** One mistake a row, each in files of its own: what is wrong in one episode must not hide what is wrong in another. */
const mistakes: readonly Mistake[] = [
  {
    what: 'a date that is in no calendar',
    files: {'date.md': episode('date', 'date: 2026-02-30')},
    problem: ['value-invalid', 'date.md', 2, 7],
  },
  {
    what: 'a guid that another episode has',
    files: {'guid.md': episode('guid', 'guid: taken')},
    problem: ['guid-duplicate', 'guid.md', 2],
  },
  {
    what: 'a key with a slip in it',
    files: {'key.md': episode('key', 'explict: true')},
    problem: ['key-misspelt', 'key.md', 2, 1],
  },
  {
    what: 'a media file that is not there',
    files: {'missing.md': episode('missing', 'audio: mising.mp3')},
    problem: ['media-missing', 'missing.md', 2, 8],
  },
  {
    what: 'a word where a number must be',
    files: {'number.md': episode('number', 'episode: three')},
    problem: ['value-invalid', 'number.md', 2, 10],
  },
  {
    what: 'two files with one slug',
    files: {'north/index.md': episode('north-again')},
    problem: ['slug-duplicate', 'north/index.md', 1],
  },
  {
    what: 'front matter that is a program',
    files: {'code.md': '---js\n{title: process.exit(3)}\n---\n'},
    problem: ['front-matter-code', 'code.md', 1],
  },
  {
    what: 'broken YAML',
    files: {'yaml.md': '---\ntitle: Trains: a beginning\ndate: 2026-01-31\n---\n'},
    problem: ['front-matter-unreadable', 'yaml.md', 2, 14],
  },
  {
    what: 'broken TOML',
    files: {'toml.md': '+++\ntitle = "One"\ndate = 2026-01-31T\n+++\n'},
    problem: ['front-matter-unreadable', 'toml.md', 3, 8],
  },
  {
    what: 'a chapter without a time',
    files: {'chapters.md': episode('chapters', 'chapters: ["0:00 Intro", "soon: Headers"]')},
    problem: ['value-invalid', 'chapters.md', 2, 26],
  },
  {
    what: 'a chapter file that is no JSON',
    files: {
      'json.md': episode('json'),
      'json.chapters.json': '{"chapters": [\n  {"startTime": 0 "title": "Intro"}\n]}',
    },
    problem: ['chapters-unreadable', 'json.chapters.json', 2],
  },
  {
    what: 'a text named like a recording',
    files: {'text.md': episode('text', 'audio: text.mp3'), 'text.mp3': 'This is not music.\n'.repeat(400)},
    problem: ['media-not-media', 'text.md', 2, 8],
  },
  {
    what: 'a recording without a byte in it',
    files: {'empty.md': episode('empty', 'audio: empty.mp3'), 'empty.mp3': ''},
    problem: ['media-empty', 'empty.md', 2, 8],
  },
  {
    what: 'a duration in words',
    files: {'duration.md': episode('duration', 'duration: half an hour')},
    problem: ['value-invalid', 'duration.md', 2, 11],
  },
  {
    what: 'megabytes for bytes',
    files: {'size.md': episode('size', 'size: 43')},
    problem: ['value-invalid', 'size.md', 2, 7],
  },
  {
    what: 'an address that apps do not download from',
    files: {'address.md': episode('address', 'audio: ftp://media.example/address.mp3')},
    problem: ['value-invalid', 'address.md', 2, 8],
  },
  {
    what: 'a word for explicit that is neither yes nor no',
    files: {'explicit.md': episode('explicit', 'explicit: maybe')},
    problem: ['value-invalid', 'explicit.md', 2, 11],
  },
  {
    what: 'a season below zero',
    files: {'season.md': episode('season', 'season: -1')},
    problem: ['value-invalid', 'season.md', 2, 9],
  },
  {
    what: 'a role that nobody has',
    files: {'role.md': episode('role', 'guests: [{name: Jo Lund, role: Gest}]')},
    problem: ['value-invalid', 'role.md', 2, 10],
  },
  {
    what: 'no date anywhere',
    files: {'undated.md': episode('undated', 'date:')},
    problem: ['field-missing', 'undated.md', 1],
  },
]

function castwright(...words: readonly string[]) {
  const {status, stdout} = spawnSync(process.execPath, [main, ...words], {
    cwd: root,
    encoding: 'utf8',
    env: {...process.env, NO_COLOR: '1'},
  })
  return {status, stdout}
}

function foundIn(stdout: string): readonly Found[] {
  const {problems}: {readonly problems: readonly (Found & {readonly severity: string})[]} = JSON.parse(stdout)
  return problems
    .filter(({severity}) => severity !== 'info')
    .map(({code, file, line, column}) => ({code, ...(file && {file}), ...(line && {line}), ...(column && {column})}))
}

function expected(...[code, file, line, column]: Mistake['problem']): Found {
  return {code, file, ...(line && {line}), ...(column && {column})}
}

describe('a show with twenty mistakes, over the output of the same show without them', () => {
  const show = join(root, 'show')
  let before: ReadonlyMap<string, string>
  let run: ReturnType<typeof castwright>

  beforeAll(() => {
    writeFiles(show, goodShow)
    expect(castwright('build', 'show', '--out', 'output')).toMatchObject({status: 0})
    before = hashesOf(output)
    for (const {files} of mistakes) writeFiles(show, files)
    // What would be published is different, too: an output that stays must stay on purpose.
    writeFiles(show, {'good.md': `${goodShow['good.md']}\nAnd goodbye.\n`, 'third.md': episode('third')})
    run = castwright('build', 'show', '--out', 'output', '--format', 'json')
  })

  it('has twenty', () => {
    expect(mistakes.length).toBe(20)
  })

  it.each(mistakes.map(({what, ...rest}) => [what, rest] as const))(
    'names %s, and where',
    (_what, {files, problem}) => {
      const own = foundIn(run.stdout).filter(({file}) => file !== undefined && Object.hasOwn(files, file))
      expect(own).toEqual([expected(...problem)])
    },
  )

  it('gives one problem for each in one run, and no other', () => {
    expect(foundIn(run.stdout).length).toBe(mistakes.length)
  })

  it('exits with 1', () => {
    expect(run.status).toBe(1)
  })

  it('leaves every byte of the old output, and adds no file', () => {
    expect(before.size).toBeGreaterThan(8)
    expect(hashesOf(output)).toEqual(before)
  })

  it('prints each as file:line:column, which editors open', () => {
    const {status, stdout} = castwright('check', 'show')
    expect(status).toBe(1)
    expect(stdout).toContain('show/date.md:2:7  error  value-invalid')
    expect(stdout).toContain('11 errors, 9 warnings')
  })
})

describe('mistakes in show.yaml', () => {
  const show = join(root, 'show-file')
  const lines = showFile.map((line) => {
    if (line.startsWith('owner:')) return 'owner: kim at slips.example'
    return line.startsWith('categories:') ? 'categories: [Technologie]' : line
  })

  beforeAll(() => {
    writeFiles(show, {...goodShow, 'show.yaml': lines.join('\n'), 'date.md': episode('date', 'date: 2026-02-30')})
  })

  it('are all named, and do not hide those of the episodes', () => {
    const {status, stdout} = castwright('check', 'show-file', '--format', 'json')
    expect(status).toBe(1)
    expect(foundIn(stdout)).toEqual([
      expected('value-invalid', 'date.md', 2, 7),
      expected('value-invalid', 'show.yaml', 6, 8),
      expected('value-invalid', 'show.yaml', 7, 14),
    ])
  })
})
