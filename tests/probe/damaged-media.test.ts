import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {probeEpisode} from '../../src/probe/probe.ts'
import {runs} from '../series.ts'
import {episodeWith} from './episode-with.ts'
import {mediaFolder, source} from './made-media.ts'

const media = mediaFolder()
const {tone, both} = source

const wholes = [
  ...media.makeAll(2, tone, [
    ['a.mp3', ['-q:a', '6']],
    ['a.m4a', ['-c:a', 'aac', '-movflags', '+faststart']],
    ['a.webm', ['-c:a', 'libopus', '-live', '1']],
    ['a.ogg', ['-c:a', 'libopus']],
    ['a.flac'],
    ['a.wav'],
  ]),
  media.make('fragments.mp4', 2, both, ['-c:v', 'libx264', '-movflags', 'frag_keyframe+empty_moov']),
]

// Damage is done where structure is: most of it lies at the start and the end of a file.
const damage = fc.record({
  places: fc.array(fc.tuple(fc.integer({min: -400, max: 1200}), fc.integer({min: 0, max: 255})), {maxLength: 12}),
  share: fc.double({min: 0.01, max: 1, noNaN: true}),
})

describe('damaged media', () => {
  it.each(wholes)('%s: whatever is wrong is a problem, never an exception, and no fact is nonsense', async (name) => {
    const whole = media.read(name)
    await fc.assert(
      fc.asyncProperty(damage, async ({places, share}) => {
        const bytes = Buffer.from(whole.subarray(0, Math.ceil(whole.length * share)))
        for (const [place, value] of places)
          if (bytes.at(place) !== undefined) bytes[(place + bytes.length) % bytes.length] = value
        const location = media.write(`damaged-${name}`, bytes)
        const outcome = await probeEpisode(episodeWith([{location, kind: 'audio'}]), media.folder)
        if (!outcome.ok) return outcome.problems.some((each) => each.severity === 'error')
        const duration = outcome.value.media[0]?.facts.durationInSeconds
        return duration === undefined || (Number.isFinite(duration) && duration >= 0)
      }),
      runs(40),
    )
    expect(whole.length).toBeGreaterThan(0)
  })
})
