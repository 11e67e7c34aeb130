import {version} from '../index.ts'
import {type Command, exitCodes, isUsageError} from './command.ts'
import {commands} from './commands.ts'
import {commandHelp, generalHelp} from './help.ts'
import {nearest, parseArguments} from './parse-arguments.ts'
import {refuseUsage} from './print-result.ts'

function findCommand(name: string): Command | undefined {
  return commands.find((each) => each.name === name || each.aliases.includes(name))
}

/** Runs one command line; the value is the exit code. The only place that tells the author's mistakes from our bugs. */
export async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(generalHelp(commands))
    return name === undefined ? exitCodes.usage : exitCodes.clean
  }
  if (name === '--version' || name === '-v') {
    console.log(version)
    return exitCodes.clean
  }
  const command = findCommand(name)
  if (command === undefined) {
    const near = nearest(
      name,
      commands.flatMap((each) => [each.name, ...each.aliases]),
    )
    return refuseUsage(
      `there is no command ${name}`,
      near === undefined ? 'castwright --help lists the commands' : `Did you mean castwright ${near}?`,
    )
  }
  const given = parseArguments(command, rest)
  if (isUsageError(given)) return refuseUsage(given.usageError, given.hint ?? `castwright ${command.name} --help`)
  if (given.values.help === true) {
    console.log(commandHelp(command))
    return exitCodes.clean
  }
  const {format = 'text'} = given.values
  const formats = ['text', 'json', ...(command.otherFormats ?? [])]
  if (!formats.some((each) => each === format))
    return refuseUsage(`--format ${format} is not known`, `Write --format ${formats.join(' or --format ')}`)
  try {
    return await command.run(given)
  } catch (error) {
    console.error('castwright: this is a bug of ours, not a mistake in your show. Please report it with these lines:')
    console.error(error)
    return exitCodes.bug
  }
}
