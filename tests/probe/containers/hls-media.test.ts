import {mkdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {probeEpisode} from '../../../src/probe/probe.ts'
import {episodeWith} from '../episode-with.ts'
import {mediaFolder, source} from '../made-media.ts'

const media = mediaFolder()
const hls = ['-f', 'hls', '-hls_time', '2', '-hls_list_size', '0']

async function probe(location: string) {
  const outcome = await probeEpisode(episodeWith([{location, kind: 'audio'}]), media.folder)
  const codes = outcome.problems.map(({code}) => code).filter((code) => code !== 'media-not-for-apple')
  return {asset: outcome.ok ? outcome.value.media[0] : undefined, codes}
}

describe('an HLS playlist', () => {
  it('of sound alone lasts as long as its segments', async () => {
    media.make('sound.m3u8', 7, source.tone, ['-c:a', 'aac', ...hls, '-hls_segment_filename', media.at('part%d.aac')])
    const {asset, codes} = await probe('sound.m3u8')
    expect(codes).toEqual([])
    expect(asset).toMatchObject({
      kind: 'audio',
      facts: {mimeType: 'application/vnd.apple.mpegurl', sizeInBytes: media.read('sound.m3u8').length},
    })
    expect(asset?.facts.durationInSeconds).toBeCloseTo(7, 0)
    // Size over duration would be that of a text.
    expect(asset?.facts).not.toHaveProperty('bitrateInBitsPerSecond')
  })

  it('of several variants lasts as long as the first, and has its codecs and picture', async () => {
    mkdirSync(media.at('hls'))
    const film = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-preset', 'ultrafast', '-c:a', 'aac']
    const names = ['-master_pl_name', 'all.m3u8', '-hls_segment_filename', media.at('hls/part%d.ts')]
    media.make('hls/low.m3u8', 6, source.both, [...film, ...hls, ...names])
    const {asset, codes} = await probe('hls/all.m3u8')
    expect(codes).toEqual([])
    expect(asset).toMatchObject({
      kind: 'video',
      facts: {widthInPixels: 160, heightInPixels: 90, codecs: expect.stringMatching(/^avc1\.\w+, mp4a\.40\.2$/)},
    })
    expect(asset?.facts.durationInSeconds).toBeCloseTo(6, 0)
    expect(asset?.facts.bitrateInBitsPerSecond).toBeGreaterThan(1000)
  })

  it('that is still growing has no duration', async () => {
    const text = media.read('sound.m3u8').toString().replace('#EXT-X-ENDLIST\n', '')
    media.write('growing.m3u8', text)
    expect((await probe('growing.m3u8')).codes).toEqual(['media-duration-unknown'])
  })

  it('whose last segment is missing was cut', async () => {
    const text = media.read('sound.m3u8').toString()
    media.write('cut.m3u8', text.slice(0, text.lastIndexOf('part')))
    expect((await probe('cut.m3u8')).codes).toContain('media-truncated')
  })

  it.each(['https://elsewhere.example/low.m3u8', '../../etc/passwd', '/etc/passwd', 'absent.m3u8', '%E0%A4%A.m3u8'])(
    'does not go out of the show folder for a variant: %s',
    async (uri) => {
      media.write('outside.m3u8', `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="mp4a.40.2"\n${uri}\n`)
      const {asset, codes} = await probe('outside.m3u8')
      expect(codes).toEqual(['media-duration-unknown'])
      expect(asset).toMatchObject({kind: 'audio', facts: {codecs: 'mp4a.40.2'}})
    },
  )
})
