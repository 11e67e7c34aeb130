import {realpathSync} from 'node:fs'
import {homedir} from 'node:os'

/** The home folder without links. A container may run under a number that is no user: then Node finds none. */
export function homeFolder(): string | undefined {
  try {
    return realpathSync(homedir())
  } catch {
    return undefined
  }
}
