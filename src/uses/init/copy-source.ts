import type {CopySource} from '../../init/init-file.ts'
import {present} from '../../model/present.ts'
import {readImportRecord} from '../import/import-record.ts'

/** The feed of which `import --only enrich` made the show in `folder` a copy. A feed that was given as a file cannot be asked again. */
export async function copySourceOf(folder: string): Promise<CopySource | undefined> {
  const record = await readImportRecord(folder)
  if (!record.ok || record.value === undefined) return undefined
  const {only, source, owner} = record.value
  return only === 'enrich' && /^https?:\/\//i.test(source) ? {url: source, ...present({owner})} : undefined
}
