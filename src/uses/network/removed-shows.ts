import {rm, rmdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Outcome} from '../../model/problem.ts'
import {privateFolder} from '../../text/addresses/site-path.ts'
import {foldersTakenBack} from '../../witness/taken-back.ts'
import {isOutput, openOutput} from '../../write/write.ts'
import type {Network} from './network-shows.ts'

/**
 * Deletes from `output` what shows have published there whose removal was accepted (`takenBack` of the lock), as a build deletes the files of an episode that was
 * removed. Whatever no build has made stays. Gives their names. Problems: those of an output that cannot be written to.
 */
export async function deleteRemovedShows(
  {names}: Pick<Network, 'names'>,
  takenBack: readonly string[],
  output: string,
): Promise<Outcome<readonly string[]>> {
  const there = new Set(names)
  const deleted: string[] = []
  for (const name of foldersTakenBack(takenBack)) {
    const folder = join(output, name)
    if (there.has(name) || !isOutput(folder)) continue
    const opened = await openOutput(folder)
    if (!opened.ok) return opened
    // A build that publishes nothing deletes all that the last one has published.
    const committed = await opened.value.commit().finally(opened.value.close)
    if (!committed.ok) return committed
    await rm(join(folder, privateFolder), {recursive: true, force: true})
    await removeEmptyFolders(folder, output)
    deleted.push(name)
  }
  return {ok: true, value: deleted, problems: []}
}

/** The folder of the show, and those around it that are in the output. */
async function removeEmptyFolders(folder: string, output: string): Promise<void> {
  for (let each = folder; each !== output && each !== dirname(each); each = dirname(each)) {
    const isEmpty = await rmdir(each).then(
      () => true,
      () => false,
    )
    if (!isEmpty) return
  }
}
