const mostRemembered = 2000
const longestInCharacters = 100

/**
 * The function `of`, with a memory of what it says of short texts. It is for texts that return often in a show: names, labels,
 * the words of a language. `of` must depend on nothing else, and nobody may change its result.
 */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const results = new Map<string, {readonly result: T}>()
  return (text) => {
    const known = results.get(text)
    if (known !== undefined) return known.result
    const result = of(text)
    if (text.length > longestInCharacters) return result
    // When the memory is full, all of it is forgotten: what returns is soon there again. To find out what was used last would
    // cost more.
    if (results.size === mostRemembered) results.clear()
    results.set(text, {result})
    return result
  }
}
