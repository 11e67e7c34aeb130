import {describe, expect, it} from 'vitest'
import {evidenceOf, isArticle, isEpisodeByEvidence} from '../../src/adopt/episode-evidence.ts'
import type {DataMap} from '../../src/adopt/repository.ts'

const keys = {media: ['audio', 'podcast.file'], number: ['episode'], date: ['date'], length: ['duration']}

function evidence(file: string, data: DataMap = {}, hasPlayer = false) {
  return evidenceOf({file, data, hasPlayer, isConversation: false}, keys)
}

describe('what speaks for an episode', () => {
  it.each<readonly [string, string, DataMap, readonly string[]]>([
    ['its media', 'x.md', {audio: 'x.mp3'}, ['media']],
    ['its media, in a map and under a key in other letters', 'x.md', {Podcast: {FILE: 'x.mp3'}}, ['media']],
    ['not an empty value', 'x.md', {audio: '', date: null}, []],
    [
      'its number, date and length',
      'x.md',
      {episode: '1', date: '2026', duration: '1:00'},
      ['number', 'date', 'duration'],
    ],
    ['its kind', 'x.md', {layout: 'Podcast'}, ['kind']],
    ['not another kind', 'x.md', {layout: 'post'}, []],
    ['a number at the beginning of its name', 'posts/012-dawn.md', {}, ['name']],
    ['a day at the beginning of its name', '2026-01-01-dawn.md', {}, ['dated name']],
    ['the folder of its index in one language', 'ep-12/index.de.md', {}, ['name']],
    ['a season and a number', 's2e12.md', {}, ['name']],
    ['the folder of its index', 'ep-12/index.md', {}, ['name']],
    ['nothing at a page of the site, whatever it says', 'about.md', {audio: 'x.mp3', date: '2026'}, []],
    ['nothing at the index of the whole', 'index.md', {audio: 'x.mp3'}, []],
  ])('is %s', (_what, file, data, found) => {
    expect([...evidence(file, data)]).toEqual(found)
  })

  it('is media alone, or a date with something else that only episodes have', () => {
    expect(isEpisodeByEvidence(new Set(['media']))).toBe(true)
    expect(isEpisodeByEvidence(new Set(['date']))).toBe(false)
    expect(isEpisodeByEvidence(new Set(['number', 'name', 'kind', 'duration']))).toBe(false)
    for (const other of ['number', 'duration', 'kind', 'name', 'dated name'] as const)
      expect(isEpisodeByEvidence(new Set(['date', other])), other).toBe(true)
    expect(isEpisodeByEvidence(new Set(['date', 'player']))).toBe(false)
    expect(isArticle(evidence('x.md', {}, true))).toBe(true)
    expect(isArticle(evidenceOf({file: 'x.md', data: {}, hasPlayer: false, isConversation: true}, keys))).toBe(true)
    expect(isArticle(evidence('x.md'))).toBe(false)
  })
})
