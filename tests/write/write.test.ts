import {mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {OutputFile, WriteReport} from '../../src/model/output.ts'
import type {Problem} from '../../src/model/problem.ts'
import {thisProcess} from '../../src/write/running-process.ts'
import {type OutputFolder, openOutput, openStage} from '../../src/write/write.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'castwright-write-'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

function text(path: string, content: string, rank: OutputFile['rank'] = 'referred', source = 'show.yaml'): OutputFile {
  return {path, mimeType: 'text/plain', rank, source, pieces: [content]}
}

async function open(output = folder) {
  const opened = await openOutput(output)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.value
}

async function build(files: readonly OutputFile[]) {
  const output = await open()
  const problems = []
  for (const file of files) problems.push(...(await output.add(file)))
  return finish(output, problems)
}

type Finished = {readonly report?: WriteReport; readonly problems: readonly Problem[]}

async function finish(output: OutputFolder, problems: readonly Problem[] = []): Promise<Finished> {
  const committed = problems.length > 0 ? ({ok: false, problems} as const) : await output.commit()
  await output.close()
  return committed.ok ? {report: committed.report, problems: []} : committed
}

/** All files that a host would serve. */
async function publicFiles(): Promise<Record<string, string>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('.castwright'))
  const pairs = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    return [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}

describe('a build', () => {
  it('writes every file and says so', async () => {
    const {report} = await build([text('a/page.html', 'page'), text('feed.xml', 'feed', 'feed')])
    expect(report).toEqual({written: ['a/page.html', 'feed.xml'], unchanged: [], deleted: []})
    expect(await publicFiles()).toEqual({'a/page.html': 'page', 'feed.xml': 'feed'})
  })

  it('writes nothing the second time, not even a modification time', async () => {
    const files = [text('a/page.html', 'page'), text('feed.xml', 'feed', 'feed')]
    await build(files)
    await utimes(join(folder, 'feed.xml'), 1, 1)
    const {report} = await build(files)
    expect(report).toEqual({written: [], unchanged: ['a/page.html', 'feed.xml'], deleted: []})
    expect((await stat(join(folder, 'feed.xml'))).mtimeMs).toBe(1000)
  })

  it('replaces what changed and deletes what it wrote before, with the folders left empty', async () => {
    await build([text('old/page.html', 'page'), text('feed.xml', 'one', 'feed')])
    const {report} = await build([text('feed.xml', 'two', 'feed')])
    expect(report).toEqual({written: ['feed.xml'], unchanged: [], deleted: ['old/page.html']})
    expect(await readdir(folder)).toEqual(['.castwright', 'feed.xml'])
  })

  it('never deletes a file of somebody else', async () => {
    await writeFile(join(folder, 'CNAME'), 'example.org')
    await build([text('feed.xml', 'one', 'feed')])
    await build([text('other.xml', 'one', 'feed')])
    expect(await publicFiles()).toEqual({CNAME: 'example.org', 'other.xml': 'one'})
  })

  it('refuses to overwrite a file that it did not write', async () => {
    await writeFile(join(folder, 'index.html'), 'mine')
    const {problems} = await build([text('index.html', 'castwright')])
    expect(problems.map(({code}) => code)).toEqual(['output-not-ours'])
    expect(await publicFiles()).toEqual({'index.html': 'mine'})
  })

  it.each(['page.html', 'PAGE.html'])('refuses two inputs for one path (%s)', async (second) => {
    const {problems} = await build([
      text('page.html', 'a', 'referred', 'one.md'),
      text(second, 'b', 'referred', 'two.md'),
    ])
    expect(problems).toMatchObject([{code: 'output-collision', file: 'two.md', severity: 'error'}])
    expect(await publicFiles()).toEqual({})
  })

  it('leaves everything as it was when discarded', async () => {
    await build([text('feed.xml', 'old', 'feed')])
    const output = await open()
    await output.add(text('feed.xml', 'new', 'feed'))
    await output.add(text('more.html', 'new'))
    await output.close()
    expect(await publicFiles()).toEqual({'feed.xml': 'old'})
    expect(await readdir(join(folder, '.castwright'))).toEqual(['manifest.json'])
  })

  it('leaves no folder behind that was not there', async () => {
    const output = join(folder, 'new')
    const opened = await open(output)
    await opened.add(text('feed.xml', 'one', 'feed'))
    await opened.close()
    expect(await readdir(folder)).toEqual([])
  })

  it('does not let two builds have one folder', async () => {
    const first = await open()
    expect(await openOutput(folder)).toMatchObject({ok: false, problems: [{code: 'output-busy'}]})
    await first.close()
    await (await open()).close()
  })

  it('takes over from a build that was killed, and cleans up after it', async () => {
    await mkdir(join(folder, '.castwright/stage/left'), {recursive: true})
    await writeFile(join(folder, '.castwright/stage/left/over.html'), 'half')
    await writeFile(join(folder, `.castwright/lock-${thisProcess.machine}-999999999-5-0123456789ab`), '')
    await build([text('feed.xml', 'one', 'feed')])
    expect(await readdir(join(folder, '.castwright'))).toEqual(['manifest.json'])
  })

  it('brings what several threads made into the same folders, new ones and those of somebody else', async () => {
    await mkdir(join(folder, 'a'))
    await writeFile(join(folder, 'a/mine.txt'), 'mine')
    const output = await open()
    const worker = openStage(output.folders, '7')
    const fromWorker = async (path: string, content: string) => {
      const {pieces: _written, ...rest} = text(path, content) as Extract<OutputFile, {pieces: unknown}>
      return output.add({...rest, staged: await worker.text({...rest, pieces: [content]})})
    }
    await output.add(text('a/b/one.html', 'one'))
    await fromWorker('a/b/two.html', 'two')
    await fromWorker('c/three.html', 'three')
    await output.add(text('feed.xml', 'feed', 'feed'))
    const {report} = await finish(output)
    expect(report?.written).toEqual(['a/b/one.html', 'a/b/two.html', 'c/three.html', 'feed.xml'])
    expect(await publicFiles()).toEqual({
      'a/mine.txt': 'mine',
      'a/b/one.html': 'one',
      'a/b/two.html': 'two',
      'c/three.html': 'three',
      'feed.xml': 'feed',
    })
  })

  it('writes a file that is longer than its buffer', async () => {
    const piece = `${'x'.repeat(1 << 20)}\n`
    const long: OutputFile = {
      path: 'feed.xml',
      mimeType: 'text/xml',
      rank: 'feed',
      source: 'show.yaml',
      pieces: Array(10).fill(piece),
    }
    await build([long])
    expect(await readFile(join(folder, 'feed.xml'), 'utf8')).toBe(piece.repeat(10))
    expect((await build([long])).report?.unchanged).toEqual(['feed.xml'])
    expect((await build([{...long, pieces: [...Array(9).fill(piece), `y${piece.slice(1)}`]}])).report?.written).toEqual(
      ['feed.xml'],
    )
  })
})

describe('a copied media file', () => {
  const media = (copyFrom: string): OutputFile => ({
    path: 'media/one.mp3',
    mimeType: 'audio/mpeg',
    rank: 'referred',
    source: 'one.md',
    copyFrom,
  })

  it('is copied once, again when it changes, and is never a hard link', async () => {
    const from = join(folder, 'original.mp3')
    const output = join(folder, 'out')
    const run = async () => {
      const opened = await open(output)
      await opened.add(media(from))
      return (await finish(opened)).report
    }
    await writeFile(from, 'sound')
    expect(await run()).toMatchObject({written: ['media/one.mp3']})
    expect(await run()).toMatchObject({unchanged: ['media/one.mp3']})
    expect((await stat(join(output, 'media/one.mp3'))).ino).not.toBe((await stat(from)).ino)
    await writeFile(from, 'other')
    await utimes(from, 5, 5)
    expect(await run()).toMatchObject({written: ['media/one.mp3']})
    expect(await readFile(join(output, 'media/one.mp3'), 'utf8')).toBe('other')
  })

  it('is not copied again when only its time changed', async () => {
    const from = join(folder, 'original.mp3')
    const output = join(folder, 'out')
    const run = async () => {
      const opened = await open(output)
      await opened.add(media(from))
      return (await finish(opened)).report
    }
    await writeFile(from, 'sound')
    await run()
    await utimes(from, 9, 9)
    expect(await run()).toMatchObject({written: [], unchanged: ['media/one.mp3']})
  })

  it('that is gone is a problem', async () => {
    const output = await open()
    expect(await output.add(media(join(folder, 'none.mp3')))).toMatchObject([{code: 'output-unwritable'}])
    await output.close()
  })
})
