import type {Command, Option} from '../command.ts'
import {commonOptions} from '../parse-arguments.ts'
import {paint} from '../print/print-problems.ts'
import {setText, textWidth} from '../print/wrapped-text.ts'

const optionColumns = 30

function optionLines([name, {short, value, summary}]: readonly [string, Option], width: number): readonly string[] {
  const flag = `  ${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
  const [first = '', ...more] = setText([{text: summary}], width, ' '.repeat(optionColumns))
  // A long flag has a line of its own.
  if (flag.length >= optionColumns) return [flag, first, ...more]
  return [`${flag.padEnd(optionColumns)}${first.trimStart()}`, ...more]
}

/** The options of a command, and those that all commands have. `--format` names the values that this command knows. */
function optionsOf({options, otherFormats = []}: Command): Readonly<Record<string, Option>> {
  const {format, ...common} = commonOptions
  const value = ['text', 'json', ...otherFormats].join('|')
  return {...options, ...(format === undefined ? {} : {format: {...format, value}}), ...common}
}

export function commandHelp(command: Command): string {
  const width = textWidth()
  const {name, usage, aliases, summary, examples, topic} = command
  const longest = Math.max(...examples.map(([line]) => line.length))
  return [
    paint('bold', `castwright ${name} ${usage}`.trim()),
    '',
    ...setText([{text: summary}], width, '  '),
    ...(aliases.length === 0 ? [] : [`  It is also called ${aliases.join(', ')}.`]),
    '',
    ...Object.entries(optionsOf(command)).flatMap((option) => optionLines(option, width)),
    '',
    ...examples.flatMap(([line, meaning]) =>
      longest + meaning.length + 4 > width
        ? [`  ${paint('cyan', line)}`, ...setText([{text: meaning, style: 'dim'}], width, '      ')]
        : [`  ${paint('cyan', line.padEnd(longest))}  ${paint('dim', meaning)}`],
    ),
    '',
    `  castwright help ${topic}  tells more`,
    '',
  ].join('\n')
}

/** The first sentence: `Makes a show of a repository as it is`. */
function firstSentence(summary: string): string {
  return /^.*?(?=[.;](?:\s|$)|$)/s.exec(summary)?.[0] ?? summary
}

export function generalHelp(commands: readonly Command[]): string {
  const width = textWidth()
  const nameColumns = Math.max(...commands.map(({name}) => name.length)) + 4
  const lines = commands.flatMap(({name, summary}) => {
    const [first = '', ...more] = setText([{text: firstSentence(summary)}], width, ' '.repeat(nameColumns))
    return [`  ${paint('bold', name.padEnd(nameColumns - 2))}${first.trimStart()}`, ...more]
  })
  return [
    'castwright publishes a podcast from a folder of Markdown.',
    '',
    ...lines,
    '',
    '  castwright COMMAND --help    options and examples of a command',
    '  castwright help topics       the parts of the guide',
    '  castwright --version',
    '',
    'Exit codes: 0 clean, 1 problems in the show, 2 wrong usage, 3 no episode is waiting (next), 70 a bug of ours.',
    '',
  ].join('\n')
}
