import {isAbsolute, relative, resolve, sep} from 'node:path'
import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {present} from '../../model/present.ts'
import type {Place, Problem} from '../../model/problem.ts'
import {listFiles} from './file-listing.ts'
import {problem} from './file-problems.ts'

export type OutsideFiles = {
  /** The transcripts, as paths from the show folder: `../transcripts/232.md`. */
  readonly files: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * Lists the transcripts folder that the show's own file names. Its author chose the folder, as authors choose the output folder. Nothing
 * else outside the show folder is read, and only transcripts of this folder are read.
 */
export async function listOutsideTranscripts(
  folder: string,
  written: string | undefined,
  place: Place,
): Promise<OutsideFiles> {
  if (written === undefined) return {files: [], problems: []}
  const target = resolve(folder, written)
  const prefix = relative(resolve(folder), target).split(sep).join('/')
  // A folder within the show was listed together with the show. On Windows, a folder on another disk has no path from here.
  if (isAbsolute(prefix)) return {files: [], problems: [missing(written, 'it is on another disk', place)]}
  const listing = await listFiles(target).catch(() => undefined)
  const files = (listing?.files ?? []).filter(holdsSpeech).map((path) => (prefix === '' ? path : `${prefix}/${path}`))
  if (listing === undefined) return {files: [], problems: [missing(written, 'there is no such folder', place)]}
  return files.length > 0 ? {files, problems: []} : {files, problems: [missing(written, 'it holds none', place)]}
}

function holdsSpeech(path: string): boolean {
  const role = fileKinds.ofName(path)?.role
  return role === 'transcript' || role === 'episode'
}

function missing(written: string, reason: string, place: Place): Problem {
  const message = `No transcript is read from "${written.slice(0, 80)}": ${reason}`
  const hint = 'Check the path, which counts from the folder of show.yaml, and that the other repository is checked out'
  return problem('transcripts-folder-missing', present(place), message, hint)
}
