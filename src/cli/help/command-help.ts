import type {Command, Described, Option} from '../command.ts'
import {commonOptions} from '../parse-arguments.ts'
import {paint} from '../print/paint.ts'
import {setText, textWidth} from '../print/wrapped-text.ts'

const optionColumns = 30

async function summaryOf({summary, known}: Described): Promise<string> {
  return known === undefined ? summary : summary.replace('{known}', (await known()).join(', '))
}

async function optionLines(name: string, option: Option, width: number): Promise<readonly string[]> {
  const {short, value} = option
  const flag = `  ${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
  const [first = '', ...more] = setText([{text: await summaryOf(option)}], width, ' '.repeat(optionColumns))
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

/** The help of one command; `prepare` is called if some of it is known to the program alone. */
export async function commandHelp(command: Command, prepare: () => Promise<void>): Promise<string> {
  const width = textWidth()
  const {name, usage, aliases, examples, topic} = command
  const options = Object.entries(optionsOf(command))
  if ([command, ...Object.values(command.options)].some(({known}) => known !== undefined)) await prepare()
  const longest = Math.max(...examples.map(([line]) => line.length))
  return [
    paint('bold', `castwright ${name} ${usage}`.trim()),
    '',
    ...setText([{text: await summaryOf(command)}], width, '  '),
    ...(aliases.length === 0 ? [] : [`  It is also called ${aliases.join(', ')}.`]),
    '',
    ...(await Promise.all(options.map(([name, option]) => optionLines(name, option, width)))).flat(),
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
