import {existsSync} from 'node:fs'
import {join} from 'node:path'

export const networkFile = 'network.yaml'

/** Whether `folder` holds a network of shows. */
export function isNetwork(folder: string): boolean {
  return existsSync(join(folder, networkFile))
}
