import {describe, expect, it} from 'vitest'
import {isEpisodeByEvidence} from '../../src/adopt/episode-evidence.ts'
import {episodeGroups} from '../../src/adopt/episode-groups.ts'
import type {ContentFile} from '../../src/adopt/repository.ts'
import {episodes, keys, page} from './repository-sample.ts'

function groups(pages: readonly ContentFile[]) {
  return episodeGroups(pages, keys, isEpisodeByEvidence).map(({glob, ...group}) => ({
    glob,
    episodes: group.episodes.length,
    others: group.others.map(({file}) => file),
  }))
}

describe('pages that are kept in one way are a group', () => {
  it.each<readonly [string, readonly ContentFile[], string]>([
    ['the files of a folder', episodes('content/', '1', '2'), 'content/*.md'],
    ['the files of the whole', episodes('', '1', '2'), '*.md'],
    ['folders with an index', episodes('content/', '1/index', '2/index'), 'content/*/index.md'],
    ['folders with an index, of the whole', episodes('', '1/index', '2/index'), '*/index.md'],
    ['a folder and what is below it', episodes('_episodes/', '1', '2', 'extra/3'), '_episodes/**/*.md'],
    ['kinds of episodes side by side', episodes('_episodes/', 'talks/1', 'news/2'), '_episodes/**/*.md'],
    ['files that end in .markdown', [page('p/1.markdown', {audio: '1.mp3'})], 'p/*.markdown'],
  ])('%s', (_what, pages, glob) => {
    expect(groups(pages)).toEqual([{glob, episodes: pages.length, others: []}])
  })

  it('with the pages that the glob takes besides, but for those that every generator leaves out', () => {
    const others = ['content/about.md', 'content/_index.md', 'content/readme.md'].map((file) => page(file))
    expect(groups([...episodes('content/', '1', '2', '3'), ...others])).toEqual([
      {glob: 'content/*.md', episodes: 3, others: ['content/about.md']},
    ])
  })

  it('the largest first, and by name where they are alike', () => {
    const pages = [...episodes('b/', '1', '2'), ...episodes('c/', '1', '2', '3'), ...episodes('a/', '1', '2')]
    expect(groups(pages).map(({glob}) => glob)).toEqual(['c/*.md', 'a/*.md', 'b/*.md'])
  })
})

describe('there is no group', () => {
  it.each([
    ['of drafts, themes and guests', episodes('themes/x/', '1', '2')],
    ['of nothing', []],
    [
      'that is less its episodes than other pages',
      [...episodes('a/', '1', '2'), ...['x', 'y', 'z'].map((name) => page(`a/${name}.md`))],
    ],
  ])('%s', (_what, pages) => {
    expect(groups(pages)).toEqual([])
  })

  it('of a leftover beside a show, but one page alone is a show', () => {
    const names = Array.from({length: 50}, (_, index) => String(index))
    expect(groups([...episodes('a/', ...names), ...episodes('old/', '1', '2')]).map(({glob}) => glob)).toEqual([
      'a/*.md',
    ])
    expect(groups(episodes('a/', '1')).map(({glob}) => glob)).toEqual(['a/*.md'])
  })
})
