import {expect, it} from 'vitest'
import {playedSounds, soundsIn} from '../../src/adopt/played-sounds.ts'
import type {ContentFile} from '../../src/adopt/repository.ts'
import {keys, page, repository} from './repository-sample.ts'

it.each([
  ['<audio controls src="https://m.example/1.mp3?a=1"></audio>', ['https://m.example/1.mp3?a=1']],
  ["<audio><source type='audio/mpeg' src='/1.mp3'/><source src='1.mp4'></audio>", ['/1.mp3']],
  [
    '![[Audio/first light.mp3|300]] and ![[cover.png]] and ![[first light.mp3]]',
    ['Audio/first light.mp3', 'first light.mp3'],
  ],
  ['![sound](1.m4a "title") ![a](b.png)', ['1.m4a']],
  ['[not played](1.mp3), data-src="x.mp3"', []],
])('the sounds that %s plays', (text, sounds) => {
  expect(soundsIn(text)).toEqual(sounds)
})

it('become the recordings of episodes that name none, where the file is found and no other has its name', () => {
  const playing = (file: string, sounds: readonly string[], data = {}): ContentFile => ({...page(file, data), sounds})
  const pages = [
    playing('pod/1.md', ['first light.mp3']),
    playing('pod/2.md', ['https://m.example/2.mp3']),
    playing('pod/3.md', ['gone.mp3']),
    playing('pod/4.md', ['twice.mp3']),
    playing('pod/5.md', ['first light.mp3', 'jingle.mp3']),
    playing('pod/6.md', ['first light.mp3'], {audio: '6.mp3'}),
  ]
  const files = ['pod/audio/first light.mp3', 'pod/a/twice.mp3', 'pod/b/twice.mp3', 'elsewhere/gone.mp3']
  const found = playedSounds(pages, repository(pages, [], files), keys, 'pod')
  expect([...found]).toEqual([
    ['1.md', 'audio/first light.mp3'],
    ['2.md', 'https://m.example/2.mp3'],
  ])
})
