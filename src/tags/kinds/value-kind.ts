/** What an author wrote for a key. Scalars are text, whatever the syntax (YAML, TOML, JSON); `null` is an empty value. */
export type Authored = string | null | readonly Authored[] | {readonly [key: string]: Authored}

/** Why a value, or a part of one, cannot be what its key means. */
export type Wrong = {
  readonly wrong: string
  readonly hint?: string
  /** Where inside the value, by keys as the author spells them and by indexes. Absent: all of it. */
  readonly at?: readonly string[]
  /** The key there is wrong, and not what it holds. */
  readonly isKey?: true
  /** What else is wrong, where nothing of the value is left. */
  readonly others?: readonly Wrong[]
}

export type Reading<T> =
  | {
      readonly value: T
      /** A note to the author, such as what was assumed. */
      readonly remark?: string
      /** Set if the remark is a warning, because what the author wrote contradicts the value. */
      readonly isDoubtful?: boolean
      /** Parts that were wrong and are not in the value: an item of a list, the size of a file. */
      readonly leftOut?: readonly Wrong[]
    }
  | {readonly absent: true}
  | Wrong

export type ReadingContext = {
  /** IANA name; for dates that carry no zone. */
  readonly timeZone: string
}

/** The part of JSON Schema 2020-12 that editors use. */
export type JsonSchema = {readonly [keyword: string]: unknown}

/** A kind of value: how it is read from what the author wrote, what the docs call it, and what editors learn about it. */
export type ValueKind<T> = {
  /** For the docs table: `text`, `duration`, `list of people`. */
  readonly name: string
  readonly jsonSchema: JsonSchema
  readonly read: (authored: Authored, context: ReadingContext) => Reading<T>
}
