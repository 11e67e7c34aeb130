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

/**
 * So many parts are judged at once. They go from step to step together, so that what a step needs of the processor and of V8's
 * compiler serves all of them. One by one would take a fifteenth more of processor time; more at once would take more memory.
 */
const mostAtOnce = 16
/** Enough to keep a disk busy. */
const fewestAtOnce = 8

/**
 * Does `work` for what is left of the queue. Towards the end it takes ever fewer at once, so that none of the `threads` still has
 * much to do when the others have nothing left.
 */
export async function workThrough(
  queue: SharedQueue,
  threads: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  const count = new Int32Array(queue.taken)
  const left = () => queue.indexes.length - Atomics.load(count, 0)
  let begun = 0
  const oneByOne = async () => {
    while (begun < Math.max(fewestAtOnce, left() / (2 * threads))) {
      const index = queue.indexes[Atomics.add(count, 0, 1)]
      if (index === undefined) return
      begun += 1
      await work(index)
      begun -= 1
    }
  }
  await Promise.all(Array.from({length: mostAtOnce}, oneByOne))
}
