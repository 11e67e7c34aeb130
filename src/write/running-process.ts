import {createHash} from 'node:crypto'
import {readFileSync, readlinkSync} from 'node:fs'
import {hostname} from 'node:os'

/** A process, distinguished from every other one that runs or ever ran. */
export type RunningProcess = {
  /** The run of the machine, or the container. Elsewhere the same process id means another process. */
  readonly machine: string
  readonly id: number
  /** When it was started, as the system counts. `0` on macOS and Windows, where one would have to start a program to know. */
  readonly startedAt: string
}

/** `unknown`: the process is elsewhere; or its id is in use, and nothing says whether it is still the same process. */
export type Liveness = 'runs' | 'ended' | 'unknown'

export const thisProcess: RunningProcess = {
  machine: thisMachine(),
  id: process.pid,
  startedAt: startOf(process.pid) ?? '0',
}

/** The process as a part of a file name, which says who made the file. */
export function processNameOf({machine, id, startedAt}: RunningProcess): string {
  return `${machine}-${id}-${startedAt}`
}

const namePattern = /^([\da-f]{8})-(\d+)-(\d+)$/

/** The process that a name stands for; `undefined` if the name stands for none. */
export function processOf(name: string): RunningProcess | undefined {
  const [, machine, id, startedAt] = namePattern.exec(name) ?? []
  if (machine === undefined || id === undefined || startedAt === undefined) return undefined
  return {machine, id: Number(id), startedAt}
}

export function livenessOf({machine, id, startedAt}: RunningProcess): Liveness {
  if (machine !== thisProcess.machine) return 'unknown'
  if (!isTaken(id)) return 'ended'
  const start = startOf(id)
  if (start === undefined || startedAt === '0') return 'unknown'
  return start === startedAt ? 'runs' : 'ended'
}

/** Whether some process has the id. */
function isTaken(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // EPERM: the process runs under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function thisMachine(): string {
  const parts = [hostname(), readText('/proc/sys/kernel/random/boot_id'), linkText('/proc/self/ns/pid')]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8)
}

/** On Linux a file tells it: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html, field 22. */
function startOf(id: number): string | undefined {
  const text = readText(`/proc/${id}/stat`)
  // The second field is the name of the program in parentheses, and may hold any character.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields[19]
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function linkText(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
