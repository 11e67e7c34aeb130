type Present<T> = {[K in keyof T as undefined extends T[K] ? never : K]: T[K]} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The members that have a value. An absent member and one that is `undefined` are different things in our types. */
export function present<T extends object>(record: T): Present<T> {
  const found: {[K in keyof T]?: T[K]} = {}
  for (const key in record) if (record[key] !== undefined) found[key] = record[key]
  return found as object as Present<T>
}
