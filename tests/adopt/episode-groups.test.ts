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
    ['folders of years', episodes('p/', '2025/1', '2026/2'), 'p/**/*.md'],
    ['folders of months', episodes('p/', '2025/12/30-a/index', '2026/1/2-b/index', '2026/1/3-c/index'), 'p/**/*.md'],
    ['files of two kinds', [page('p/1.md', {audio: '1.mp3'}), page('p/2.mdx', {audio: '2.mp3'})], 'p/*.{md,mdx}'],
    ['folders with an index of MDX', [page('p/1/index.mdx', {audio: '1.mp3'})], 'p/*/index.mdx'],
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

describe('posts of a blog', () => {
  const post = (name: string) => page(`_posts/2026-01-0${name}-post.md`, {date: '2026-01-01'})

  it('are no episodes beside pages with media', () => {
    expect(groups([...episodes('_posts/', '2026-02-01-a', '2026-02-02-b', '2026-02-03-c'), post('1')])).toEqual([
      {glob: '_posts/*.md', episodes: 3, others: ['_posts/2026-01-01-post.md']},
    ])
  })

  it('are left out where they are more than the episodes, but give way to a folder of episodes', () => {
    const blog = [...episodes('_posts/', '1', '2'), ...['1', '2', '3'].map(post)]
    expect(groups(blog)).toEqual([{glob: '_posts/*.md', episodes: 2, others: blog.slice(2).map(({file}) => file)}])
    expect(groups([...blog, ...episodes('_shows/', '1', '2', '3')]).map(({glob}) => glob)).toEqual(['_shows/*.md'])
  })

  it('are episodes where no page has media', () => {
    expect(groups([post('1'), post('2')])).toEqual([{glob: '_posts/*.md', episodes: 2, others: []}])
  })
})

describe('the same pages in several languages', () => {
  const all = (pages: readonly ContentFile[]) =>
    episodeGroups(pages, keys, isEpisodeByEvidence).map(({glob, language, translations}) => ({
      glob,
      language,
      translations: translations.map(({file}) => file),
    }))

  it('are a group for each language', () => {
    expect(all(episodes('e/', '1.de', '2.de', '1.pt-BR', '2.pt-BR'))).toEqual([
      {glob: 'e/*.de.md', language: 'de', translations: []},
      {glob: 'e/*.pt-BR.md', language: 'pt-BR', translations: []},
    ])
    expect(all(episodes('e/', '1/index.de', '2/index.de', '1/index.en', '2/index.en')).map(({glob}) => glob)).toEqual([
      'e/*/index.de.md',
      'e/*/index.en.md',
    ])
  })

  it('are told from those of the main language, whose names say none', () => {
    expect(all(episodes('e/', '1', '2', '3', '1.de', '2.de'))).toEqual([
      {glob: 'e/*.md', language: undefined, translations: ['e/1.de.md', 'e/2.de.md']},
      {glob: 'e/*.de.md', language: 'de', translations: []},
    ])
  })

  it('are none where a name only looks like it', () => {
    expect(all(episodes('e/', '1', 'about.me', '2')).map(({glob}) => glob)).toEqual(['e/*.md'])
  })
})

describe('there is no group', () => {
  it.each([
    ['of drafts, themes and guests', episodes('themes/x/', '1', '2')],
    ['of nothing', []],
    [
      'that is less its episodes than other pages, and no episode has media',
      [
        ...['1', '2'].map((name) => page(`a/${name}.md`, {date: '2026-01-01'})),
        ...['x', 'y', 'z'].map((name) => page(`a/${name}.md`)),
      ],
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
