import {mkdirSync, symlinkSync} from 'node:fs'
import {basename} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {MediaReference} from '../../src/model/media.ts'
import type {Place} from '../../src/model/problem.ts'
import {probeEpisode} from '../../src/probe/probe.ts'
import {episodeWith} from './episode-with.ts'
import {mediaFolder, source} from './made-media.ts'

const media = mediaFolder()
const elsewhere = mediaFolder()
media.make('001.mp3', 3, source.tone, ['-b:a', '64k'])
media.make('clip.m4a', 3, source.tone, ['-c:a', 'aac'])
elsewhere.write('secret.mp3', media.read('001.mp3'))
symlinkSync(elsewhere.at('secret.mp3'), media.at('link.mp3'))
symlinkSync(elsewhere.folder, media.at('linked'))
symlinkSync(media.at('001.mp3'), media.at('again.mp3'))
const size = media.read('001.mp3').length

async function probe(reference: Partial<MediaReference>, places: ReadonlyMap<string, Place> = new Map()) {
  return probeEpisode(episodeWith([{location: '001.mp3', kind: 'audio', ...reference}], {places}), media.folder)
}

async function problemsOf(reference: Partial<MediaReference>) {
  return (await probe(reference)).problems
}

describe('a local file', () => {
  it('needs nothing but its name', async () => {
    const outcome = await probe({})
    expect(outcome.problems).toEqual([])
    expect(outcome.ok && outcome.value.media[0]?.facts).toMatchObject({mimeType: 'audio/mpeg', sizeInBytes: size})
    expect(outcome.ok && outcome.value.media[0]?.facts.bitrateInBitsPerSecond).toBeGreaterThan(60_000)
  })

  it('is found below the show folder, with a leading slash or in a folder of its own', async () => {
    mkdirSync(media.at('002'))
    media.write('002/talk.mp3', media.read('001.mp3'))
    expect(await problemsOf({location: '/001.mp3'})).toEqual([])
    expect(await problemsOf({location: '002/talk.mp3'})).toEqual([])
  })

  it('is reported at the line where the author named it if it is missing, and the episode has no value', async () => {
    const outcome = await probe({location: '01.mp3', place: {line: 7}})
    expect(outcome.ok).toBe(false)
    expect(outcome.problems).toMatchObject([
      {code: 'media-missing', severity: 'error', file: '001-first.md', line: 7, hint: 'Did you mean `001.mp3`?'},
    ])
  })

  it('may be missing from a draft, which names files that are still to come', async () => {
    const draft = episodeWith([{location: 'later.mp3', kind: 'audio'}], {
      publication: {state: 'draft'},
      image: 'later.jpg',
    })
    expect(await probeEpisode(draft, media.folder)).toMatchObject({ok: true, value: {media: []}, problems: []})
  })

  it.each([
    ['001.MP3', '001.mp3'],
    ['0001.mp3', '001.mp3'],
    ['001.m4a', '001.mp3'],
    ['cafe\u0301.mp3', 'caf\u00e9.mp3'],
    ['002/tlak.mp3', '002/talk.mp3'],
  ])('%s: names the near file %s', async (location, near) => {
    media.write('caf\u00e9.mp3', media.read('001.mp3'))
    expect((await problemsOf({location}))[0]?.hint).toBe(`Did you mean \`${near}\`?`)
  })

  it.each([
    ['by its path', `../${basename(elsewhere.folder)}/secret.mp3`],
    ['by a link to a file', 'link.mp3'],
    ['by a link to a folder', 'linked/secret.mp3'],
  ])('is not read where it leads out of the show folder %s', async (_, location) => {
    expect((await problemsOf({location})).map((each) => each.code)).toEqual(['file-outside-show'])
  })

  it('may be a link that stays in the show folder', async () => {
    expect(await problemsOf({location: 'again.mp3'})).toEqual([])
  })

  it.each([
    ['002', 'media-not-a-file'],
    ['.', 'media-not-a-file'],
    ['empty.mp3', 'media-empty'],
    ['nul\0byte.mp3', 'media-unreadable'],
    ['001.mp3/inside.mp3', 'media-missing'],
  ])('%j: %s', async (location, code) => {
    media.write('empty.mp3', '')
    expect((await problemsOf({location})).map((each) => each.code)).toEqual([code])
  })

  it.each([
    ['pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n', /git lfs pull/],
    ['annex', '../.git/annex/objects/aa/bb/SHA256E-s1--00.mp3/SHA256E-s1--00.mp3', /git annex get/],
    ['page', '<!DOCTYPE html><title>404</title>', /web page/],
    ['zip', Buffer.from('504b0304140000000000', 'hex'), /application\/zip/],
    ['text', 'Just words', /in any form/],
  ])('is refused if it is not media: %s', async (name, bytes, message) => {
    media.write(`${name}.mp3`, bytes)
    const [found] = await problemsOf({location: `${name}.mp3`})
    expect(found).toMatchObject({code: 'media-not-media', message: expect.stringMatching(message)})
  })

  it('is warned about if its name says something else than its bytes', async () => {
    media.write('wrong.mp3', media.read('clip.m4a'))
    const outcome = await probe({location: 'wrong.mp3'})
    expect(outcome.problems).toMatchObject([
      {code: 'media-extension-wrong', severity: 'warning', hint: 'Name it `….m4a`'},
    ])
    expect(outcome.ok && outcome.value.media[0]?.facts.mimeType).toBe('audio/x-m4a')
  })

  it('may be in a form that Apple does not take if it is not the first', async () => {
    media.make('alternate.opus', 3, source.tone, ['-c:a', 'libopus'])
    const episode = episodeWith(['001.mp3', 'alternate.opus'].map((location) => ({location, kind: 'audio'})))
    expect((await probeEpisode(episode, media.folder)).problems).toEqual([])
  })
})

describe('chapters in a local file', () => {
  it('come with it', async () => {
    const chapters = ['Hello', 'Goodbye'].map(
      (title, index) => `[CHAPTER]\nTIMEBASE=1/1\nSTART=${index}\nEND=${index + 1}\ntitle=${title}\n`,
    )
    media.write('chapters.txt', `;FFMETADATA1\n${chapters.join('')}`)
    media.make('chapters.mp3', 3, [...source.tone, '-i', media.at('chapters.txt')], ['-map_metadata', '1'])
    const outcome = await probe({location: 'chapters.mp3'})
    expect(outcome.ok && outcome.value.media[0]?.chapters.map((each) => [each.startInSeconds, each.title])).toEqual([
      [0, 'Hello'],
      [1, 'Goodbye'],
    ])
  })
})

describe('what the author says about a local file', () => {
  it.each([
    [{sizeInBytes: size, durationInSeconds: 3}, []],
    [{durationInSeconds: 1.2}, []],
    [{durationInSeconds: 5.5}, ['media-duration-disagrees']],
    [{sizeInBytes: size - 1}, ['media-size-disagrees']],
  ])('%j: %j', async (said, codes) => {
    const outcome = await probe(said)
    expect(outcome.problems.map((each) => each.code)).toEqual(codes)
    expect(outcome.ok && outcome.value.media[0]?.facts).toMatchObject({sizeInBytes: size})
    expect(outcome.ok && outcome.value.media[0]?.facts.durationInSeconds).toBeLessThan(3.2)
  })

  it('is reported at its own line where that is known, else where the file is named', async () => {
    const said = {durationInSeconds: 90, sizeInBytes: 9, place: {line: 4}}
    const outcome = await probe(said, new Map([['duration', {line: 12}]]))
    expect(outcome.problems.map(({code, line}) => [code, line])).toEqual([
      ['media-size-disagrees', 4],
      ['media-duration-disagrees', 12],
    ])
  })
})

describe('a file on another server', () => {
  const url = 'https://media.example/001.mp3?from=feed'

  it('is what the author says it is', async () => {
    const outcome = await probe({location: url, mimeType: 'audio/mp3', sizeInBytes: 1234, durationInSeconds: 60})
    expect(outcome.problems).toEqual([])
    const facts = {mimeType: 'audio/mpeg', sizeInBytes: 1234, durationInSeconds: 60}
    expect(outcome.ok && outcome.value.media[0]?.facts).toEqual(facts)
  })

  it('has size 0 and no duration if nobody says, with a warning for each', async () => {
    const outcome = await probe({location: url})
    expect(outcome.problems.map(({code, severity}) => [code, severity])).toEqual([
      ['media-size-unknown', 'warning'],
      ['media-duration-unknown', 'warning'],
    ])
    expect(outcome.ok && outcome.value.media[0]?.facts).toEqual({mimeType: 'audio/mpeg', sizeInBytes: 0})
  })

  it.each([
    [{location: 'https://media.example/a.mp4', kind: 'video'}, 'video/mp4', []],
    [{location: 'https://media.example/a.M4A'}, 'audio/x-m4a', []],
    [{location: 'https://media.example/a.webm', kind: 'video'}, 'video/webm', ['media-not-for-apple']],
    [{location: 'https://media.example/listen/1'}, 'audio/mpeg', ['media-type-unknown']],
    [{location: 'https://media.example/listen/1', mimeType: 'audio/x-m4a'}, 'audio/x-m4a', []],
    [{location: 'https://media.example/a.mp3', mimeType: 'audio/mp4'}, 'audio/x-m4a', ['media-extension-wrong']],
    [{location: 'https://media.example/a.strange', mimeType: 'audio/strange'}, 'audio/strange', []],
  ] as const)('%j: %s %j', async (reference, mimeType, codes) => {
    const outcome = await probe({sizeInBytes: 1, durationInSeconds: 1, ...reference})
    expect(outcome.problems.map((each) => each.code)).toEqual(codes)
    expect(outcome.ok && outcome.value.media[0]?.facts.mimeType).toBe(mimeType)
  })
})
