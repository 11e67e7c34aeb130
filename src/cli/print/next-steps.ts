import {setText, textWidth} from './wrapped-text.ts'

/** What a person does next: a command a line, and what it is for, in two columns. */
export function nextSteps(steps: readonly (readonly [command: string, why: string])[]): readonly string[] {
  const width = Math.max(...steps.map(([command, why]) => (why === '' ? 0 : command.length)))
  const lines = steps.flatMap(([command, why], index) =>
    why === ''
      ? setText([{text: command}], textWidth(), `  ${index + 1}. `)
      : setText([{text: why}], textWidth(), `  ${index + 1}. ${command.padEnd(width)}  `),
  )
  return ['Next:', ...lines]
}
