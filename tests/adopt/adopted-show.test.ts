import {describe, expect, it} from 'vitest'
import {adoptedShows} from '../../src/adopt/adopted-show.ts'
import {mediaNames} from '../../src/adopt/show-media.ts'
import {episodes, keys, page, repository, vocabulary} from './repository-sample.ts'

describe('a show that is found in a repository', () => {
  it('has its episodes, its facts, and what is no episode', () => {
    const pages = [...episodes('content/', '1', '2'), page('content/about.md', {title: 'About'})]
    const config = {file: '_config.yml', data: {title: 'Night Trains'}}
    expect(adoptedShows(repository(pages, [config], ['content/1.mp3', 'content/2.mp3']), vocabulary)).toEqual([
      {
        folder: '',
        facts: {title: {value: 'Night Trains', from: '_config.yml, title'}},
        glob: {value: 'content/*.md', from: '2 pages with media, or with a date and a number'},
        episodeCount: 2,
        others: ['content/about.md'],
        mapped: [],
      },
    ])
  })

  it('is one of several where folders side by side have pages of their own', () => {
    const folders = ['shows/day/', 'shows/night/']
    const pages = folders.flatMap((folder) => [
      page(`${folder}_index.md`, {title: folder}),
      ...episodes(folder, '1', '2'),
    ])
    const found = adoptedShows(repository(pages), vocabulary)
    expect(found.map(({folder, glob, facts}) => [folder, glob.value, facts.title?.value])).toEqual([
      ['shows/day', '*.md', 'shows/day/'],
      ['shows/night', '*.md', 'shows/night/'],
    ])
  })

  it('is one of articles where no page says that it is an episode', () => {
    const pages = [page('posts/kim.md', {}, true), page('posts/ana.md', {}, true), page('posts/news.md')]
    const [show] = adoptedShows(repository(pages), vocabulary)
    expect(show).toMatchObject({episodeCount: 2, others: ['posts/news.md']})
    expect(show?.glob.from).toBe('2 pages with something to play or a conversation in the text')
  })

  it('is none where nothing looks like an episode', () => {
    expect(adoptedShows(repository([page('posts/news.md', {date: '2026-01-01'})]), vocabulary)).toEqual([])
  })
})

describe('the picture of an adopted show', () => {
  const pages = episodes('', '1', '2')
  const pictureFrom = (image: string, files: readonly string[]) =>
    adoptedShows(repository(pages, [{file: 'site.yml', data: {image}}], files), vocabulary)[0]?.facts.image?.value

  it('is the file that has the name of its address on the site', () => {
    expect(pictureFrom('/img/cover.jpg', ['static/img/cover.jpg'])).toBe('static/img/cover.jpg')
    expect(pictureFrom('https://n.test/cover.jpg', [])).toBe('https://n.test/cover.jpg')
  })

  it('is none where no file has that name', () => {
    expect(pictureFrom('/img/cover.jpg', [])).toBeUndefined()
  })
})

describe('where the media are', () => {
  const pages = episodes('', '1', '2')
  const of = (prefix: string, files: readonly string[] = []) =>
    adoptedShows(repository(pages, [{file: 'site.yml', data: {media_prefix: prefix}}], files), vocabulary)[0]

  it('is said by a prefix in a configuration, without services that count', () => {
    expect(of('https://m.test/audio')?.mediaUrl).toEqual({
      value: 'https://m.test/audio/',
      from: 'site.yml, media_prefix',
    })
    const counted = of('https://op3.dev/e/m.test/audio/')
    expect(counted?.mediaUrl?.value).toBe('https://m.test/audio/')
    expect(counted?.prefixes?.value).toEqual(['https://op3.dev/e/'])
  })

  it('is not asked where the files are here, or where episodes name whole addresses', () => {
    expect(of('https://m.test/audio', ['media/1.mp3', 'media/2.mp3'])?.mediaUrl).toBeUndefined()
    const addressed = ['1', '2'].map((name) => page(`${name}.md`, {audio: `https://m.test/${name}.mp3`}))
    const config = {file: 'site.yml', data: {media_prefix: 'https://m.test/'}}
    expect(adoptedShows(repository(addressed, [config]), vocabulary)[0]?.mediaUrl).toBeUndefined()
  })

  it('is named in texts, lists and maps, under keys in any letters', () => {
    const data = {AUDIO: [{mp3: 'a.mp3', ogg: ' a.ogg '}, 'b.mp3', null], other: 'c.mp3'}
    expect(mediaNames(page('1.md', data), keys)).toEqual(['a.mp3', 'a.ogg', 'b.mp3'])
  })
})
