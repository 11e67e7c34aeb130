/** A path or an address as it is typed into a shell: between quotation marks if it has blanks or marks that a shell understands. */
export function typedWord(word: string): string {
  return /^[\p{L}\p{M}\p{N}_./:~@%+,=-]+$/u.test(word) ? word : `"${word.replace(/["$`\\]/g, '\\$&')}"`
}
