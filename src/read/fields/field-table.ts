import type {Place, Problem} from '../../model/problem.ts'
import type {ReadingContext, ValueKind} from '../../tags/kinds/value-kind.ts'
import type {AuthoredKey} from '../../tags/tag.ts'
import type {FrontMatter} from '../data/authored-data.ts'

/** One field: what it is called, how it is read, and what the docs and editors are told. */
export type FieldRow<T> = {
  /** Every key that holds the field, the best first. A dot reaches into a map: `episode.title`. Case, `_` and `-` make no difference. */
  readonly keys: readonly [string, ...string[]]
  readonly kind: ValueKind<T>
  readonly summary: string
  /** An example as one writes it in YAML. */
  readonly example: string
  readonly default?: string
  /** Several of the keys may be there at once, and their lists are joined. Otherwise only the first key that has a value counts. */
  readonly joins?: boolean
  /**
   * Other tools mean different things by these keys (by all of them, or by those listed). So it is no mistake if the values differ, and a
   * difference is reported once for the show.
   */
  readonly mayDiffer?: boolean | readonly string[]
  /** Where the values differ, the order of the keys decides on purpose. So a difference is a warning even if the field is decisive. */
  readonly isRanked?: boolean
  /** Whether two values that are not equal still say the same. */
  readonly agree?: (one: unknown, other: unknown) => boolean
  /**
   * Without the value of the field, a listener would be lost, something would leak, or a feed would be wrong for good. So a wrong value is
   * an error. A wrong value of any other field is left out with a warning.
   */
  readonly isDecisive?: boolean
}

export type FieldTable = Readonly<Record<string, FieldRow<unknown>>>

export function row<T>(fields: FieldRow<T>): FieldRow<T> {
  return fields
}

/** The values that the rows of `T` read. Every field may be absent. */
export type FieldsOf<T extends FieldTable> = {
  readonly [N in keyof T]?: T[N]['kind'] extends ValueKind<infer V> ? V : never
}

export type FieldSettings<T extends FieldTable> = {
  readonly table: T
  readonly tags: readonly AuthoredKey[]
  /** Canonical name (or any known one) -> the key that this show uses for it. */
  readonly fieldNames: ReadonlyMap<string, string>
  /** Keys that the show has for other tools. They are never taken for a slip and never reported. */
  readonly otherKeys: readonly string[]
  /** Whether all fields are decisive; see `FieldRow`. */
  readonly isDecisive?: boolean
}

/** A key whose value is not used. `insteadOf` is the key that counts where both are there. */
export type UnknownKey = {
  readonly key: string
  readonly place: Place
  readonly insteadOf?: string
  /** This is there if it is no key, but a mark in the text that means something to another tool. It is the mark as it stands there. */
  readonly mark?: string
}

export type ReadFields<T extends FieldTable> = {
  readonly fields: FieldsOf<T>
  readonly tagValues: ReadonlyMap<string, unknown>
  /** Field name -> line and column in the file, for the fields that were written. */
  readonly places: ReadonlyMap<string, Place>
  /** Fields that were written, but wrong. Their value is absent, but the author did not leave the field out. */
  readonly wrongFields: ReadonlyMap<string, Problem>
  /** The exact place of a field's value, or of what `at` leads to in it. Only checks that fail ask for it, because it costs another parse. */
  readonly placeOf: (name: keyof T & string, at?: readonly string[]) => Place
  readonly unknownKeys: readonly UnknownKey[]
  readonly problems: readonly Problem[]
}

export type FieldReader<T extends FieldTable> = (source: FrontMatter, context: ReadingContext) => ReadFields<T>
