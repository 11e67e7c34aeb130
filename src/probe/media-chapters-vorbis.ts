import {parseVorbisChapters} from '../chapters/vorbis-comments.ts'
import type {Chapter} from '../model/chapter.ts'
import {latin1} from './big-endian.ts'

/** Chapters of a block of Vorbis comments, as Ogg and FLAC have it. https://xiph.org/vorbis/doc/v-comment.html */
export function vorbisCommentChapters(block: Uint8Array): readonly Chapter[] {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
  const lengthAt = (offset: number): number => (offset + 4 <= block.length ? view.getUint32(offset, true) : 0)
  const lines: string[] = []
  let offset = 4 + lengthAt(0)
  const count = lengthAt(offset)
  offset += 4
  for (let index = 0; index < count && offset + 4 <= block.length; index += 1) {
    const start = offset + 4
    offset = start + lengthAt(offset)
    // Covers are comments too, of megabytes: only what is wanted is decoded.
    if (latin1(block, start, 7).toUpperCase() !== 'CHAPTER') continue
    lines.push(new TextDecoder().decode(block.subarray(start, offset)).replace(/\s+/g, ' '))
  }
  return parseVorbisChapters(lines.join('\n')).chapters.map(({line, ...chapter}) => chapter)
}
