import {describe, expect, it} from 'vitest'
import {decodeText} from '../../src/text/encoding.ts'

const text = 'Grüße: 1\n00:00'

function utf16(content: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(content.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < content.length; index += 1)
    view.setUint16(index * 2, content.charCodeAt(index), littleEndian)
  return bytes
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text), 'utf-8', false],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`), 'utf-8', false],
    ['UTF-16 LE with a mark', utf16(`\uFEFF${text}`, true), 'utf-16le', false],
    ['UTF-16 BE with a mark', utf16(`\uFEFF${text}`, false), 'utf-16be', false],
    ['UTF-16 LE without a mark', utf16(text, true), 'utf-16le', true],
    ['UTF-16 BE without a mark', utf16(text, false), 'utf-16be', true],
    ['windows-1252', Uint8Array.from(text, (character) => character.charCodeAt(0)), 'windows-1252', true],
  ])('reads %s', (_, bytes, encoding, isGuess) => {
    const decoded = decodeText(bytes)
    expect(decoded.text).toBe(text)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.remark !== undefined).toBe(isGuess)
  })

  it('reads typographic quotes of windows-1252, which are not in Latin-1', () => {
    expect(decodeText(Uint8Array.of(0x93, 0x41, 0x94)).text).toBe('“A”')
  })

  it('reads no bytes as no text', () => {
    expect(decodeText(new Uint8Array())).toEqual({text: '', encoding: 'utf-8'})
  })
})
