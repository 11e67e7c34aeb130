/** Somebody who takes part. Role and group are the podcast namespace's (taxonomy.json), spelled as there. */
export type Person = {
  readonly name: string
  readonly role: string
  readonly group: string
  readonly url?: string
  readonly image?: string
  /** In which the picture is also published for pages (`resizedPath`). */
  readonly imageWidths?: readonly number[]
  /** Other names the person goes by in transcripts: a handle, a nickname, a diariser's letter. */
  readonly aliases?: readonly string[]
}

/** Everybody once, also where somebody has several roles. */
export function eachOnce(people: readonly Person[]): readonly Person[] {
  const seen = new Set<string>()
  return people.filter(({name}) => {
    const isNew = !seen.has(name.toLowerCase())
    seen.add(name.toLowerCase())
    return isNew
  })
}
