/** `text`, or its beginning with `…`, of at most so many characters as people count them. */
export function cutToCharacters(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text
  const characters = [...text]
  return characters.length <= maxCharacters
    ? text
    : `${characters
        .slice(0, maxCharacters - 1)
        .join('')
        .trimEnd()}…`
}

const ellipsisInBytes = 3

/** The same in bytes of UTF-8, which is what Apple counts; never half a character. */
export function cutToBytes(text: string, maxBytes: number): string {
  const encoder = new TextEncoder()
  if (encoder.encode(text).length <= maxBytes) return text
  let bytes = ellipsisInBytes
  let end = 0
  for (const character of text) {
    bytes += encoder.encode(character).length
    if (bytes > maxBytes) break
    end += character.length
  }
  return `${text.slice(0, end).trimEnd()}…`
}
