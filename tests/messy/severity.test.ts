import {symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {Files} from '../files-on-disk.ts'
import {planInMemory} from '../plan-in-memory.ts'
import {episodeFile, feedsOf, media, planFiles, showFile, temporaryShow} from '../temporary-show.ts'

/** Code and severity of what is said, and whether the episode is published. */
async function said(files: Files) {
  const {problems, files: planned} = await planFiles(files)
  const count = JSON.parse(planned.get('feed.json') ?? '{"items": []}').items.length
  const codes = problems.filter(({severity}) => severity !== 'info').map(({code, severity}) => `${severity} ${code}`)
  return {codes, count}
}

const one = (...lines: readonly string[]) => ({'one.md': episodeFile('one', lines)})

describe('a bad side value is left out, and the episode published', () => {
  it.each([
    'duration: an hour or so',
    'season: third',
    'episode: seven',
    'number: S01E02',
    'size: 25g935872',
    'language: english',
    'hosts: [{role: Host}]',
    'guests: [{name: Jo Lund, role: Gest}]',
    'guests: [{name: Jo Lund, url: not an address}]',
    'links: [{text: Mail, url: "javascript:alert(1)"}]',
    'chapters: [nonsense]',
    'explicit: perhaps',
    'type: weekly',
    'image: "ftp://example.org/a.jpg"',
    'soundbites: [{start: 1:30}]',
    'value: {recipients: [{name: Mara, type: node, address: 03ae9f91a0cb8ff43840e3c322c4c61f019d8c1c3cea15a25c, split: 100}]}',
    'license: My own',
  ])('%s', async (line) => {
    expect(await said(one(line))).toEqual({codes: ['warning value-invalid'], count: 1})
  })

  it.each(['explict: true', 'sesaon: 2', 'sumary: A'])('a slip of a key: %s', async (line) => {
    expect(await said(one(line))).toEqual({codes: ['warning key-misspelt'], count: 1})
  })

  it.each([
    ['audio: {url: "https://m.example/1.mp3", size: 25g935872, duration: x}', ['value-invalid', 'value-invalid']],
    ['transcript: nowhere.vtt', ['reference-missing']],
    ['chapters: nowhere.json', ['reference-missing']],
  ])('what belongs to a file is left out, not the file: %s', async (line, codes) => {
    const found = await said(one(line))
    expect(found.codes.filter((each) => !each.includes('unknown'))).toEqual(codes.map((code) => `warning ${code}`))
    expect(found.count).toBe(1)
  })

  it('files beside it that cannot be read are left out', async () => {
    const found = await said({
      ...one(),
      'one.chapters.json': '{"chapters": [}',
      'one.json': '{"version": "1.0.0", "segments": [{"startTime": 0, "body": "Hello"}',
    })
    expect(found.codes).toEqual(['warning chapters-unreadable', 'warning transcript-json-invalid'])
    expect(found.count).toBe(1)
  })

  it('one wrong item of a list takes none of the others', async () => {
    const {files} = await planFiles(
      one('guests: [Jo Lund, {url: https://example.org}, Ada Berg]', 'tags: [one, {a: b}, two]'),
    )
    const [item] = JSON.parse(files.get('feed.json') ?? '').items
    expect(item.authors.map(({name}: {name: string}) => name)).toEqual(['Jo Lund', 'Ada Berg'])
    expect(item.tags).toEqual(['one', 'two'])
  })

  it('but of those who share a payment nobody is paid instead of another', async () => {
    const recipients = '[{address: mara@example.org, split: 50}, {address: nobody, split: 50}]'
    const {rss} = await feedsOf(one(`value: {recipients: ${recipients}}`))
    expect(rss).not.toContain('podcast:value')
  })

  it('a missing alternate is left out', async () => {
    const files = {'one.md': episodeFile('one', ['audio: [one.mp3, gone.ogg]']), 'one.mp3': media.mp3}
    expect(await said(files)).toEqual({codes: ['warning media-missing'], count: 1})
  })

  it('the page of a video that is none is left out beside a recording', async () => {
    const files = {'one.md': episodeFile('one', ['video_file: https://www.youtube.com/']), 'one.mp3': media.mp3}
    expect(await said(files)).toEqual({codes: ['warning media-is-page'], count: 1})
  })
})

describe('what would lose a listener, leak, or be invalid is an error', () => {
  it.each([
    ['date: 2024-02-31', 'value-invalid'],
    ['draft: possibly', 'value-invalid'],
    ['published: perhaps', 'value-invalid'],
    ['not_before: soon', 'value-invalid'],
    ['block: maybe', 'value-invalid'],
    ['guid: [a, b]', 'value-invalid'],
    ['slug: [a, b]', 'value-invalid'],
    ['audio: ftp://example.org/a.mp3', 'value-invalid'],
    ['audio: {size: 12345678}', 'value-invalid'],
    ['audio: https://www.youtube.com/@show', 'media-is-page'],
    ['audio: gone.mp3', 'media-missing'],
    ['drfat: true', 'key-misspelt'],
    ['giud: abc', 'key-misspelt'],
  ])('%s', async (line, code) => {
    const {codes} = await said(one(line))
    expect(codes).toEqual([`error ${code}`])
  })

  it.each([
    ['feeds: {film: {season: 1x}}', 'value-invalid'],
    ['feeds: {film: {seasns: 1}}', 'key-misspelt'],
    ['leave_out: {one.md: }', 'value-invalid'],
    ['corrections: {one.md: {video: null}}', 'value-invalid'],
    ['corrections: {one.md: {vidoe: null, reason: dead link}}', 'value-invalid'],
    ['old_feed_urls: [nowhere, https://trial.example/old.xml]', 'value-invalid'],
    ['block_services: [amazone]', 'value-invalid'],
    ['timezone: Mars/Olympus', 'value-invalid'],
  ])('in show.yaml: %s', async (line, code) => {
    const {codes} = await said({...one(), 'show.yaml': showFile(line)})
    expect(codes).toEqual([`error ${code}`])
  })

  it.each(['owner: Kim', 'categories: [Podcasts]', 'type: weekly', 'hubs: [nowhere]', 'language: english'])(
    'but not: %s',
    async (line) => {
      const {codes, count} = await said({...one(), 'show.yaml': showFile(line)})
      expect(codes.filter((each) => each.startsWith('error'))).toEqual([])
      expect(codes).toContain('warning value-invalid')
      expect(count).toBe(1)
    },
  )

  it('a setting of the show that makes less of a kind never silences its errors', async () => {
    const checks = 'checks: {value-invalid: {severity: ignore, reason: Old files}}'
    expect(await said({...one('season: third'), 'show.yaml': showFile(checks)})).toEqual({codes: [], count: 1})
    const {codes} = await said({...one('draft: possibly'), 'show.yaml': showFile(checks)})
    expect(codes).toEqual(['error value-invalid'])
  })
})

describe('links that lead nowhere', () => {
  it.each([
    ['001-one.mp3', 'link-dangling', 'warning'],
    ['two.md', 'file-unreadable', 'error'],
  ])('%s', async (name, code, severity) => {
    const folder = temporaryShow(one())
    symlinkSync(join(folder, 'nowhere'), join(folder, name))
    const {problems} = await planInMemory(folder)
    expect(problems.filter((each) => each.severity !== 'info')).toMatchObject([{code, severity, file: name}])
  })
})

describe('links to folders of the show', () => {
  it.each(['.', 'notes'])('say nothing, and nothing is published twice: %s', async (to) => {
    const folder = temporaryShow({...one(), 'notes/two.md': '---\ntitle: Two\ndate: 2026-01-01\n---\nHello.\n'})
    symlinkSync(join(folder, to), join(folder, 'link'))
    const {problems} = await planInMemory(folder)
    expect(problems.filter(({file}) => file?.startsWith('link') === true)).toEqual([])
  })
})
