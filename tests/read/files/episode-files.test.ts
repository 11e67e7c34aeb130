import {describe, expect, it} from 'vitest'
import {type EpisodeFiles, findEpisodeFiles} from '../../../src/read/files/episode-files.ts'

function find(files: readonly string[], globs: readonly string[] = []): readonly EpisodeFiles[] {
  return findEpisodeFiles([...files].sort(), globs)
}

describe('transcript.md', () => {
  it('belongs to the index.md beside it', () => {
    expect(find(['one/index.md', 'one/transcript.md'])).toMatchObject([
      {file: 'one/index.md', transcripts: ['one/transcript.md']},
    ])
  })

  it('may be an episode where there is none', () => {
    expect(find(['transcript.md']).map(({file}) => file)).toEqual(['transcript.md'])
  })
})

describe('equal stem, same episode', () => {
  it('sorts every kind of file to its episode', () => {
    const beside = [
      'mp3',
      'm4a',
      'ogg',
      'opus',
      'mp4',
      'webm',
      'mov',
      'vtt',
      'srt',
      'json',
      'chapters.json',
      'transcript.md',
      'txt',
      'html',
      'jpg',
      'png',
      'de.vtt',
    ]
    const [one, two] = find([
      '001-first.md',
      '001-first-light.md',
      ...beside.map((ending) => `001-first.${ending}`),
      '001-first-light.mp3',
    ])
    expect(two).toMatchObject({
      file: '001-first.md',
      stem: '001-first',
      media: ['mp3', 'm4a', 'mp4', 'mov', 'ogg', 'opus', 'webm'].map((ending) => `001-first.${ending}`),
      chapters: ['001-first.chapters.json'],
      images: ['001-first.jpg', '001-first.png'],
    })
    expect([...(two?.transcripts ?? [])].sort()).toEqual(
      ['de.vtt', 'html', 'json', 'srt', 'transcript.md', 'txt', 'vtt'].map((ending) => `001-first.${ending}`),
    )
    expect(one).toMatchObject({file: '001-first-light.md', media: ['001-first-light.mp3'], transcripts: []})
  })

  it('allows dots in names', () => {
    const [one, two] = find(['rust-1.48.md', 'rust-1.48.mp3', 'rust-1.md', 'rust-1.mp3'])
    expect([one?.media, two?.media]).toEqual([['rust-1.48.mp3'], ['rust-1.mp3']])
  })

  it('does not mix folders', () => {
    expect(find(['a/one.md', 'b/one.mp3']).map(({media}) => media)).toEqual([[]])
  })

  it('finds names that are spelled with other accents on disk', () => {
    expect(find(['éte.md', 'e\u0301te.mp3'])[0]?.media).toEqual(['e\u0301te.mp3'])
  })

  it('gives a folder’s files to its index.md, whatever they are called', () => {
    const [two] = find([
      '002-second/index.md',
      '002-second/recording.mp3',
      '002-second/chapters.json',
      '002-second/cover.jpg',
      '002-second/subtitles.vtt',
    ])
    expect(two).toEqual({
      file: '002-second/index.md',
      refused: [],
      stem: '002-second',
      media: ['002-second/recording.mp3'],
      chapters: ['002-second/chapters.json'],
      images: ['002-second/cover.jpg'],
      transcripts: ['002-second/subtitles.vtt'],
    })
  })

  it('gives no stray files to an index.md of the show folder itself', () => {
    expect(find(['index.md', 'jingle.mp3'])[0]?.media).toEqual([])
  })
})

describe('which Markdown files are looked at', () => {
  it('is all of them, but for those about other things', () => {
    const files = [
      'one.md',
      'a/two.markdown',
      'people/mara.md',
      '_transcripts/one.md',
      'archetypes/new.md',
      'one.transcript.md',
      'note.txt',
    ]
    expect(find(files).map(({file}) => file)).toEqual(['a/two.markdown', 'one.md'])
  })

  it.each([
    [['_episodes/**/*.md'], ['_episodes/2024/one.md', '_episodes/two.md']],
    [['_episodes'], ['_episodes/2024/one.md', '_episodes/two.md']],
    [
      ['_episodes/*.md', 'people/*.md'],
      ['_episodes/two.md', 'people/mara.md'],
    ],
    [['{_episodes,x}/two.md'], ['_episodes/two.md']],
    [['nowhere/*.md'], []],
  ])('is what %j name', (globs, expected) => {
    const files = ['_episodes/2024/one.md', '_episodes/two.md', 'people/mara.md', '_episodes/two.mp3']
    expect(find(files, globs).map(({file}) => file)).toEqual(expected)
  })
})
