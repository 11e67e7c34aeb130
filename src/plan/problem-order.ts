import type {Problem} from '../model/problem.ts'

/** Sorts problems by place, so that a person works through a file from the top. What has no place comes first. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const key = ({file = '', line = 0, column = 0}: Problem) => [file, line, column] as const
  // Each episode that reads a file (such as one about a person) has the problems of that file. They are said once.
  const once = new Map(problems.map((each) => [JSON.stringify([each.code, ...key(each), each.message]), each]))
  return [...once.values()].sort((one, other) => {
    const [a, b] = [key(one), key(other)]
    if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
    return a[1] - b[1] || a[2] - b[2]
  })
}
