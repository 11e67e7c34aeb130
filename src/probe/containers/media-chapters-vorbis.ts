import {cueSheetChapters} from '../../chapters/cue-sheet.ts'
import {parseVorbisChapters} from '../../chapters/vorbis-comments.ts'
import type {Chapter} from '../../model/chapter.ts'
import {latin1} from './big-endian.ts'

/** Chapters of a block of Vorbis comments, else the tracks of a cue sheet in it. Ogg and FLAC have such blocks. https://xiph.org/vorbis/doc/v-comment.html */
export function vorbisCommentChapters(block: Uint8Array): readonly Chapter[] {
  const comments = commentsOf(block)
  const lines = comments.filter((each) => !isSheet(each))
  const chapters = parseVorbisChapters(lines.join('\n')).chapters.map(({line, ...chapter}) => chapter)
  const sheet = comments.find(isSheet)
  return chapters.length > 0 || sheet === undefined ? chapters : cueSheetChapters(sheet.slice(sheetKey.length))
}

const sheetKey = 'CUESHEET='

function isSheet(comment: string): boolean {
  return comment.slice(0, sheetKey.length).toUpperCase() === sheetKey
}

/** The comments about chapters. Covers are comments too and have megabytes, so only these are decoded. */
function commentsOf(block: Uint8Array): readonly string[] {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
  const lengthAt = (offset: number): number => (offset + 4 <= block.length ? view.getUint32(offset, true) : 0)
  const lines: string[] = []
  let offset = 4 + lengthAt(0)
  const count = lengthAt(offset)
  offset += 4
  for (let index = 0; index < count && offset + 4 <= block.length; index += 1) {
    const start = offset + 4
    offset = start + lengthAt(offset)
    const key = latin1(block, start, sheetKey.length).toUpperCase()
    if (key !== sheetKey && !key.startsWith('CHAPTER')) continue
    const text = new TextDecoder().decode(block.subarray(start, offset))
    lines.push(key === sheetKey ? text : text.replace(/\s+/g, ' '))
  }
  return lines
}
