/** Who is right where the author and the source differ. Without a rule nobody is: a person decides, between marks as git shows them. */
export type MergeRule = {
  /**
   * Whether a field is as the source has it, whatever the author wrote there. It gets the lines of the field on both sides; `undefined`
   * where a side has none.
   */
  readonly isOfSource: (key: string, mine: string | undefined, theirs: string | undefined) => boolean
}
