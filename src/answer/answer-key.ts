import {resolve} from 'node:path'
import {buildMark, version} from '../version.ts'

/** Variables that change what is printed or how dates are read, beside our own. */
const variables: ReadonlySet<string> = new Set([
  'FORCE_COLOR',
  'LANG',
  'LC_ALL',
  'NODE_DISABLE_COLORS',
  'NODE_OPTIONS',
  'NO_COLOR',
  'TERM',
  'TZ',
])

/**
 * Everything but files and the clock that a build and what it prints depend on: this program, its command line, where it was called and by
 * whom, the terminal, the environment.
 */
export function answerKey(command: string): string {
  const {env, platform, arch} = process
  const names = Object.keys(env).filter((name) => name.startsWith('CASTWRIGHT_') || variables.has(name))
  return JSON.stringify([
    [version, buildMark, process.version, platform, arch, process.execArgv],
    command,
    [resolve('.'), process.umask(), process.getuid?.() ?? ''],
    [process.stdout.isTTY === true, process.stdout.columns ?? 0],
    names.sort().map((name) => [name, env[name]]),
  ])
}

/** Whether a job of CI wants to be told of each build. It runs on a fresh checkout anyway, where nothing is known. */
export function isForJob({GITHUB_OUTPUT, GITHUB_STEP_SUMMARY}: NodeJS.ProcessEnv = process.env): boolean {
  return [GITHUB_OUTPUT, GITHUB_STEP_SUMMARY].some((file) => file !== undefined && file !== '')
}
