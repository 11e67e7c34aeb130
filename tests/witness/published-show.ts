import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, media, showFile} from '../temporary-show.ts'
import type {Declared} from './oracle.ts'

export const now = new Date('2026-06-01T00:00:00Z')
export const site = 'https://trial.example/'
export const secret = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'
const pictures = join(import.meta.dirname, '../../episodes')

/** What the author said at first of how feeds move on, for the oracle. */
export const declared: Declared = {
  site,
  redirects: false,
  windows: new Map([['newest.xml', 5]]),
  kept: new Map([['long.xml', 10]]),
}

const captions = 'WEBVTT\n\n00:00.000 --> 00:00.300\n<v Kim>One.\n\n00:00.300 --> 00:00.700\n<v Kim>Two.\n'
const chapters = '00:00:00 Start\n00:00:00.400 Middle\n'
const film = (name: string) => `video: {url: https://media.example/${name}.mp4, size: 90000000, duration: 10:00}`

/** Every kind of feed and of file, and enough episodes for an archive. */
export function publishedShow(): Files {
  const older = Array.from({length: 16}, (_, index) => {
    const name = `old-${String(index + 1).padStart(2, '0')}`
    return [`${name}.md`, episodeFile(name, [`date: 2025-01-${String(index + 1).padStart(2, '0')}`])] as const
  })
  return {
    'show.yaml': showFile(
      'image: cover.jpg',
      [
        'feeds:',
        '  video: {media: video}',
        '  season-1: {season: 1}',
        '  best: {tag: best}',
        '  newest: {latest: 5}',
        '  long: {items_per_feed: 10}',
        '  own: {item_guids: own, tag: best}',
        '  supporters: {members: members.txt}',
      ].join('\n'),
    ),
    'cover.jpg': readFileSync(join(pictures, 'cover.jpg')),
    'members.txt': 'kim@trial.example\njo\n',
    '001-dawn.md':
      '---\ntitle: Dawn\ndate: 2026-01-01\nseason: 1\ntags: [best]\nimage: dawn.jpg\nguests: [Mara Winter]\n---\nOne.\n',
    '001-dawn.mp3': media.mp3,
    '001-dawn.vtt': captions,
    '001-dawn.chapters.txt': chapters,
    'dawn.jpg': readFileSync(join(pictures, 'cover.jpg')),
    '002-noon.md': '---\ntitle: Noon\ndate: 2026-01-08\nguid: noon\nseason: 1\naliases: [/2019/noon.html]\n---\nTwo.\n',
    '002-noon.m4a': media.m4a,
    '003-dusk.md': episodeFile('dusk', ['date: 2026-01-15', 'season: 1', 'tags: [best]']),
    '004-film.md': '---\ntitle: Film\ndate: 2026-01-22\nseason: 2\n---\nFour.\n',
    '004-film.mp4': media.mp4,
    '005-both.md': episodeFile('both', ['date: 2026-01-29', 'season: 2', film('both')]),
    '006-night.md': '---\ntitle: Night\ndate: 2026-02-05\n---\nNobody spoke.\n',
    ...Object.fromEntries(older),
  }
}
