import {describe, expect, it} from 'vitest'
import {packedEpisode} from '../../src/sources/packed-episode.ts'
import {packedText} from '../../src/sources/packed-text.ts'
import type {SourceEpisode} from '../../src/sources/source-show.ts'

function episode(guid: string): SourceEpisode {
  return {
    guid,
    title: `Größe ${guid}`,
    publishedAt: new Date('2026-01-31T09:00:00Z'),
    fields: {episode: 12, subtitle: '„Überall“ 🎙', guests: [{name: 'Ada', url: 'https://a.example/'}]},
    notesHtml: packedText(`<p>Notes of ${guid}</p>`),
    pageUrl: `https://a.example/${guid}`,
    media: [{url: `https://a.example/${guid}.mp3`, sizeInBytes: 5_000_000_000, durationInSeconds: 12.5}],
    files: [{role: 'picture', url: 'https://a.example/p.jpg'}],
    unknown: [{name: 'x:y', text: '<x:y/>'}],
  }
}

describe('a packed episode', () => {
  it('has all its facts, also where it is copied member by member', () => {
    const whole = episode('one')
    const packed = packedEpisode(whole)
    expect({...packed}).toEqual(whole)
    expect(packed).toMatchObject(whole)
  })

  it('is asked in turn with others', () => {
    const [one, two] = [packedEpisode(episode('one')), packedEpisode(episode('two'))]
    const asked = [one, two, one].map(({media}) => media[0]?.url)
    expect(asked).toEqual(['https://a.example/one.mp3', 'https://a.example/two.mp3', 'https://a.example/one.mp3'])
  })

  it('stays without the facts that it never had', () => {
    const {publishedAt: _, pageUrl: __, ...undated} = episode('three')
    const packed = packedEpisode(undated)
    expect('publishedAt' in packed).toBe(false)
    expect('pageUrl' in packed).toBe(false)
  })
})

describe('packed texts', () => {
  it('are given back letter by letter, short and long, one after the other', () => {
    const texts = ['', 'a', 'ü', '🎙', 'ß'.repeat(700_000), 'x'.repeat(3_000_000), 'end']
    const packed = texts.map(packedText)
    expect(packed.map((each) => each())).toEqual(texts)
  })
})
