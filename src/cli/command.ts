/**
 * Words of help. `{known}` in the summary stands for what only the program knows, such as the names of all formats: it is loaded when
 * somebody reads that help, and not before.
 */
export type Described = {readonly summary: string; readonly known?: () => Promise<readonly string[]>}

/** An option of a command, as `node:util` parses it and as help shows it. */
export type Option = Described & {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What stands for the value in help: `FOLDER`. */
  readonly value?: string
  /** It takes several values, with commas between them. If it is given twice, the values of both count. */
  readonly isList?: true
}

export type Arguments = {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** Does what a command is for, and returns the exit code. */
export type Run = (given: Arguments, commandNames: readonly string[]) => Promise<number>

/**
 * One command. The row says everything about it: help, parsing and refusals follow from it, and are over before anything else is loaded.
 * The summary says what it does; its first sentence stands in the list of commands.
 */
export type Command = Described & {
  readonly name: string
  readonly aliases: readonly string[]
  /** How it is called, after the name: `[FOLDER]`. */
  readonly usage: string
  /** A line as it is typed, and what it does. */
  readonly examples: readonly (readonly [line: string, meaning: string])[]
  /** The part of the guide that tells more: `castwright help TOPIC` prints it. */
  readonly topic: string
  readonly maxPositionals: number
  readonly options: Readonly<Record<string, Option>>
  /** Values of `--format` that only this command has, beside `text` and `json`. */
  readonly otherFormats?: readonly string[]
  /** It runs until somebody stops it, and ends well then. */
  readonly runsUntilStopped?: true
  /** Loads what it runs, and with it the program. */
  readonly load: () => Promise<Run>
}

/** Exit codes are an interface for CI: permanent. */
export const exitCodes = {clean: 0, problems: 1, usage: 2, nothing: 3, bug: 70} as const

/** A mistake in the command line, with the words for it. */
export type UsageError = {readonly usageError: string; readonly hint?: string}

export function isUsageError(value: object): value is UsageError {
  return 'usageError' in value
}
