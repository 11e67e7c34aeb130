import {describe, expect, it} from 'vitest'
import {episodeWords} from '../../src/search/episode-words.ts'
import {searchFiles} from '../../src/search/shards.ts'
import {audioEpisode, channel, videoEpisode} from '../pages/sample-show.ts'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

const words = episodeWords(audioEpisode)
const entries = new Map(
  words.split(/[\n ]/).map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
)
const textOf = (files: ReturnType<typeof searchFiles>) =>
  new Map([...files].map(({path, pieces}) => [path, [...pieces].join('')]))

describe('the words of an episode', () => {
  it('tell the minutes in which they are said, what is in the title, and what is written', () => {
    expect(entries.get('handminne')).toBe('0')
    expect(entries.get('loom')).toBe('!~0')
    expect(entries.get('linen')).toBe('~')
    expect(entries.get('tabby')).toBe('~2')
    expect(entries.get('pattern')).toBe('1,2,3')
  })

  it('have the people of the episode, and no marker that is hidden', () => {
    expect(entries.get('lindqvist')).toBe('~')
    expect(entries.has('silent')).toBe(false)
  })
})

describe('what the search asks for', () => {
  const one = {item: audioEpisode.item, words: () => words}
  const other = {item: videoEpisode.item, words: () => episodeWords(videoEpisode)}

  it('is a list of seasons, and of each its episodes and their words, a line an episode', () => {
    const files = textOf(searchFiles(channel, [one, other]))
    expect([...files.keys()]).toEqual([
      'search/seasons.json',
      'search/season-2/episodes.json',
      'search/season-2/0.txt',
      'search/2026/episodes.json',
      'search/2026/0.txt',
    ])
    expect(JSON.parse(files.get('search/season-2/episodes.json') ?? '')).toEqual([
      ['episodes/012-fifty-years/', audioEpisode.item.title, '2026-03-12', 'episodes/012-fifty-years/transcript.vtt'],
    ])
    expect(files.get('search/season-2/0.txt')?.split('\n')).toHaveLength(2)
  })

  it('has shards that are not large, with every word in one of them', () => {
    const many = Array.from({length: 200}, () => one)
    const files = textOf(searchFiles(channel, many))
    const shards = [...files].filter(([path]) => path.endsWith('.txt'))
    expect(shards.length).toBeGreaterThan(2)
    for (const [, text] of shards) expect(text.split('\n')).toHaveLength(201)
    const found = shards.filter(([, text]) => text.includes('handminne='))
    expect(found).toHaveLength(1)
  })

  it('has the day that the show had, not that of Greenwich', () => {
    const late = {...one, item: {...one.item, publishedAt: new Date('2026-03-12T22:30:00Z')}}
    const files = textOf(searchFiles({...channel, timeZone: 'Asia/Tokyo'}, [late]))
    expect(files.get('search/season-2/episodes.json')).toContain('"2026-03-13"')
  })

  it('of other seasons stays as it is when an episode is added', () => {
    const before = textOf(searchFiles(channel, [one, other]))
    const after = textOf(searchFiles(channel, [{...one, item: {...one.item, title: 'A new one'}}, one, other]))
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)
    expect(changed).toEqual(['search/season-2/episodes.json', 'search/season-2/0.txt'])
  })
})

it('tells nothing of drafts, of what is scheduled, and of what only members have', async () => {
  const {files} = await planFiles({
    'show.yaml': showFile('feeds:\n  club: {members: members.txt, early: 30d}', 'title: Trial Run'),
    'members.txt': 'kim 0123456789abcdefghijkl\n',
    '1.md': episodeFile('Public', [], 'Marmalade.\n'),
    '2.md': episodeFile('Draft', ['draft: true'], 'Quincejelly.\n'),
    '3.md': episodeFile('Later', ['date: 2026-06-12'], 'Gooseberries.\n'),
  })
  const all = [...files]
    .filter(([path]) => path.startsWith('search/'))
    .map(([, text]) => text)
    .join('')
  expect(all).toContain('marmalade=~')
  expect(all).not.toMatch(/quincejelly|gooseberries|later|draft/i)
})
