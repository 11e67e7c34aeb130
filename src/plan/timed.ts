/** Options with the time that counts as now. */
export type Timed<T> = T & {readonly now: Date}

/**
 * The options of a call of the library. Where the caller gave no time, it is that of this machine, asked once: all episodes and shows of
 * a call are held against the same moment.
 */
export function timed<T extends {readonly now?: Date}>(options: T): Timed<T> {
  return {...options, now: options.now ?? new Date()}
}
