/** A text that is unpacked whenever it is asked for. */
export type PackedText = () => string

/** Keeps a long text outside the heap of JavaScript, where it takes half the space and no collector goes over it. */
export function packedText(text: string): PackedText {
  if (text === '') return () => ''
  const bytes = Buffer.from(text)
  return () => bytes.toString()
}
