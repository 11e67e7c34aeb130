import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {type BuildOptions, build} from '../../src/uses/build.ts'
import {processNameOf, thisProcess} from '../../src/write/running-process.ts'
import {castwrightProgram} from '../cli/castwright.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')
const lockName = 'castwright.lock.json'

/** Two episodes with a file of their own, one on a server, one that is written only. */
function publishedShow(): string {
  return temporaryShow({
    '001-dawn.md': '---\ntitle: Dawn\ndate: 2026-01-01\n---\nOne.\n',
    '001-dawn.mp3': media.mp3,
    '002-noon.md': '---\ntitle: Noon\ndate: 2026-02-01\nguid: noon\n---\nTwo.\n',
    '002-noon.m4a': media.m4a,
    '003-dusk.md': episodeFile('dusk', ['date: 2026-03-01']),
    '004-night.md': '---\ntitle: Night\ndate: 2026-04-01\n---\nNobody spoke.\n',
  })
}

function run(folder: string, options: Partial<BuildOptions> = {}) {
  return build(folder, join(folder, 'output'), {now, ...options})
}

const lockOf = (folder: string) => readFileSync(join(folder, lockName), 'utf8')
const guidsIn = (text: string) => [...text.matchAll(/"guid":"([^"]+)"/g)].map(([, guid]) => guid)
const edit = (folder: string, file: string, from: string | RegExp, to: string) => {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8').replace(from, to)
  expect(text).not.toBe(readFileSync(path, 'utf8'))
  writeFileSync(path, text)
}

describe('the lock', () => {
  it('is created by the first build and left alone by the second', async () => {
    const folder = publishedShow()
    expect(await run(folder)).toMatchObject({ok: true, value: {lock: 'created'}})
    const first = hashesOf(folder)
    expect(await run(folder, {frozen: true})).toMatchObject({ok: true, value: {lock: 'unchanged', written: []}})
    expect(hashesOf(folder)).toEqual(first)
    expect(
      lockOf(folder)
        .split('\n')
        .filter((line) => line.startsWith('{"slug"')),
    ).toHaveLength(4)
  })

  it('is not asked about a show whose own file is wrong, so nothing that only follows from that can be accepted', async () => {
    const folder = publishedShow()
    await run(folder)
    edit(folder, 'show.yaml', /^site_url:.*\n/m, '')
    const {ok, problems} = await run(folder, {accept: ['site-moved']})
    expect(ok).toBe(false)
    const errors = problems.filter(({severity}) => severity === 'error')
    expect(errors.map(({code}) => code)).toEqual(['field-missing'])
  })

  it.each([
    ['with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['in UTF-16, as redirections of Windows write it', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('is read %s, and written without', async (_, written) => {
    const folder = publishedShow()
    await run(folder)
    // What is said of this show's episodes anyway.
    const usual = (await run(folder)).problems
    const before = lockOf(folder)
    writeFileSync(join(folder, lockName), written(before))
    expect(await run(folder)).toMatchObject({ok: true, problems: usual, value: {changed: false}})
    expect(lockOf(folder)).toBe(before)
  })

  it('tells nothing of drafts and of what is not due', async () => {
    const folder = publishedShow()
    writeFiles(folder, {
      'secret-one.md': episodeFile('secret-one', ['draft: true']),
      'secret-two.md': episodeFile('secret-two', ['date: 2027-01-01']),
    })
    await run(folder)
    expect(lockOf(folder)).not.toContain('secret')
  })

  it('is not written by a build that fails, and not where CI forbids it', async () => {
    const folder = publishedShow()
    expect(await run(folder, {frozen: true})).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({code: 'lock-outdated'})]),
    })
    expect(existsSync(join(folder, lockName))).toBe(false)
    expect(existsSync(join(folder, 'output'))).toBe(false)
  })

  it('that cannot be written is a problem, not a crash', async () => {
    const folder = publishedShow()
    writeFiles(folder, {[`${lockName}.${processNameOf(thisProcess)}.new/in-the-way`]: ''})
    expect(await run(folder)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({code: 'output-unwritable', file: lockName})]),
    })
  })

  it('is written where killed builds have left files, which go, and where others run, whose files stay', () => {
    const folder = publishedShow()
    const ended = spawnSync(process.execPath, ['-e', '']).pid
    const file = (maker: string) => `${lockName}.${maker}.new`
    const elsewhere = {...thisProcess, machine: '0badcafe'}
    const gone = [processNameOf({...thisProcess, id: ended}), processNameOf({...elsewhere, id: 2}), '4194304'].map(file)
    const kept = [processNameOf(thisProcess), processNameOf(elsewhere)].map(file)
    writeFiles(folder, Object.fromEntries([...gone, ...kept].map((name) => [name, '{'])))
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
    for (const name of gone.slice(1)) utimesSync(join(folder, name), longAgo, longAgo)
    // As another process: the file of this one is then that of a build that runs.
    expect(castwrightProgram(['build', folder, '--out', join(folder, 'output')])).toMatchObject({status: 0})
    expect(gone.filter((name) => existsSync(join(folder, name)))).toEqual([])
    expect(kept.filter((name) => !existsSync(join(folder, name)))).toEqual([])
  })

  it('whose copy in the output cannot be written is said, with what is published', async () => {
    const folder = publishedShow()
    writeFiles(folder, {'output/.castwright/lock.json.new/in-the-way': ''})
    const {ok, problems} = await run(folder)
    expect(ok).toBe(false)
    expect(problems.find(({code}) => code === 'output-incomplete')?.message).toMatch(/^The show is published, but /)
    rmSync(join(folder, 'output/.castwright/lock.json.new'), {recursive: true})
    expect(await run(folder)).toMatchObject({ok: true})
  })

  it('takes in a new episode, and keeps the lines of the others', async () => {
    const folder = publishedShow()
    await run(folder)
    const before = lockOf(folder).split('\n')
    writeFiles(folder, {'005-again.md': episodeFile('again', ['date: 2026-05-01'])})
    expect(await run(folder)).toMatchObject({ok: true, value: {lock: 'updated'}})
    const after = lockOf(folder).split('\n')
    expect(after.filter((line) => !before.includes(line))).toEqual([expect.stringContaining('"slug":"005-again"')])
  })

  it('does not change with the words of an episode', async () => {
    const folder = publishedShow()
    await run(folder)
    edit(folder, '001-dawn.md', 'One.', 'One, mended.')
    edit(folder, '001-dawn.md', 'Dawn', 'The Dawn')
    expect(await run(folder, {frozen: true})).toMatchObject({ok: true})
  })
})

type Breakage = {
  readonly what: string
  readonly plant: (folder: string) => void
  /** The code, what is said, and what to accept; nothing where it cannot be accepted. */
  readonly said: readonly [code: string, words: RegExp, accept?: string]
}

const breakages: readonly Breakage[] = [
  {
    what: 'an episode whose file is gone',
    plant: (folder) => rmSync(join(folder, '003-dusk.md')),
    said: ['episode-removed', /003-dusk .* lose it/, 'episode-removed:003-dusk'],
  },
  {
    what: 'a published episode made a draft',
    plant: (folder) => edit(folder, '003-dusk.md', 'title:', 'draft: true\ntitle:'),
    said: ['episode-withdrawn', /vanishes from every app/, 'episode-withdrawn:003-dusk'],
  },
  {
    what: 'a published episode dated in the future',
    plant: (folder) => edit(folder, '003-dusk.md', '2026-03-01', '2027-03-01'),
    said: ['episode-withdrawn', /held back/, 'episode-withdrawn:003-dusk'],
  },
  {
    what: 'another guid',
    plant: (folder) => edit(folder, '002-noon.md', 'guid: noon', 'guid: midday'),
    said: ['guid-changed', /"noon" .*"midday".* second time/, 'guid-changed:002-noon'],
  },
  {
    what: 'a guid given to an episode that had a derived one',
    plant: (folder) => edit(folder, '003-dusk.md', 'title:', 'guid: dusk\ntitle:'),
    said: ['guid-changed', /every subscriber gets the episode a second time/, 'guid-changed:003-dusk'],
  },
  {
    what: 'a new episode with the guid of one that is gone',
    plant: (folder) => {
      rmSync(join(folder, '002-noon.md'))
      writeFiles(folder, {'005-new.md': episodeFile('new', ['guid: noon', 'date: 2026-05-01'])})
    },
    said: ['guid-reused', /that of 002-noon/, 'guid-reused:005-new,episode-removed:002-noon'],
  },
  {
    what: 'another slug',
    plant: (folder) => edit(folder, '003-dusk.md', 'title:', 'slug: evening\ntitle:'),
    said: ['slug-changed', /"003-dusk" .*"evening"/, 'slug-changed:evening'],
  },
  {
    what: 'media at another address',
    plant: (folder) => edit(folder, '003-dusk.md', 'media.example', 'other.example'),
    said: ['enclosure-moved', /media\.example.*other\.example/, 'enclosure-moved:003-dusk'],
  },
  {
    what: 'an episode without its media',
    plant: (folder) => rmSync(join(folder, '001-dawn.mp3')),
    said: ['enclosure-removed', /podcast apps drop it/, 'enclosure-removed:001-dawn'],
  },
  {
    what: 'other bytes in a file of the same name',
    plant: (folder) =>
      writeFileSync(join(folder, '001-dawn.mp3'), Buffer.concat([media.mp3, media.mp3.subarray(media.mp3.length / 2)])),
    said: ['media-bytes-changed', /other bytes/, 'media-bytes-changed:001-dawn'],
  },
  {
    what: 'another size of a file on a server',
    plant: (folder) => edit(folder, '003-dusk.md', '5000000', '6000000'),
    said: ['media-bytes-changed', /5000000 then, 6000000 now/, 'media-bytes-changed:003-dusk'],
  },
  {
    what: 'another type under the same address',
    plant: (folder) => edit(folder, '003-dusk.md', 'size:', 'type: audio/x-m4a, size:'),
    said: ['enclosure-type-changed', /audio\/mpeg .*audio\/x-m4a/, 'enclosure-type-changed:003-dusk'],
  },
  {
    what: 'another date',
    plant: (folder) => edit(folder, '001-dawn.md', '2026-01-01', '2026-05-01'),
    said: ['publication-moved', /2026-01-01 .*2026-05-01/, 'publication-moved:001-dawn'],
  },
  {
    what: 'another episode in the file of a published one',
    plant: (folder) => {
      edit(folder, '003-dusk.md', '2026-03-01', '2026-05-01')
      edit(folder, '003-dusk.md', 'dusk.mp3', 'brand-new.mp3')
    },
    said: ['episode-replaced', /nobody gets it as new/, 'episode-replaced:003-dusk'],
  },
  {
    what: 'another podcast guid',
    plant: (folder) => edit(folder, 'show.yaml', '0d5a3d0e', '1d5a3d0e'),
    said: ['podcast-guid-changed', /another show/, 'podcast-guid-changed'],
  },
  {
    what: 'another site',
    plant: (folder) => edit(folder, 'show.yaml', 'site_url: https://trial.example/', 'site_url: https://new.example/'),
    said: ['site-moved', /only if every address of the old one redirects/, 'site-moved'],
  },
  {
    what: 'another path of the feed',
    plant: (folder) => edit(folder, 'show.yaml', 'title:', 'feed_path: podcast.xml\ntitle:'),
    said: ['feed-moved', /feed\.xml .*no new episodes/, 'feed-moved'],
  },
  {
    what: 'a lock with the marks of a merge',
    plant: (folder) => edit(folder, lockName, '{"slug":"003', '<<<<<<< HEAD\n{"slug":"003'),
    said: ['lock-conflict', /merge/],
  },
  {
    what: 'a lock that is cut off',
    plant: (folder) => edit(folder, lockName, /"slug":"003[\s\S]*$/, '"slug":'),
    said: ['lock-unreadable', /not JSON/],
  },
  {
    what: 'a lock with a line that is not whole',
    plant: (folder) => edit(folder, lockName, /("slug":"003-dusk",.*?)"guid":"[^"]*",/, '$1'),
    said: ['lock-unreadable', /"003-dusk"/],
  },
  {
    what: 'a lock that leads out of the output',
    plant: (folder) => edit(folder, lockName, '"slug":"003-dusk"', '"slug":"../003-dusk"'),
    said: ['lock-unreadable', /not whole/],
  },
  {
    what: 'a lock of a newer version',
    plant: (folder) => edit(folder, lockName, '"castwrightLock": 2', '"castwrightLock": 3'),
    said: ['lock-newer', /version 3/],
  },
  {
    what: 'a lock with a line twice',
    plant: (folder) => edit(folder, lockName, /(\{"slug":"003.*\n)/, '$1$1'),
    said: ['lock-duplicate', /slug "003-dusk"/],
  },
]

describe('a build that would hurt subscribers', () => {
  it.each(breakages)('is stopped, and changes nothing: $what', async ({plant, said: [code, words, accept]}) => {
    const folder = publishedShow()
    await run(folder)
    plant(folder)
    const before = hashesOf(folder)
    const outcome = await run(folder)
    const errors = outcome.problems.filter(({severity}) => severity === 'error')
    expect(outcome.ok).toBe(false)
    expect(errors.map((each) => each.code)).toContain(code)
    const found = errors.find((each) => each.code === code)
    expect(found?.message).toMatch(words)
    expect(found?.file).toBeDefined()
    expect(hashesOf(folder)).toEqual(before)
    if (accept === undefined) {
      expect(found?.line).toBeGreaterThan(0)
      return
    }
    expect(found?.hint).toContain(`castwright build --accept ${accept.split(',')[0]}`)
    expect(await run(folder, {accept: accept.split(',')})).toMatchObject({ok: true, value: {lock: 'updated'}})
    // Accepted once is accepted for good.
    expect(await run(folder, {frozen: true})).toMatchObject({ok: true, value: {written: []}})
  })
})

it('a folder in the place of the lock stops a build, which says that it is one', async () => {
  const folder = publishedShow()
  mkdirSync(join(folder, lockName))
  const {ok, problems} = await run(folder)
  expect(ok).toBe(false)
  expect(problems).toContainEqual(
    expect.objectContaining({code: 'lock-unreadable', message: expect.stringContaining('it is a folder')}),
  )
})

describe('a renamed file', () => {
  const outputOf = (folder: string) => hashesOf(join(folder, 'output'))

  it('moves nothing, also when all hundred are renamed at once', async () => {
    const names = Array.from({length: 100}, (_, index) => String(index + 1).padStart(3, '0'))
    const folder = temporaryShow(
      Object.fromEntries(names.map((name) => [`${name}-old.md`, episodeFile(name, ['date: 2026-01-01'])])),
    )
    await run(folder)
    const [guids, output] = [guidsIn(lockOf(folder)), outputOf(folder)]
    // With that of the show, and that of its feed.
    expect(guids).toHaveLength(102)
    for (const name of names) renameSync(join(folder, `${name}-old.md`), join(folder, `${name}-new.md`))
    expect(await run(folder)).toMatchObject({ok: true, value: {written: [], deleted: [], lock: 'updated'}})
    expect(guidsIn(lockOf(folder))).toEqual(guids)
    expect(outputOf(folder)).toEqual(output)
    expect(await run(folder, {frozen: true})).toMatchObject({ok: true, value: {written: []}})
  })

  it.each([
    ['its media beside it', ['001-dawn.md', '001-dawn.mp3'], ['001-daybreak.md', '001-daybreak.mp3']],
    ['a folder of its own', ['001-dawn.md', '001-dawn.mp3'], ['001-morning/index.md', '001-morning/sound.mp3']],
    ['no media, known by its words', ['004-night.md'], ['004-late.md']],
    ['a guid of its own and other media', ['002-noon.md', '002-noon.m4a'], ['002-midday.md', 'elsewhere.m4a']],
  ])('keeps its address with %s, and says so', async (_with, from, to) => {
    const folder = publishedShow()
    await run(folder)
    const [guids, feed] = [guidsIn(lockOf(folder)), readFileSync(join(folder, 'output/feed.xml'), 'utf8')]
    for (const [index, name] of from.entries()) {
      writeFiles(folder, {[to[index] ?? '']: readFileSync(join(folder, name))})
      rmSync(join(folder, name))
    }
    if (to[0] === '002-midday.md') edit(folder, '002-midday.md', 'title:', 'audio: elsewhere.m4a\ntitle:')
    const {problems} = await run(folder)
    expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
    expect(problems).toContainEqual(
      expect.objectContaining({code: 'slug-kept', file: to[0], message: expect.stringContaining(from[0] ?? '')}),
    )
    expect(guidsIn(lockOf(folder))).toEqual(guids)
    expect(readFileSync(join(folder, 'output/feed.xml'), 'utf8')).toBe(feed)
    const again = await run(folder, {frozen: true})
    expect(again).toMatchObject({ok: true, value: {written: []}})
    expect(again.problems.map(({code}) => code)).not.toContain('slug-kept')
  })

  it('that has a slug in it is moved, which its author has to accept', async () => {
    const folder = publishedShow()
    await run(folder)
    renameSync(join(folder, '003-dusk.md'), join(folder, 'evening.md'))
    edit(folder, 'evening.md', 'title:', 'slug: evening\ntitle:')
    expect((await run(folder)).problems.map(({code}) => code)).toContain('slug-changed')
  })
})

describe('a machine without the media', () => {
  it.each([
    ['beside the episode', ''],
    ['named by the author', 'audio: 001-dawn.mp3\n'],
  ])('gives the same lock and output as one with them, %s', async (_where, line) => {
    const folder = temporaryShow({
      'show.yaml': showFile('media_url: https://cdn.example/sound/'),
      '001-dawn.md': `---\ntitle: Dawn\ndate: 2026-01-01\n${line}---\nOne.\n`,
      '001-dawn.mp3': media.mp3,
      '002-noon.md': '---\ntitle: Noon\ndate: 2026-02-01\n---\nTwo.\n',
      '002-noon.mp4': media.mp4,
    })
    expect(await run(folder)).toMatchObject({ok: true})
    const [lock, output] = [lockOf(folder), hashesOf(join(folder, 'output'))]
    const other = temporaryShow({})
    cpSync(folder, other, {recursive: true, filter: (path) => !/\.mp[34]$|output$/.test(path)})
    expect(await run(other)).toMatchObject({ok: true, value: {lock: 'unchanged'}})
    expect(lockOf(other)).toBe(lock)
    expect(hashesOf(join(other, 'output'))).toEqual(output)
  })
})

const hasGit = spawnSync('git', ['--version']).status === 0
if (!hasGit) process.stderr.write('skipped: locks that git merges, git is not installed\n')

describe.skipIf(!hasGit)('two branches that each added an episode', () => {
  it('merge into a lock that a frozen build agrees with', async () => {
    const folder = publishedShow()
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Kim', '-c', 'user.email=kim@trial.example', ...words], {
        cwd: folder,
        stdio: 'pipe',
      })
    writeFiles(folder, {'.gitattributes': `${lockName} merge=union\n`, '.gitignore': 'output/\n'})
    git('init', '-q', '-b', 'main')
    const commit = async (name?: string) => {
      if (name !== undefined) writeFiles(folder, {[`${name}.md`]: episodeFile(name, ['date: 2026-05-01'])})
      expect(await run(folder)).toMatchObject({ok: true})
      git('add', '-A')
      git('commit', '-q', '-m', name ?? 'first')
      rmSync(join(folder, 'output'), {recursive: true})
    }
    await commit()
    git('checkout', '-q', '-b', 'other')
    await commit('005-one')
    git('checkout', '-q', 'main')
    await commit('006-two')
    git('merge', '-q', '--no-edit', 'other')
    expect(await run(folder, {frozen: true})).toMatchObject({ok: true, value: {published: 6, lock: 'unchanged'}})
  })
})
