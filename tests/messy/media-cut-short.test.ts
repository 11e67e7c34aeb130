import {describe, expect, it} from 'vitest'
import {media, planFiles} from '../temporary-show.ts'

const episode = '---\ntitle: One\ndate: 2026-01-31\n---\nHello.\n'

async function said(file: string, bytes: Uint8Array) {
  const {problems} = await planFiles({'one.md': episode, [file]: bytes})
  return problems
}

/** The top-level boxes of an MP4. */
function boxesOf(mp4: Buffer): readonly Buffer[] {
  const boxes: Buffer[] = []
  for (let offset = 0; offset < mp4.length; ) {
    const size = mp4.readUInt32BE(offset)
    boxes.push(mp4.subarray(offset, offset + size))
    offset += size
  }
  return boxes
}

describe('media that are cut short are said', () => {
  it('an MP4 that has its index and no data', async () => {
    const bare = Buffer.concat(boxesOf(media.mp4).filter((box) => box.toString('latin1', 4, 8) !== 'mdat'))
    expect(await said('one.mp4', bare)).toContainEqual(expect.objectContaining({code: 'media-truncated'}))
    expect((await said('one.mp4', media.mp4)).map(({code}) => code)).not.toContain('media-truncated')
  })

  it('an MP3 whose header counts more frames than there are, and no bytes', async () => {
    const mp3 = Buffer.from(media.mp3)
    const header = Math.max(mp3.indexOf('Xing'), mp3.indexOf('Info'))
    expect(header).toBeGreaterThan(0)
    const flags = mp3.readUInt32BE(header + 4)
    mp3.writeUInt32BE(flags & ~2, header + 4)
    // What follows moves up where the number of bytes is not there; only the frames are read.
    mp3.writeUInt32BE(2300, header + 8)
    const problems = await said('one.mp3', mp3)
    expect(problems).toContainEqual(expect.objectContaining({code: 'media-header-disagrees', severity: 'warning'}))
  })
})
