import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Outcome} from '../../model/problem.ts'
import {themeFolder} from '../../model/site-paths.ts'
import {type PartName, partNames} from '../../model/templates.ts'
import {findShowFile, readShowFile} from '../../read/show/show-file.ts'
import {defaultTemplates} from '../../theme/templates/default-templates.ts'

/** The templates that `exportTheme` can write. */
export const templateNames: readonly PartName[] = partNames

/** What was written into the folder of the show, by path; files that were there already stay as they are. */
export type ThemeExport = {readonly written: readonly string[]; readonly kept: readonly string[]}

/** Writes templates that make pages as they are without them, for an author to change: all of them, or those in `only`. */
export async function exportTheme(
  folder: string,
  {only = templateNames}: {readonly only?: readonly PartName[]} = {},
): Promise<Outcome<ThemeExport>> {
  if (findShowFile(folder) === undefined) {
    const {problems} = await readShowFile(folder)
    return {ok: false, problems}
  }
  const written: string[] = []
  const kept: string[] = []
  await mkdir(join(folder, themeFolder), {recursive: true})
  for (const name of only) {
    const path = `${themeFolder}${name}.liquid`
    const isNew = await writeNew(join(folder, path), defaultTemplates[name])
    if (isNew) written.push(path)
    else kept.push(path)
  }
  return {ok: true, value: {written, kept}, problems: []}
}

/** An author's template is never written over. */
async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, {flag: 'wx'})
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
