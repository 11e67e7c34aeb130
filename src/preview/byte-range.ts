/** Bytes from the first to the last, both of them included. */
export type ByteRange = {readonly first: number; readonly last: number}

/**
 * The one range that a request asks for (https://www.rfc-editor.org/rfc/rfc9110#name-range-requests). `whole` if it asks for
 * none, for several, or for what this server does not understand. The server may then answer with everything.
 */
export function rangeOf(header: string | undefined, sizeInBytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const [, from = '', to = ''] = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return 'whole'
  const end = sizeInBytes - 1
  if (from === '') {
    // The last so many bytes.
    const count = Number(to)
    return count === 0 || sizeInBytes === 0 ? 'unsatisfiable' : {first: Math.max(0, sizeInBytes - count), last: end}
  }
  const first = Number(from)
  if (to !== '' && Number(to) < first) return 'whole'
  return first > end ? 'unsatisfiable' : {first, last: to === '' ? end : Math.min(Number(to), end)}
}
