/** Numbers that several threads take from, each number once: no thread waits for another to be given work. */
export type SharedQueue = {readonly indexes: readonly number[]; readonly taken: SharedArrayBuffer}

export function sharedQueue(indexes: readonly number[]): SharedQueue {
  return {indexes, taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)}
}

/** What is left of the queue, as long as other threads leave something. */
export function* takenFrom({indexes, taken}: SharedQueue): Generator<number> {
  const count = new Int32Array(taken)
  for (;;) {
    const index = indexes[Atomics.add(count, 0, 1)]
    if (index === undefined) return
    yield index
  }
}
