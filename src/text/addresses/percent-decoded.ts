/** A part of an address as people write it. In what is encoded wrongly, each `%` is a character of its own, and it stays as it is. */
export function percentDecoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
