import {execFile} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, renameSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** What a Containerfile makes: a root folder, and what runs in it. */
export type Made = {
  readonly root: string
  readonly environment: Readonly<Record<string, string>>
  readonly workFolder: string
}

export type Run = {readonly status: number; readonly printed: string}

/** Whether this machine can make containers without a program for them: as root, with the base system from Debian. */
export const canMake = process.getuid?.() === 0 && existsSync('/usr/sbin/debootstrap')

/**
 * Does what a Containerfile says, stage by stage, in folders below `folder`: `FROM` is a new base system of Debian, `RUN` a shell that sees
 * nothing else (chroot). Knows the instructions that ours has, and refuses any other.
 */
export async function makeContainer(
  text: string,
  folder: string,
  given: Readonly<Record<string, string>>,
): Promise<Made> {
  const stages = new Map<string, Made>()
  let now: Made | undefined
  for (const {name, rest} of instructionsOf(text)) {
    if (name === 'FROM') {
      const [, suite = '', alias = `stage-${stages.size}`] =
        /^debian:([a-z]+)-slim(?: AS (\S+))?$/.exec(rest) ?? refuse(rest)
      now = {root: await baseSystem(suite, folder, alias), environment: {}, workFolder: '/'}
      stages.set(alias, now)
      continue
    }
    const stage: Made = now ?? refuse('an instruction before FROM')
    now = await instructed(stage, name, rest, {given, stages})
    for (const [alias, each] of stages) if (each === stage) stages.set(alias, now)
  }
  return now ?? refuse('an empty file')
}

type Around = {readonly given: Readonly<Record<string, string>>; readonly stages: ReadonlyMap<string, Made>}

async function instructed(stage: Made, name: string, rest: string, {given, stages}: Around): Promise<Made> {
  const assigned = (): Made => {
    const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(rest) ?? refuse(rest)
    return {...stage, environment: {...stage.environment, [key]: name === 'ARG' ? (given[key] ?? value) : value}}
  }
  if (name === 'ARG' || name === 'ENV') return assigned()
  if (name === 'CMD') return stage
  if (name === 'WORKDIR') {
    mkdirSync(join(stage.root, rest), {recursive: true})
    return {...stage, workFolder: rest}
  }
  if (name === 'COPY') {
    const [, from = '', source = '', target = ''] = /^--from=(\S+) (\S+) (\S+)$/.exec(rest) ?? refuse(rest)
    const other = stages.get(from) ?? refuse(rest)
    mkdirSync(dirname(join(stage.root, target)), {recursive: true})
    cpSync(join(other.root, source), join(stage.root, target), {recursive: true, verbatimSymlinks: true})
    return stage
  }
  if (name !== 'RUN') refuse(name)
  const {status, printed} = await runIn(stage, rest)
  if (status !== 0) throw new Error(`RUN ${rest}\n${printed}`)
  return stage
}

/** Lines that end with a backslash go on, and comments may stand between them. */
function instructionsOf(text: string): readonly {readonly name: string; readonly rest: string}[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? refuse(line)
      return {name, rest: rest.replace(/\s+/g, ' ')}
    })
}

/** Where this machine reaches the network through a proxy with certificates of its own, what is made here has to trust these as well. */
const authorities = process.env.NODE_EXTRA_CA_CERTS
const authoritiesInside = '/etc/authorities.crt'

/** A base system of Debian, fetched once for all stages of this suite. */
async function baseSystem(suite: string, folder: string, alias: string): Promise<string> {
  const base = join(folder, `debian-${suite}`)
  if (!existsSync(base)) {
    const part = `${base}.part`
    const fetched = await run('/usr/sbin/debootstrap', ['--variant=minbase', suite, part], {})
    if (fetched.status !== 0) throw new Error(fetched.printed)
    renameSync(part, base)
  }
  const root = join(folder, alias)
  const copied = await run('cp', ['-a', base, root], {})
  if (copied.status !== 0) throw new Error(copied.printed)
  cpSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'), {dereference: true})
  if (authorities !== undefined) cpSync(authorities, join(root, authoritiesInside))
  return root
}

/** Runs commands in what was made, which sees nothing of this machine but its network. */
export function runIn({root, environment, workFolder}: Made, commands: string): Promise<Run> {
  const usual = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    DEBIAN_FRONTEND: 'noninteractive',
  }
  const trusted = authorities === undefined ? {} : {NODE_EXTRA_CA_CERTS: authoritiesInside}
  const words = [root, '/bin/sh', '-ec', `cd '${workFolder}'\n${commands}`]
  return run('/usr/sbin/chroot', words, {...usual, ...trusted, ...environment})
}

function run(command: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((done) => {
    const settings = {env: {PATH: process.env.PATH, ...env}, encoding: 'utf8', maxBuffer: 2 ** 26} as const
    execFile(command, words, settings, (error, stdout, stderr) =>
      done({status: error === null ? 0 : 1, printed: stdout + stderr}),
    )
  })
}

function refuse(what: string): never {
  throw new Error(`A Containerfile like this cannot be tried here: ${what}`)
}
