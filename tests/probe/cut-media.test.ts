import {describe, expect, it} from 'vitest'
import {probeEpisode} from '../../src/probe/probe.ts'
import {ofSeries} from '../series.ts'
import {episodeWith} from './episode-with.ts'
import {mediaFolder, source} from './made-media.ts'

const media = mediaFolder()
const {tone, speechlike, both} = source
const h264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-preset', 'ultrafast', '-g', '10']

const wholes = [
  ...media.makeAll(10, speechlike, [
    ['vbr.mp3', ['-q:a', '6']],
    ['no-header.mp3', ['-q:a', '6', '-write_xing', '0']],
  ]),
  media.make('fragments.mp4', 10, both, [...h264, '-movflags', 'frag_keyframe+empty_moov']),
  ...media.makeAll(10, tone, [
    ['index-first.m4a', ['-c:a', 'aac', '-movflags', '+faststart']],
    ['index-last.m4a', ['-c:a', 'aac']],
    ['opus.ogg', ['-c:a', 'libopus']],
    ['live.webm', ['-c:a', 'libopus', '-live', '1']],
  ]),
]
const count = ofSeries(20, 4)
const places = Array.from({length: count}, (_, index) => (index + 0.5) / count)

describe('a file cut off anywhere', () => {
  it.each(wholes)('%s: lasts as long as what is left of it, or is said to be cut', async (name) => {
    const wrong: string[] = []
    for (const share of places) {
      const copy = media.cut(name, `cut-${name}`, share)
      const outcome = await probeEpisode(episodeWith([{location: copy, kind: 'audio'}]), media.folder)
      const isSaid = outcome.problems.some(({severity}) => severity === 'error')
      const found = outcome.ok ? (outcome.value.media[0]?.facts.durationInSeconds ?? 0) : 0
      const apartInSeconds = isSaid ? 0 : Math.abs(found - media.packetsEndInSeconds(copy))
      if (!(apartInSeconds < 0.15)) wrong.push(`at ${share}: ${found}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('a name that lies', () => {
  it.each(wholes.flatMap((name) => (name.endsWith('.mp3') ? [] : [name])))(
    '%s named .mp3: its bytes decide, and the name is warned about',
    async (name) => {
      media.write('named.mp3', media.read(name))
      const outcome = await probeEpisode(episodeWith([{location: 'named.mp3', kind: 'audio'}]), media.folder)
      expect(outcome.problems.map(({code}) => code)).toContain('media-extension-wrong')
      expect(outcome.ok && outcome.value.media[0]?.facts.mimeType).not.toBe('audio/mpeg')
      expect(outcome.ok && outcome.value.media[0]?.facts.durationInSeconds).toBeGreaterThan(9)
    },
  )

  it.each(['.mp3', '.m4a', '.mp4', '.ogg', '.webm', '.flac', '.wav', '.aac', '.m3u8'])(
    '%s of no bytes is an error',
    async (end) => {
      media.write(`empty${end}`, '')
      const outcome = await probeEpisode(episodeWith([{location: `empty${end}`, kind: 'audio'}]), media.folder)
      expect(outcome.problems.map(({code}) => code)).toEqual(['media-empty'])
    },
  )
})
