import type {Problem} from '../model/problem.ts'

/** By place, so that a person works through a file from the top; what has no place comes first. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const key = ({file = '', line = 0, column = 0}: Problem) => [file, line, column] as const
  // A file that several episodes read, such as one about a person, is complained about by each of them.
  const once = new Map(problems.map((each) => [JSON.stringify([each.code, ...key(each), each.message]), each]))
  return [...once.values()].sort((one, other) => {
    const [a, b] = [key(one), key(other)]
    if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
    return a[1] - b[1] || a[2] - b[2]
  })
}
