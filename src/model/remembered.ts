const mostRemembered = 2000
const longestInCharacters = 100

/**
 * The function `of`, but what it says of a short text is remembered. It is for texts that return all through a show: names, labels, the
 * words of a language. `of` must depend on nothing else, and nobody may change its result.
 */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const results = new Map<string, {readonly result: T}>()
  return (text) => {
    const known = results.get(text)
    if (known !== undefined) return known.result
    const result = of(text)
    if (text.length > longestInCharacters) return result
    // Whatever returns is soon there again. To find what was used last would cost more than that.
    if (results.size === mostRemembered) results.clear()
    results.set(text, {result})
    return result
  }
}
