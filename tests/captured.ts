/** What the first group of `pattern` matches, each time that it does: texts of elements, values of attributes. */
export function captured(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}
