import type {CopySource} from '../../init/init-file.ts'
import {present} from '../../model/present.ts'
import {readImportRecord} from '../import/import-record.ts'

/** The feed that the show in `folder` is a copy of, where `import --only enrich` made it. A file cannot be asked on a schedule. */
export async function copySourceOf(folder: string): Promise<CopySource | undefined> {
  const record = await readImportRecord(folder)
  if (!record.ok || record.value === undefined) return undefined
  const {only, source, owner} = record.value
  return only === 'enrich' && /^https?:\/\//i.test(source) ? {url: source, ...present({owner})} : undefined
}
