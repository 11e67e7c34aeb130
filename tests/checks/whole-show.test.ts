import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build, check} from '../../src/index.ts'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')

type Found = readonly [place: string, code: string]

async function found(files: Files): Promise<readonly Found[]> {
  const {problems} = await check(temporaryShow(files), {now})
  return problems.map(({file, line, code}) => [`${file}:${line ?? ''}`, code] as const)
}

const hosted = showFile('hosts: [Kim Vale]')
const serial = showFile('hosts: [Kim Vale]', 'type: serial')

describe('check sees a show as a whole:', () => {
  it('nothing, where nothing is odd', async () => {
    const files = {
      'show.yaml': serial,
      '1.md': episodeFile(
        'One',
        ['episode: 1'],
        'See [the next](../2/#notes), [the show](/), [them](https://other.example/x).\n',
      ),
      '2.md': episodeFile('Two', ['episode: 2', 'date: 2026-02-01'], '[Back](../1/) and [at once](#t=10).\n'),
      'special.md': episodeFile('Special', ['type: bonus', 'date: 2026-01-01']),
    }
    expect(await found(files)).toEqual([])
  })

  it.each<readonly [string, Files, readonly Found[]]>([
    [
      'a title that two episodes have',
      {'a.md': episodeFile('Dusk'), 'b.md': episodeFile('dusk ', ['date: 2026-02-01'])},
      [['b.md:2', 'title-duplicate']],
    ],
    [
      'a number that two episodes have',
      {'a.md': episodeFile('A', ['episode: 1']), 'b.md': episodeFile('B', ['episode: 1'])},
      [['b.md:5', 'number-duplicate']],
    ],
    [
      'the same number in two seasons, which is none',
      {'a.md': episodeFile('A', ['episode: 1', 'season: 1']), 'b.md': episodeFile('B', ['episode: 1', 'season: 2'])},
      [],
    ],
    [
      'a number that is left out',
      {'a.md': episodeFile('A', ['episode: 1']), 'b.md': episodeFile('B', ['episode: 3'])},
      [['b.md:5', 'number-gap']],
    ],
    [
      'no gap where the episode is held back',
      {
        'a.md': episodeFile('A', ['episode: 1']),
        'b.md': episodeFile('B', ['episode: 2', 'date: 2030-01-01']),
        'c.md': episodeFile('C', ['episode: 3']),
      },
      [],
    ],
    [
      'dates of a serial that run the other way',
      {
        'show.yaml': serial,
        'a.md': episodeFile('A', ['episode: 1']),
        'b.md': episodeFile('B', ['episode: 2', 'date: 2026-01-01']),
      },
      [['b.md:5', 'dates-not-in-order']],
    ],
    [
      'captions after the end of the sound',
      {
        'a.md': episodeFile('A'),
        'a.vtt':
          'WEBVTT\n\n00:01.000 --> 00:02.000\nHi.\n\n10:03.000 --> 10:04.000\nIn time.\n\n10:09.000 --> 10:10.000\nLate.\n',
      },
      [['a.vtt:9', 'transcript-beyond-end']],
    ],
    ['an episode without a word', {'a.md': episodeFile('A', [], '')}, [['a.md:1', 'notes-missing']]],
    ['nobody at all', {'show.yaml': showFile(), 'a.md': episodeFile('A')}, [['show.yaml:1', 'people-missing']]],
    ['a link to nothing', {'a.md': episodeFile('A', [], 'One.\n\n[Two](../b/)\n')}, [['a.md:8', 'link-broken']]],
    [
      'a link to an episode that is not published',
      {
        'a.md': episodeFile('A', [], '[Two](https://trial.example/episodes/b/)\n'),
        'b.md': episodeFile('B', ['date: 2030-01-01']),
      },
      [['a.md:6', 'link-unpublished']],
    ],
    [
      'no link to what else is on the site',
      {'a.md': episodeFile('A', [], '[Shop](https://trial.example/shop/)\n')},
      [],
    ],
    [
      'a place in a page that is not there',
      {'a.md': episodeFile('A', [], '[Two](../b/#nowhere)\n'), 'b.md': episodeFile('B')},
      [['a.md:6', 'anchor-missing']],
    ],
    [
      'a picture without text',
      {'a.md': episodeFile('A', [], '![](https://pictures.example/a.jpg) ![Said](https://pictures.example/b.jpg)\n')},
      [['a.md:6', 'alt-missing']],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(await found({'show.yaml': hosted, ...files})).toEqual(expected)
  })
})

describe('checks in show.yaml', () => {
  const silent = {'a.md': episodeFile('A', [], '')}

  it.each<readonly [string, string, readonly Found[]]>([
    [
      'says nothing of what is ignored with a reason',
      'checks: {notes-missing: {severity: ignore, reason: Music only}}',
      [],
    ],
    [
      'makes an error of what the show wants to be one',
      'checks: {notes-missing: error}',
      [['a.md:1', 'notes-missing']],
    ],
    [
      'wants a reason for less',
      'checks: {alt-missing: ignore}',
      [
        ['show.yaml:12', 'value-invalid'],
        ['a.md:1', 'notes-missing'],
      ],
    ],
    [
      'never makes less of an error',
      'checks: {media-missing: {severity: warning, reason: x}}',
      [
        ['show.yaml:12', 'value-invalid'],
        ['a.md:1', 'notes-missing'],
      ],
    ],
    [
      'knows the codes',
      'checks: {notes-mising: error}',
      [
        ['show.yaml:12', 'value-invalid'],
        ['a.md:1', 'notes-missing'],
      ],
    ],
  ])('%s', async (_name, line, expected) => {
    const show = showFile('hosts: [Kim Vale]', line)
    expect((await found({'show.yaml': show, ...silent})).toSorted()).toEqual(expected.toSorted())
  })

  it('gives the severity that was asked for, and says why it refuses another', async () => {
    const {problems} = await check(
      temporaryShow({'show.yaml': showFile('hosts: [Kim]', 'checks: {notes-missing: error}'), ...silent}),
      {now},
    )
    expect(problems).toMatchObject([{code: 'notes-missing', severity: 'error'}])
    const refused = await check(
      temporaryShow({'show.yaml': showFile('hosts: [Kim]', 'checks: {guid-duplicate: ignore}'), ...silent}),
      {now},
    )
    expect(refused.problems.find(({code}) => code === 'value-invalid')?.message).toContain(
      'cannot make less of guid-duplicate',
    )
  })
})

describe('every build says', () => {
  async function saidByBuild(files: Files) {
    const folder = temporaryShow({'show.yaml': hosted, ...files})
    const {ok, problems} = await build(folder, join(folder, 'output'), {now})
    expect(ok).toBe(true)
    return problems.map(({file, code}) => [file, code])
  }

  it('that a number comes twice in a season', async () => {
    const files = {
      '1.md': episodeFile('One', ['episode: 1', 'season: 1']),
      '2.md': episodeFile('Two', ['episode: 1', 'season: 1', 'date: 2026-02-01']),
      '3.md': episodeFile('Three', ['episode: 1', 'season: 2', 'date: 2026-02-08']),
    }
    expect(await saidByBuild(files)).toEqual([['2.md', 'number-duplicate']])
  })

  it.each([
    ['its sound', '/media/surprise.mp3'],
    ['its page', 'https://trial.example/episodes/surprise/#t=10'],
    ['its transcript', '../surprise/transcript.txt'],
    ['a picture of it', '/images/surprise.jpg'],
  ])('that public notes lead to a scheduled episode: %s', async (_what, link) => {
    const ahead = {'surprise.md': episodeFile('surprise', ['date: 2026-07-01'])}
    const notes = `Hear [it](${link}).\n`
    expect(await saidByBuild({...ahead, '1.md': episodeFile('One', [], notes)})).toEqual([['1.md', 'link-unpublished']])
    const published = {'surprise.md': episodeFile('surprise', ['date: 2026-05-01'])}
    expect(await saidByBuild({...published, '1.md': episodeFile('One', [], notes)})).toEqual([])
  })
})
