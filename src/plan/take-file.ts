import {join} from 'node:path'
import type {OutputFile} from '../model/output.ts'
import type {Problem} from '../model/problem.ts'

/** Where the files of a plan go: to an output folder, into memory, or nowhere. */
export type TakeFile = (file: OutputFile) => Promise<readonly Problem[]>

/** Stages name files as the author does, below the show folder. Here they get paths that can be opened from anywhere. */
export function located(file: OutputFile, folder: string): OutputFile {
  return 'copyFrom' in file ? {...file, copyFrom: join(folder, file.copyFrom)} : file
}
