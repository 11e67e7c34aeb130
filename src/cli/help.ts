import type {Command, Option} from './command.ts'
import {commonOptions} from './parse-arguments.ts'

function optionLine([name, {short, value, summary}]: readonly [string, Option]): string {
  const flag = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
  return `  ${flag.padEnd(28)} ${summary}`
}

export function commandHelp(command: Command): string {
  const options = Object.entries({...command.options, ...commonOptions}).map(optionLine)
  return [`castwright ${command.name} ${command.usage}`.trim(), '', `  ${command.summary}`, '', ...options, ''].join(
    '\n',
  )
}

export function generalHelp(commands: readonly Command[]): string {
  const lines = commands.map(({name, usage, summary}) => `  ${`castwright ${name} ${usage}`.padEnd(34)} ${summary}`)
  return [
    'castwright publishes a podcast from a folder of Markdown.',
    '',
    ...lines,
    '',
    '  castwright COMMAND --help          the options of a command',
    '  castwright --version',
    '',
    'Exit codes: 0 clean, 1 problems in the show, 2 wrong usage, 3 no episode is waiting (next), 70 a bug of ours.',
    '',
  ].join('\n')
}
