import fs, {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {OutputFile} from '../../src/model/output.ts'
import type {Problem} from '../../src/model/problem.ts'
import {openOutput, readOutputFiles} from '../../src/write/write.ts'

/** `show` is the author's; `output` lies beside it. */
let folder: string
let output: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-author-'))
  output = join(folder, 'output')
  mkdirSync(join(folder, 'show/media'), {recursive: true})
  writeFileSync(join(folder, 'show/media/one.mp3'), 'my only copy')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

function file(path: string, content = path): OutputFile {
  return {path, mimeType: 'text/plain', rank: 'referred', source: 'one.md', pieces: [content]}
}

async function build(files: readonly OutputFile[], to = output): Promise<readonly Problem[]> {
  const opened = await openOutput(to)
  if (!opened.ok) return opened.problems
  const problems: Problem[] = []
  for (const each of files) problems.push(...(await opened.value.add(each)))
  const committed = problems.length > 0 ? ({ok: false, problems} as const) : await opened.value.commit()
  await opened.value.close()
  return committed.ok ? [] : committed.problems
}

const codesOf = (problems: readonly Problem[]) => problems.map(({code}) => code)

/** What the author has, with its times: nothing of it may change. */
function authorsFiles(): readonly unknown[] {
  const show = join(folder, 'show')
  return readdirSync(show, {recursive: true}).map((name) => {
    const path = join(show, String(name))
    const there = lstatSync(path)
    return [name, there.mtimeMs, there.isFile() ? readFileSync(path, 'utf8') : '']
  })
}

function linkMedia(): void {
  rmSync(join(output, 'media'), {recursive: true, force: true})
  symlinkSync(join(folder, 'show/media'), join(output, 'media'))
}

describe('a folder of the output that is a link to the author’s files', () => {
  it.each([
    ['a file is deleted through it', [file('index.html')]],
    ['a file is replaced through it', [file('index.html'), file('media/one.mp3', 'changed')]],
    ['a file is added through it', [file('index.html'), file('media/one.mp3'), file('media/two.mp3')]],
    ['a folder is added through it', [file('index.html'), file('media/one.mp3'), file('media/new/two.mp3')]],
  ])('stops the build before %s', async (_, files) => {
    await build([file('index.html'), file('media/one.mp3')])
    linkMedia()
    const before = authorsFiles()
    const problems = await build([...files, file('index.html', 'new')].slice(1))
    expect(codesOf(problems)).toEqual(['output-not-ours'])
    expect(problems[0]?.message).toContain('media is a link')
    expect(authorsFiles()).toEqual(before)
    expect(readFileSync(join(output, 'index.html'), 'utf8')).toBe('index.html')
  })

  it('is no place for our own lists either', async () => {
    mkdirSync(output)
    symlinkSync(join(folder, 'show'), join(output, '.castwright'))
    const before = authorsFiles()
    expect(codesOf(await build([file('index.html')]))).toEqual(['output-not-ours'])
    expect(authorsFiles()).toEqual(before)
  })

  it('gets no other times, which compressed copies are known by', async () => {
    const compressed = {...file('notes/one.html', 'words '.repeat(100)), compressed: true}
    await build([compressed])
    rmSync(join(folder, 'show/notes'), {recursive: true, force: true})
    renameSync(join(output, 'notes'), join(folder, 'show/notes'))
    symlinkSync(join(folder, 'show/notes'), join(output, 'notes'))
    utimesSync(join(folder, 'show/notes/one.html.gz'), 5, 5)
    const before = authorsFiles()
    await build([compressed])
    expect(authorsFiles()).toEqual(before)
  })
})

describe('a file of the output that is a link', () => {
  it('is replaced itself, not what it leads to', async () => {
    await build([file('media/one.mp3')])
    rmSync(join(output, 'media/one.mp3'))
    symlinkSync(join(folder, 'show/media/one.mp3'), join(output, 'media/one.mp3'))
    const before = authorsFiles()
    expect(await build([file('media/one.mp3', 'my only copy')])).toEqual([])
    expect(lstatSync(join(output, 'media/one.mp3')).isFile()).toBe(true)
    expect(authorsFiles()).toEqual(before)
  })

  it('is deleted itself, not what it leads to', async () => {
    await build([file('index.html'), file('media/one.mp3')])
    rmSync(join(output, 'media/one.mp3'))
    symlinkSync(join(folder, 'show/media/one.mp3'), join(output, 'media/one.mp3'))
    expect(await build([file('index.html')])).toEqual([])
    expect(readFileSync(join(folder, 'show/media/one.mp3'), 'utf8')).toBe('my only copy')
    expect(existsSync(join(output, 'media'))).toBe(false)
  })

  it('is not overwritten where we did not put it', async () => {
    mkdirSync(join(output, 'media'), {recursive: true})
    symlinkSync(join(folder, 'show/media/one.mp3'), join(output, 'media/one.mp3'))
    expect(codesOf(await build([file('media/one.mp3', 'new')]))).toEqual(['output-not-ours'])
    expect(lstatSync(join(output, 'media/one.mp3')).isSymbolicLink()).toBe(true)
  })
})

it('follows the output folder itself where that is a link: its owner wants it so', async () => {
  mkdirSync(join(folder, 'elsewhere'))
  symlinkSync(join(folder, 'elsewhere'), output)
  expect(await build([file('index.html')])).toEqual([])
  expect(readFileSync(join(folder, 'elsewhere/index.html'), 'utf8')).toBe('index.html')
  expect(lstatSync(output).isSymbolicLink()).toBe(true)
})

describe('a manifest that somebody edited', () => {
  const doctored = [
    '../show/media/one.mp3',
    'media/../../show/media/one.mp3',
    './index.html',
    '.castwright/manifest.json',
    '..\\show\\media\\one.mp3',
    `..${'/…#'}${'0'.repeat(64)}`,
  ]

  function edit(entries: readonly string[]): void {
    const path = join(output, '.castwright/manifest.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8'))
    const published = entries.map((each) => ({path: each, mimeType: 'audio/mpeg', rank: 'referred'}))
    const files = [...manifest.files, ...entries]
    writeFileSync(path, JSON.stringify({...manifest, files, published: [...manifest.published, ...published]}))
  }

  it.each([...doctored, join(tmpdir(), 'castwright-nobody')])('deletes nothing at %s', async (entry) => {
    await build([file('index.html')])
    edit([entry.startsWith('/') ? join(folder, 'show/media/one.mp3') : entry])
    const before = authorsFiles()
    expect(await build([file('index.html', 'new')])).toEqual([])
    expect(authorsFiles()).toEqual(before)
    expect(readFileSync(join(output, 'index.html'), 'utf8')).toBe('new')
    expect(readdirSync(join(output, '.castwright'))).toEqual(['manifest.json'])
  })

  it('publishes nothing of it elsewhere', async () => {
    await build([file('index.html')])
    edit(['../show/media/one.mp3'])
    expect(await readOutputFiles(output)).toBeUndefined()
  })

  it('does not delete a folder that has the name of a file of ours', async () => {
    await build([file('index.html'), file('notes')])
    rmSync(join(output, 'notes'))
    mkdirSync(join(output, 'notes'))
    writeFileSync(join(output, 'notes/mine.txt'), 'mine')
    expect(await build([file('index.html')])).toEqual([])
    expect(readFileSync(join(output, 'notes/mine.txt'), 'utf8')).toBe('mine')
  })
})

it('does not walk through links to find what was published', async () => {
  await build([file('index.html')])
  await build([file('index.html')], join(folder, 'other'))
  symlinkSync(join(folder, 'other'), join(output, 'other'))
  symlinkSync(output, join(output, 'round'))
  expect((await readOutputFiles(output))?.map(({path}) => path)).toEqual(['index.html'])
})

describe('paths that are not for files of a site', () => {
  it.each([
    '.castwright/manifest.json',
    '.Castwright/feed.xml',
    '../show/media/one.mp3',
    'old/../../x.html',
    '/etc/x',
    'a//b',
    'a\\..\\b',
    'c:/x',
    '',
  ])('refuses %j', async (path) => {
    const before = authorsFiles()
    expect(codesOf(await build([file('index.html'), file(path)]))).toEqual(['output-path-reserved'])
    expect(authorsFiles()).toEqual(before)
    expect(existsSync(output)).toBe(false)
  })
})

/** As if the disk failed when `name` is put in its place: no check can foresee it. */
async function failingAt<T>(name: string, work: () => Promise<T>): Promise<T> {
  const {renameSync} = fs
  fs.renameSync = (from, to) => {
    if (String(to) === join(output, name)) throw new Error('EIO: i/o error')
    renameSync(from, to)
  }
  syncBuiltinESMExports()
  try {
    return await work()
  } finally {
    fs.renameSync = renameSync
    syncBuiltinESMExports()
  }
}

describe('what would stop a build half-way', () => {
  const old = [file('index.html', 'old'), file('media/one.mp3', 'old'), file('notes/one.html', 'old')]
  const next = [file('index.html', 'new'), file('media/one.mp3', 'new'), file('notes/one.html', 'new')]

  async function refused(prepare: () => void, files = next): Promise<readonly Problem[]> {
    await build(old)
    prepare()
    const problems = await build(files)
    expect(readFileSync(join(output, 'index.html'), 'utf8')).toBe('old')
    expect(problems.length).toBeGreaterThan(0)
    return problems
  }

  it('is found before the first file is replaced: a file where a folder is to be', async () => {
    const problems = await refused(() => {
      rmSync(join(output, 'media'), {recursive: true})
      writeFileSync(join(output, 'media'), 'mine')
    })
    expect(codesOf(problems)).toEqual(['output-not-ours'])
    expect(problems[0]?.message).toContain('media is a file, where a folder is to be')
    expect(readFileSync(join(output, 'media'), 'utf8')).toBe('mine')
  })

  it('a folder where a file is to be', async () => {
    const problems = await refused(() => {
      rmSync(join(output, 'media/one.mp3'))
      mkdirSync(join(output, 'media/one.mp3/mine'), {recursive: true})
    })
    expect(problems[0]?.message).toContain('media/one.mp3 is a folder, where a file is to be')
  })

  it('and it is said of each place, once', async () => {
    const problems = await refused(() => {
      for (const name of ['media', 'notes']) {
        rmSync(join(output, name), {recursive: true})
        writeFileSync(join(output, name), 'mine')
      }
    }, [...next, file('media/two.mp3')])
    expect(codesOf(problems)).toEqual(['output-not-ours', 'output-not-ours'])
  })

  it('is told with every file that is new, where nobody could have known', async () => {
    await build(old)
    const opened = await openOutput(output)
    if (!opened.ok) throw new Error('not opened')
    for (const each of [...next, {...file('feed.xml', 'new'), rank: 'feed'} as const]) await opened.value.add(each)
    const committed = await failingAt('feed.xml', opened.value.commit)
    await opened.value.close()
    const problems = committed.ok ? [] : committed.problems
    expect(codesOf(problems)).toEqual(['output-incomplete'])
    expect(problems[0]?.message).toContain('New are: index.html, media/one.mp3, notes/one.html. All others')
    expect(existsSync(join(output, 'feed.xml'))).toBe(false)
    expect(await build([...next, file('feed.xml', 'new')])).toEqual([])
    expect(statSync(join(output, 'feed.xml')).size).toBe(3)
  })
})
