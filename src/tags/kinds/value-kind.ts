/** What an author wrote for a key. Scalars are text, whatever the syntax (YAML, TOML, JSON); `null` is an empty value. */
export type Authored = string | null | readonly Authored[] | {readonly [key: string]: Authored}

/** Why a value, or a part of one, cannot be what its key means. */
export type Wrong = {
  readonly wrong: string
  readonly hint?: string
  /** Where inside the value, by keys as the author spells them and by indexes. Absent: all of it. */
  readonly at?: readonly string[]
}

export type Reading<T> =
  | {
      readonly value: T
      /** Said to the author as a note, e.g. what was assumed. */
      readonly remark?: string
      /** The remark is a warning: what the author wrote contradicts the value. */
      readonly isDoubtful?: boolean
      /** Parts that are not in the value, because they are wrong: an item of a list, the size of a file. */
      readonly leftOut?: readonly Wrong[]
    }
  | {readonly absent: true}
  | Wrong

export type ReadingContext = {
  /** IANA name; for dates that carry no zone. */
  readonly timeZone: string
}

/** JSON Schema 2020-12, as far as editors use it. */
export type JsonSchema = {readonly [keyword: string]: unknown}

/** A kind of value: how it is read from what the author wrote, how docs name it, what editors are told of it. */
export type ValueKind<T> = {
  /** For the docs table: `text`, `duration`, `list of people`. */
  readonly name: string
  readonly jsonSchema: JsonSchema
  readonly read: (authored: Authored, context: ReadingContext) => Reading<T>
}
