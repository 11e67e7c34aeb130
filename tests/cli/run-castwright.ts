import {spawnSync} from 'node:child_process'
import {Console} from 'node:console'
import {join} from 'node:path'
import {Readable, Writable} from 'node:stream'
import {run} from '../../src/cli/run.ts'

const main = join(import.meta.dirname, '../../dist/bin/castwright.js')

export type Ran = {readonly status: number | null; readonly stdout: string; readonly stderr: string}

export type Where = {
  readonly folder?: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** A job of CI that runs these tests is not to be told of their builds. */
export const quiet = {GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '', NO_COLOR: '1'}

/** Runs the compiled program in `folder`, with `input` on standard input. It takes half a second of a processor to start. */
export function castwrightProgram(words: readonly string[], {folder = '.', input = '', env = {}}: Where = {}): Ran {
  const {status, stdout, stderr} = spawnSync(process.execPath, [main, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, ...quiet, ...env},
    input,
  })
  return {status, stdout, stderr}
}

/** Runs a command within this process, from the sources, with `input` on standard input. */
export async function castwrightHere(
  words: readonly string[],
  {folder = '.', input = '', env = {}}: Where = {},
): Promise<Ran> {
  const before = {folder: process.cwd(), console: globalThis.console}
  const given = {...quiet, ...env}
  const variables = Object.keys(given).map((name) => [name, process.env[name]] as const)
  const written = {stdout: '', stderr: ''}
  const into = (name: keyof typeof written) =>
    new Writable({
      decodeStrings: false,
      write(text, _encoding, done) {
        written[name] += text
        done()
      },
    })
  const streams = {
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    stdout: into('stdout'),
    stderr: into('stderr'),
  }
  const own = Object.keys(streams).map((name) => [name, Object.getOwnPropertyDescriptor(process, name)] as const)
  try {
    process.chdir(folder)
    Object.assign(process.env, given)
    for (const [name, value] of Object.entries(streams))
      Object.defineProperty(process, name, {value, configurable: true})
    globalThis.console = new Console(streams.stdout, streams.stderr)
    return {status: await run(words), ...written}
  } finally {
    globalThis.console = before.console
    for (const [name, descriptor] of own) Object.defineProperty(process, name, descriptor ?? {})
    for (const [name, value] of variables) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    process.chdir(before.folder)
  }
}
