/** Enough to keep the disk busy, few enough that memory stays flat. */
const usuallyAtOnce = 8

/** Runs `work` over `inputs`, several at once, results in the order of the inputs. */
export async function severalAtOnce<In, Out>(
  inputs: Iterable<In>,
  work: (input: In, index: number) => Promise<Out>,
  atOnce = usuallyAtOnce,
): Promise<readonly Out[]> {
  const results: Out[] = []
  let next = 0
  const iterator = inputs[Symbol.iterator]()
  const worker = async () => {
    for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
      const index = next
      next += 1
      results[index] = await work(step.value, index)
    }
  }
  await Promise.all(Array.from({length: atOnce}, worker))
  return results
}
