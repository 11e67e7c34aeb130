import {parseArgs} from 'node:util'
import {closest, distance} from 'fastest-levenshtein'
import type {Arguments, Command, Option, UsageError} from './command.ts'

/** Options every command takes. */
export const commonOptions: Readonly<Record<string, Option>> = {
  help: {type: 'boolean', short: 'h', summary: 'show help'},
  format: {type: 'string', value: 'text|json', summary: 'how problems are printed'},
}

export function nearest(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined
  const near = closest(word, [...words])
  // Two letters in the wrong order make a distance of two.
  return distance(word, near) <= Math.max(2, Math.floor(word.length / 3)) ? near : undefined
}

/**
 * Parses strictly: an unknown flag is refused, with the flag that was probably meant. A slip that is ignored would be a setting that is
 * lost.
 */
export function parseArguments(command: Command, words: readonly string[]): Arguments | UsageError {
  const options = {...command.options, ...commonOptions}
  const {tokens} = parseArgs({args: [...words], options: parserOptions(options), strict: false, tokens: true})
  const values: Record<string, string | boolean | undefined> = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = options[token.name]
    if (option === undefined) return unknownOption(token.rawName, options)
    if (option.type === 'boolean' && token.value !== undefined) return {usageError: `${token.rawName} takes no value`}
    if (option.type === 'string' && (token.value === undefined || token.value.startsWith('--'))) {
      return {usageError: `${token.rawName} needs a value`, hint: `${token.rawName} ${option.value ?? 'VALUE'}`}
    }
    const earlier = option.isList === true ? values[token.name] : undefined
    values[token.name] = earlier === undefined ? (token.value ?? true) : `${earlier},${token.value}`
  }
  if (positionals.length > command.maxPositionals) {
    return {
      usageError: `"${positionals[command.maxPositionals]}" is one argument too many for castwright ${command.name}`,
    }
  }
  return {positionals, values}
}

function parserOptions(options: Readonly<Record<string, Option>>) {
  return Object.fromEntries(
    Object.entries(options).map(([name, {type, short}]) => [name, short === undefined ? {type} : {type, short}]),
  )
}

function unknownOption(rawName: string, options: Readonly<Record<string, Option>>): UsageError {
  const near = nearest(rawName.replace(/^-+/, ''), Object.keys(options))
  const usageError = `There is no option ${rawName}`
  return near === undefined ? {usageError} : {usageError, hint: `Did you mean --${near}?`}
}
