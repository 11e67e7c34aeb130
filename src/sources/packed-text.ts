/** A text that is unpacked whenever it is asked for. */
export type PackedText = () => string

const chunkInBytes = 1024 * 1024
/** A character of JavaScript (16 bits) is at most three bytes of UTF-8. */
const mostBytesOfCharacter = 3

let chunk = Buffer.alloc(0)
let used = 0

/**
 * Keeps a long text outside the heap of JavaScript, where it takes half the space and no collector goes over it. Texts share chunks,
 * because a buffer of its own costs as much as a short text.
 */
export function packedText(text: string): PackedText {
  if (text === '') return () => ''
  const mostBytes = text.length * mostBytesOfCharacter
  if (chunk.length - used < mostBytes) {
    chunk = Buffer.allocUnsafeSlow(Math.max(chunkInBytes, mostBytes))
    used = 0
  }
  const [bytes, start] = [chunk, used]
  used += bytes.write(text, start)
  const end = used
  return () => bytes.toString('utf8', start, end)
}
