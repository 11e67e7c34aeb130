import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'

const main = join(import.meta.dirname, '../../dist/bin/castwright.js')

/** What lives longer than a run: the repository, caches, and what is deployed. All in folders that are gone after the test. */
export type World = {
  readonly folder: string
  /** A bare repository. */
  readonly remote: string
  /** What the host serves. */
  readonly live: string
  /** Names of caches, the oldest first; each is a folder below `caches`. */
  readonly caches: string[]
  /** What is set for the repository. A pull request of a fork gets no secret. */
  readonly vars: Record<string, string>
  readonly secrets: Record<string, string>
  /** Calls of `gh`, `npm` and `npx`, a line each. */
  readonly calls: () => readonly string[]
}

/** Commands that reach out to the network stand in for themselves: they write down how they were called. */
const shims: Readonly<Record<string, string>> = {
  castwright: `if [ "$1" = deploy ]; then
  echo "castwright $*" >> "$TEST_CALLS"
  # Where a store stands in, it is carried there.
  [ -z "$AWS_ENDPOINT_URL_S3" ] && exit 0
  exec ${JSON.stringify(process.execPath)} ${JSON.stringify(main)} "$@"
fi
# The host is on this machine, and an import has no clock.
if [ "$1" = import ]; then exec ${JSON.stringify(process.execPath)} ${JSON.stringify(main)} "$@" --allow-private; fi
if [ "$1" = notify ]; then echo "castwright $*" >> "$TEST_CALLS"; exit 0; fi
# The site is on this machine.
case " $* " in *" --first "*) set -- "$@" --allow-private ;; esac
exec ${JSON.stringify(process.execPath)} ${JSON.stringify(main)} "$@" --now "$TEST_NOW"`,
  npm: 'echo "npm $*" >> "$TEST_CALLS"',
  npx: 'echo "npx $*" >> "$TEST_CALLS"',
  // The first question for comments finds none, later ones find number 7.
  gh: `echo "gh $*" >> "$TEST_CALLS"
case "$*" in
*--jq*) [ -e "$TEST_CALLS.commented" ] && echo 7; : ;;
*comment.md*) cp "$RUNNER_TEMP/comment.md" "$TEST_CALLS.commented" ;;
esac`,
}

export function newWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-workflow-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const remote = join(folder, 'remote.git')
  for (const name of ['bin', 'home', 'live', 'caches']) mkdirSync(join(folder, name))
  for (const [name, script] of Object.entries(shims)) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote])
  const log = join(folder, 'calls')
  return {
    folder,
    remote,
    live: join(folder, 'live'),
    caches: [],
    vars: {},
    secrets: {},
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
  }
}

export function git(folder: string, ...words: readonly string[]): string {
  const identity = ['-c', 'user.name=Kim', '-c', 'user.email=kim@trial.example']
  return execFileSync('git', [...identity, ...words], {cwd: folder, encoding: 'utf8', stdio: 'pipe'}).trim()
}

/** Commits everything in `folder` and pushes it to `branch`. */
export function push(world: World, folder: string, branch = 'main'): string {
  if (!existsSync(join(folder, '.git'))) git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'A change')
  git(folder, 'push', '--quiet', '--force', world.remote, `HEAD:${branch}`)
  return git(folder, 'rev-parse', 'HEAD')
}

/** Environment of every step. */
export function stepEnvironment(world: World, now: string): Readonly<Record<string, string>> {
  return {
    PATH: `${join(world.folder, 'bin')}:${process.env.PATH}`,
    HOME: join(world.folder, 'home'),
    NO_COLOR: '1',
    TEST_NOW: now,
    TEST_CALLS: join(world.folder, 'calls'),
    GITHUB_REPOSITORY: 'kim/trial',
    GIT_CONFIG_GLOBAL: join(world.folder, 'home/gitconfig'),
  }
}

/** `paths` (a line each) of `from` that exist, into `to`; two stars stand for any folders. */
export function copyPaths(paths: string, from: string, to: string): void {
  for (const path of paths
    .trim()
    .split('\n')
    .flatMap((each) => matches(each, from))) {
    if (existsSync(join(from, path)))
      cpSync(join(from, path), join(to, path), {recursive: true, preserveTimestamps: true})
  }
}

/** The paths below `from` that `pattern` means. */
export function matches(pattern: string, from: string): readonly string[] {
  const [before, name] = pattern.split('**/')
  if (name === undefined || !existsSync(join(from, before ?? ''))) return [pattern]
  return readdirSync(join(from, before ?? ''), {recursive: true, encoding: 'utf8'})
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .map((path) => `${before}${path}`)
}

/** The address of a web server for `folder`. It is a process of its own, since the steps of a workflow stop this one while they run. */
export async function serve(folder: string): Promise<string> {
  const script = `
    const {createServer} = require('node:http'), {readFile} = require('node:fs')
    const server = createServer(({url}, response) => readFile(process.argv[1] + url, (error, bytes) => response.writeHead(error ? 404 : 200).end(bytes)))
    server.listen(0, '127.0.0.1', () => console.log(server.address().port))`
  const server = spawn(process.execPath, ['-e', script, folder], {stdio: ['ignore', 'pipe', 'inherit']})
  onTestFinished(() => {
    server.kill()
  })
  const [port] = await once(server.stdout, 'data')
  return `http://127.0.0.1:${String(port).trim()}/`
}
