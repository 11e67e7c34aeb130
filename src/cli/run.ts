import {version} from '../version.ts'
import {type Command, exitCodes, isUsageError} from './command.ts'
import {commands} from './commands.ts'
import {commandHelp, generalHelp} from './help/command-help.ts'
import {nearest, parseArguments} from './parse-arguments.ts'
import {refuseUsage} from './print/refuse-usage.ts'
import {sayWhenStopped} from './print/stop-sentence.ts'

function findCommand(name: string): Command | undefined {
  return commands.find((each) => each.name === name || each.aliases.includes(name))
}

/**
 * Runs one command line and returns the exit code. `prepare` is called before anything of the program is loaded. This is the only place
 * that tells a mistake of the author from a bug of ours.
 */
export async function run(words: readonly string[], prepare: () => Promise<void> = async () => {}): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
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
  const asked = name === 'help' && rest.length === 1 ? findCommand(rest[0] ?? '') : undefined
  if (asked !== undefined) {
    console.log(await commandHelp(asked, prepare))
    return exitCodes.clean
  }
  const given = parseArguments(command, rest)
  if (isUsageError(given)) return refuseUsage(given.usageError, given.hint ?? `castwright ${command.name} --help`)
  if (given.values.help === true) {
    console.log(await commandHelp(command, prepare))
    return exitCodes.clean
  }
  const {format = 'text'} = given.values
  const formats = ['text', 'json', ...(command.otherFormats ?? [])]
  if (!formats.some((each) => each === format))
    return refuseUsage(`--format ${format} is not known`, `Write --format ${formats.join(' or --format ')}`)
  const forget = command.runsUntilStopped === true ? () => undefined : sayWhenStopped(command.name)
  try {
    await prepare()
    return await (await command.load())(
      given,
      commands.map((each) => each.name),
    )
  } catch (error) {
    const {systemRefusal} = await import('../text/system-refusal.ts')
    const refusal = systemRefusal(error)
    if (refusal !== undefined) {
      console.error(`castwright: ${refusal}\n    Mend that, and run the same command again`)
      return exitCodes.problems
    }
    console.error('castwright: this is a bug of ours, not a mistake in your show. Please report it with these lines:')
    console.error(error)
    return exitCodes.bug
  } finally {
    forget()
  }
}
