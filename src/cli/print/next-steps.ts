/** What a person does next: a command a line, and what it is for, in two columns. */
export function nextSteps(steps: readonly (readonly [command: string, why: string])[]): readonly string[] {
  const width = Math.max(...steps.map(([command]) => command.length))
  const lines = steps.map(
    ([command, why], index) => `  ${index + 1}. ${why === '' ? command : `${command.padEnd(width)}  ${why}`}`,
  )
  return ['Next:', ...lines]
}
