/**
 * A text that two values share exactly if they say the same. It is made for marks and keys, and nobody reads it back. The serialiser of
 * V8 does not do for them: what it writes depends on how V8 happens to hold a number, an array or a string, and that changes while a
 * program runs.
 */
export function stableText(value: unknown): string {
  const plain = (_name: string, member: unknown) =>
    member instanceof Map || member instanceof Set ? [...member] : member
  // There is none of `undefined`, whatever the type says.
  return JSON.stringify(value, plain) ?? ''
}
