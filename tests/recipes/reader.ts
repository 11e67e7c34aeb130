import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, extname, join, resolve} from 'node:path'
import {expect, onTestFinished} from 'vitest'
import {media} from '../temporary-show.ts'
import {stepsOf} from './recipe-steps.ts'

const captions = 'WEBVTT\n\n00:00.000 --> 00:00.700\nGood evening, and welcome aboard.\n'

/** What a reader has of their own, by the ending of its name. */
const ownFiles: Readonly<Record<string, string | Buffer>> = {
  '.jpg': readFileSync(resolve(import.meta.dirname, '../../episodes/cover.jpg')),
  '.mp3': media.mp3,
  '.m4a': media.m4a,
  '.mp4': media.mp4,
  '.vtt': captions,
}

export type Machine = {
  /** Of the registry that npm asks. */
  readonly registry: string
  /** npm's cache, which the recipes of a run share. */
  readonly cache: string
  /** What else is there before the reader begins. */
  readonly prepare?: (home: string) => void
}

/** Follows a recipe word for word, in an empty folder of a machine with a new home folder. Gives that folder, and where the reader ends. */
export async function follow(recipe: string, machine: Machine): Promise<{readonly home: string; readonly at: string}> {
  const home = mkdtempSync(join(tmpdir(), 'castwright-recipe-'))
  onTestFinished(() => rmSync(home, {recursive: true, force: true, maxRetries: 3}))
  writeFileSync(join(home, '.gitconfig'), gitSettings(home))
  machine.prepare?.(home)
  let at = join(home, 'work')
  mkdirSync(at)
  let printed = ''
  for (const step of stepsOf(recipe)) {
    const place = `docs/recipes/${recipe}:${step.line}`
    if (step.kind === 'file') put(join(at, step.path), step.text)
    else if (step.kind === 'own')
      for (const path of step.paths) put(join(at, path), ownFiles[extname(path)] ?? unknown(path))
    else if (step.kind === 'printed')
      for (const line of step.text.trim().split('\n')) expect(printed, place).toContain(line.trim())
    else {
      const done = await typed(step.text, at, {home, ...machine})
      printed = done.printed
      expect(done.status, `${place}\n${printed}`).toBe(0)
      at = done.at
    }
  }
  return {home, at}
}

type Typed = {readonly status: number; readonly printed: string; readonly at: string}

/** Types commands into a shell. They may leave it in another folder. The registry is in this process, so nothing here may block it. */
export function typed(commands: string, at: string, machine: Machine & {readonly home: string}): Promise<Typed> {
  const env = environment(machine)
  const script = `set -eu\n${commands}\npwd > "$HOME/end"\n`
  return new Promise((done) => {
    execFile('bash', ['-c', script], {cwd: at, env, encoding: 'utf8', maxBuffer: 2 ** 26}, (error, stdout, stderr) => {
      const status = error === null ? 0 : 1
      const end = join(machine.home, 'end')
      done({status, printed: stdout + stderr, at: status === 0 ? readFileSync(end, 'utf8').trim() : at})
    })
  })
}

function environment({home, registry, cache}: Machine & {readonly home: string}): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: home,
    npm_config_registry: registry,
    npm_config_cache: cache,
    // What a reader says when npx asks whether it may fetch the package.
    npm_config_yes: 'true',
    npm_config_audit: 'false',
    npm_config_update_notifier: 'false',
    ASTRO_TELEMETRY_DISABLED: '1',
  }
}

/** Repositories that a reader has made on GitHub are folders below `hub`. */
function gitSettings(home: string): string {
  const lines = ['[user]', 'name = Mara Winter', 'email = mara@example.org', '[init]', 'defaultBranch = main']
  return [...lines, `[url "${home}/hub/"]`, 'insteadOf = git@github.com:', ''].join('\n')
}

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, content)
}

function unknown(path: string): never {
  throw new Error(`No reader has a file like ${path}`)
}
