import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished, vi} from 'vitest'
import {build, newEpisode} from '../../src/index.ts'
import {mediaFolder, source} from '../probe/made-media.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'
import {castwright, castwrightProgram, folderOf} from './castwright.ts'

const now = new Date('2026-11-26T23:30:00Z')
const made = mediaFolder()
made.make('tagged.mp3', 1, source.tone, ['-metadata', 'title=Fürst & "Söhne": Teil 2'])
const tagged = made.read('tagged.mp3')

describe('a new episode', () => {
  it.each([
    ['the first of a show', {}, '001-dusk.md', 1],
    ['numbers', {'007-noon.md': episodeFile('noon', ['number: 7'])}, '008-dusk.md', 8],
    ['numbers without zeros', {'9-noon.md': episodeFile('noon')}, '10-dusk.md', 10],
    ['dates', {'2026-01-31-noon.md': episodeFile('noon', ['number: 3'])}, '2026-11-27-dusk.md', 4],
    ['titles alone', {'noon.md': episodeFile('noon', ['number: 12'])}, 'dusk.md', 13],
    ['a folder of its own', {'01-noon/index.md': episodeFile('noon')}, '02-dusk/index.md', 2],
    ['a folder of all', {'_episodes/004-noon.md': episodeFile('noon')}, '_episodes/005-dusk.md', 5],
  ])('is named as the show names them: %s', async (_how, files, file, number) => {
    const folder = temporaryShow({'show.yaml': showFile('timezone: Europe/Berlin'), ...files})
    const outcome = await newEpisode(folder, {now, title: 'Dusk'})
    expect(outcome).toMatchObject({ok: true, problems: [], value: {file, number, title: 'Dusk'}})
    // It is the 27th in Berlin.
    expect(readFileSync(join(folder, file), 'utf8')).toContain('date: 2026-11-27\n')
  })

  it('builds as it stands, with the guid that is written in it', async () => {
    const folder = temporaryShow({'002-noon.md': episodeFile('noon'), 'takes/final mix.mp3': tagged})
    const outcome = await newEpisode(folder, {now, media: join(folder, 'takes/final mix.mp3')})
    const title = 'Fürst & "Söhne": Teil 2'
    expect(outcome).toMatchObject({ok: true, problems: [], value: {file: '003-fuerst-and-soehne-teil-2.md', title}})
    const text = readFileSync(join(folder, '003-fuerst-and-soehne-teil-2.md'), 'utf8')
    expect(text).toContain('audio: "takes/final mix.mp3"')
    expect(text).toMatch(/# Read from the file, not to be typed: 0:01, audio\/mpeg\./)
    const built = await build(folder, join(folder, 'output'), {now: new Date('2026-12-01')})
    expect(built).toMatchObject({ok: true, problems: [], value: {published: 2}})
    const feed = readFileSync(join(folder, 'output/feed.xml'), 'utf8')
    expect(feed).toContain('<title>Fürst &#x26; "Söhne": Teil 2</title>')
    expect(outcome.ok && feed).toContain(outcome.ok ? outcome.value.guid : '')
    expect(feed).not.toContain('Show notes in Markdown')
  })

  it('lies beside a recording that is named like an episode, and needs not name it', async () => {
    const folder = temporaryShow({'002-noon.md': episodeFile('noon'), '014_first_light.m4a': media.m4a})
    const outcome = await newEpisode(folder, {now, media: join(folder, '014_first_light.m4a')})
    expect(outcome).toMatchObject({value: {file: '014_first_light.md', number: 14, title: 'First light'}})
    expect(readFileSync(join(folder, '014_first_light.md'), 'utf8')).not.toMatch(/^audio:/m)
    expect(await newEpisode(folder, {now, media: join(folder, '014_first_light.m4a')})).toMatchObject({
      ok: false,
      problems: [{code: 'output-unwritable', message: expect.stringContaining('014_first_light.md already')}],
    })
  })

  it('takes a recording that lies elsewhere into the show, under its own name', async () => {
    const elsewhere = temporaryShow({'Downloads/talk.mp3': media.mp3})
    const folder = temporaryShow({'002-noon.md': episodeFile('noon')})
    const outcome = await newEpisode(folder, {now, media: join(elsewhere, 'Downloads/talk.mp3'), title: 'Dusk'})
    expect(outcome).toMatchObject({ok: true, value: {file: '003-dusk.md', recording: '003-dusk.mp3'}})
    expect(readFileSync(join(folder, '003-dusk.md'), 'utf8')).not.toMatch(/^audio:/m)
    expect(readFileSync(join(folder, '003-dusk.mp3'))).toEqual(media.mp3)
    const built = await build(folder, join(folder, 'output'), {now: new Date('2026-12-01')})
    expect(built).toMatchObject({ok: true, problems: [], value: {published: 2}})
  })

  it('replaces no recording of the show by one that lies elsewhere', async () => {
    const elsewhere = temporaryShow({'talk.mp3': media.mp3})
    const folder = temporaryShow({'001-dusk.mp3': media.mp4})
    const outcome = await newEpisode(folder, {now, media: join(elsewhere, 'talk.mp3'), title: 'Dusk'})
    expect(outcome).toMatchObject({ok: false, problems: [{code: 'output-unwritable'}]})
    expect(readFileSync(join(folder, '001-dusk.mp3'))).toEqual(media.mp4)
    expect(existsSync(join(folder, '001-dusk.md'))).toBe(false)
  })

  it('goes with what has the name of its recording', async () => {
    const captions = 'WEBVTT\n\n00:00.000 --> 00:00.700\n<v Kim>Hello.\n'
    const folder = temporaryShow({'first-light.mp3': media.mp3, 'first-light.vtt': captions})
    await newEpisode(folder, {now, media: join(folder, 'first-light.mp3')})
    const built = await build(folder, join(folder, 'output'), {now: new Date('2026-12-01')})
    expect(built).toMatchObject({ok: true, problems: [], value: {published: 1}})
    expect(existsSync(join(folder, 'output/episodes/001-first-light/transcript.vtt'))).toBe(true)
  })

  it('uses the keys of the show', async () => {
    const folder = temporaryShow({'show.yaml': showFile('fields: {number: nr, guid: id}')})
    await newEpisode(folder, {now, title: 'Dusk'})
    expect(readFileSync(join(folder, '001-dusk.md'), 'utf8')).toMatch(/^nr: 1\n(?:#.*\n)?id: [\da-f-]{36}$/m)
  })

  it('may be at an address, of which nothing is asked', async () => {
    const folder = temporaryShow({})
    const outcome = await newEpisode(folder, {now, media: 'https://media.example/talks/night-trains.mp3'})
    expect(outcome).toMatchObject({value: {file: '001-night-trains.md', title: 'Night trains'}})
    expect(readFileSync(join(folder, '001-night-trains.md'), 'utf8')).toContain(
      'audio: "https://media.example/talks/night-trains.mp3"',
    )
  })

  it.each([
    ['absent.mp3', 'media-missing'],
    ['words.mp3', 'media-not-media'],
    ['../elsewhere.mp3', 'media-missing'],
    ['..', 'media-not-a-file'],
    ['.', 'media-not-a-file'],
    ["take $' and $&.mp3", 'media-missing'],
  ])('is not begun for %s, which is named as it was typed', async (name, code) => {
    const folder = temporaryShow({'words.mp3': 'no sound'})
    const media = `${folder}/${name}`
    const message = expect.stringContaining(`\`${media}\``)
    expect(await newEpisode(folder, {now, media})).toMatchObject({ok: false, problems: [{code, message}]})
  })

  it('says how a title is given, where the name of a file was expected', async () => {
    const folder = temporaryShow({})
    const hintFor = async (media: string) =>
      (await newEpisode(folder, {now, media: `${folder}/${media}`})).problems[0]?.hint
    expect(await hintFor('Night trains')).toBe(`If that is its title: castwright new --title "${folder}/Night trains"`)
    expect(await hintFor('The "night" trains')).toBe('If that is its title: castwright new --title TITLE')
    expect(await hintFor('night.mp3')).not.toContain('--title')
  })

  it('overwrites nothing', async () => {
    const folder = temporaryShow({'notes/001-dusk.md/keep.txt': '', '001-dusk.md': 'mine'})
    const outcome = await newEpisode(folder, {now, title: 'Dusk'})
    expect(outcome.ok && outcome.value.file).not.toBe('001-dusk.md')
    expect(readFileSync(join(folder, '001-dusk.md'), 'utf8')).toBe('mine')
  })
})

describe('castwright new', () => {
  it('says what it made, and opens it', async () => {
    const folder = folderOf({'episodes/show.yaml': showFile()})
    const plain = await castwright(['new', '--title', 'Dusk', '--now', '2026-11-26T12:00:00Z'], {folder})
    expect(plain).toMatchObject({status: 0, stdout: 'episodes/001-dusk.md: episode 1, "Dusk"\n', stderr: ''})
    const json = await castwright(['new', '--title', 'Dawn', '--format', 'json'], {folder})
    expect(JSON.parse(json.stdout)).toMatchObject({ok: true, report: {file: '002-dawn.md', number: 2}})
    vi.stubEnv('VISUAL', '')
    vi.stubEnv('EDITOR', 'cat --')
    onTestFinished(() => void vi.unstubAllEnvs())
    // The editor writes to what the program was started with.
    const edited = castwrightProgram(['new', '--title', "Kim's night", '--edit'], {folder})
    expect(edited.status).toBe(0)
    expect(edited.stdout).toMatch(/episode 3.*\n---\ntitle: "Kim's night"\n/)
    vi.stubEnv('EDITOR', '')
    expect(await castwright(['new', '--title', 'None', '--edit'], {folder})).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('EDITOR=nano'),
    })
  })
})
