import {describe, expect, it} from 'vitest'
import {durationLabel} from '../../src/pages/labels.ts'
import {directionOf} from '../../src/words/direction.ts'
import {numbered, wordsFor} from '../../src/words/words.ts'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

describe('a page', () => {
  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ks-Latn', 'ltr'],
    ['de', 'ltr'],
    ['zh-Hant', 'ltr'],
    ['', 'ltr'],
  ])('in %s is written %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction)
  })

  it.each([
    ['zh-CN', '第 2 季'],
    ['zh-TW', '第 2 季'],
    ['pt-BR', 'Temporada 2'],
    ['he', 'עונה 2'],
    ['tlh', 'Season 2'],
  ])('in %s has a second season called "%s"', (language, label) => {
    expect(numbered(wordsFor(language).words.season, 2)).toBe(label)
  })

  it('in traditional Chinese has words of its own', () => {
    expect(wordsFor('zh-Hant-HK').words.download).toBe('下載')
    expect(wordsFor('zh-Hans-TW').words.download).toBe('下载')
  })

  it.each([
    [20, '1\u00a0min'],
    [62 * 60, '1\u00a0h 2\u00a0min'],
    [7200, '2\u00a0h'],
    [3599, '1\u00a0h'],
  ])('says how long %i seconds are', (seconds, label) => {
    expect(durationLabel(seconds, wordsFor('en').words).html).toContain(`>${label}<`)
  })
})

describe('the page of a show', () => {
  async function indexOf(...lines: readonly string[]): Promise<string> {
    const {files} = await planFiles({'show.yaml': showFile(...lines), '1.md': episodeFile('One')})
    return files.get('index.html') ?? ''
  }

  it('has a button for each app that opens any feed, with the address of this one', async () => {
    const page = await indexOf()
    expect(page).toContain('<a href="podcast://trial.example/feed.xml">Apple Podcasts</a>')
    expect(page).toContain('overcast://x-callback-url/add?url=https%3A%2F%2Ftrial.example%2Ffeed.xml')
    expect(page).not.toContain('Spotify')
  })

  it('has the pages in directories that the author gives, and leaves out what is not wanted', async () => {
    const page = await indexOf(
      'links: {apple: https://podcasts.apple.com/podcast/id1, spotify: https://open.spotify.com/show/1, castro: none}',
    )
    expect(page).toContain('<a href="https://podcasts.apple.com/podcast/id1">Apple Podcasts</a>')
    expect(page).toContain('<a href="https://open.spotify.com/show/1">Spotify</a>')
    expect(page).not.toContain('castros:')
  })

  it('reads from right to left in such a language', async () => {
    const page = await indexOf('language: ar')
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toContain('أحدث حلقة')
  })

  it.each([
    ['de', '<small>Moderation</small>'],
    ['he', '<small>הגשה</small>'],
    ['en', '<small lang="en">Host</small>'],
  ])('names the roles of people in "%s"', async (language, label) => {
    expect(await indexOf(`language: ${language}`, 'hosts: [Mara Winter]')).toContain(label)
  })

  it('has a transcript in its own direction', async () => {
    const {files} = await planFiles({
      'show.yaml': showFile('language: he'),
      'one.md': episodeFile('One'),
      'one.en.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nGood evening.\n',
    })
    expect(files.get('episodes/one/index.html')).toContain('<div lang="en" dir="ltr">')
  })
})
