import {setText, textWidth} from './wrapped-text.ts'

/** What a longer command is for stands in a line of its own, or nothing would be left of the line. */
const widestColumn = 44

/** What a person does next: a command a line, and what it is for, in two columns. */
export function nextSteps(steps: readonly (readonly [command: string, why: string])[]): readonly string[] {
  const short = steps.filter(([command, why]) => why !== '' && command.length <= widestColumn)
  const width = Math.max(0, ...short.map(([command]) => command.length))
  const lines = steps.flatMap(([command, why], index) => {
    const start = `  ${index + 1}. `
    if (why === '') return setText([{text: command}], textWidth(), start)
    if (command.length <= widestColumn) return setText([{text: why}], textWidth(), `${start}${command.padEnd(width)}  `)
    return [`${start}${command}`, ...setText([{text: why}], textWidth(), ' '.repeat(start.length + width + 2))]
  })
  return ['Next:', ...lines]
}
