import {statSync} from 'node:fs'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {join} from 'node:path'
import {fileKinds} from '../file-kinds/all-kinds.ts'
import {feedKinds} from '../file-kinds/feed-kinds.ts'
import {sendContent} from '../preview/send-file.ts'

/** A handler as Vite's server has it: it calls `next` for everything that it does not answer. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void

/** Answers with the files below a folder, and with parts of them, because browsers ask for parts to seek. */
export function serveFiles(folder: string): Middleware {
  return (request, response, next) => {
    const path = pathOf(request.url ?? '/')
    const file = path === undefined ? undefined : join(folder, path)
    if (file === undefined || statSync(file, {throwIfNoEntry: false})?.isFile() !== true) next()
    else sendContent(request, response, {mimeType: mimeTypeOf(file), onDisk: file}).catch(next)
  }
}

/** The path below the folder. `undefined` if it leads out of the folder, or to what a build keeps for later builds. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    return /(?:^|[\\/])(?:\.\.|\.castwright)(?:[\\/]|$)|\0/.test(path) ? undefined : path
  } catch {
    // No address of ours has a stray percent sign.
    return undefined
  }
}

function mimeTypeOf(file: string): string {
  const feed = feedKinds.find(({extensions}) => extensions.some((ending) => file.endsWith(ending)))
  return (fileKinds.ofName(file) ?? feed)?.mimeType ?? 'application/octet-stream'
}
