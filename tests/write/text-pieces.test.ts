import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {joinedPieces, pieceAfter, type TextPiece} from '../../src/text/text-piece.ts'
import {openOutput} from '../../src/write/write.ts'

const texts = ['Señal ', 'café – 2 ', '', 'Zürich ', 'Ende']

/** Every second piece in bytes, as a store of texts gives them: each overwrites the one before. */
function* overwritten(): Generator<TextPiece> {
  const shared = Buffer.alloc(100)
  for (const [index, text] of texts.entries()) yield index % 2 === 0 ? text : shared.subarray(0, shared.write(text))
}

describe('pieces of a text that are bytes', () => {
  it('are read before the next one overwrites them', () => {
    expect(joinedPieces(overwritten())).toBe(texts.join(''))
  })

  it('are published as they are', async () => {
    const output = mkdtempSync(join(tmpdir(), 'castwright-pieces-'))
    try {
      const opened = await openOutput(output)
      if (!opened.ok) throw new Error('The output cannot be opened')
      const {add, changedFile, close} = opened.value
      await add({path: 'feed.xml', mimeType: 'text/xml', rank: 'feed', source: 'show.yaml', pieces: overwritten()})
      expect(readFileSync(changedFile('feed.xml') ?? '', 'utf8')).toBe(texts.join(''))
      await close()
    } finally {
      rmSync(output, {recursive: true, force: true})
    }
  })

  it('get a separator as texts do', () => {
    const bytes = Buffer.from('é')
    expect(pieceAfter(',', 'é')).toBe(',é')
    expect(joinedPieces([pieceAfter(',', bytes)])).toBe(',é')
    expect(pieceAfter('', bytes)).toBe(bytes)
  })
})
