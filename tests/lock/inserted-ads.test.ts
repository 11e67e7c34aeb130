import {describe, expect, it} from 'vitest'
import {changesOfFile} from '../../src/lock/published-changes.ts'
import type {LockedMedia} from '../../src/model/lock.ts'

function media(url: string, sizeInBytes: number, more: Partial<LockedMedia> = {}): LockedMedia {
  return {url, kind: 'audio', type: 'audio/mpeg', sizeInBytes, ...more}
}

const place = {file: '001-dawn.md'}

describe('a published file that has another size', () => {
  it.each([
    ['at a host that keeps files', 'https://media.example/1.mp3', {}, ['media-bytes-changed']],
    ['at a host that inserts ads', 'https://traffic.megaphone.fm/1.mp3', {}, []],
    ['of the show itself', 'https://traffic.megaphone.fm/1.mp3', {file: '1.mp3'}, ['media-bytes-changed']],
  ] as const)('%s', (_name, url, more, codes) => {
    const changes = changesOfFile(media(url, 5_000_000, more), media(url, 6_000_000, more), '001-dawn', place)
    expect(changes.map(({problem}) => problem.code)).toEqual(codes)
  })

  it('and another type is a change at any host', () => {
    const url = 'https://traffic.megaphone.fm/1'
    const changes = changesOfFile(media(url, 5), media(url, 6, {type: 'audio/x-m4a'}), '001-dawn', place)
    expect(changes.map(({problem}) => problem.code)).toEqual(['enclosure-type-changed'])
  })
})
