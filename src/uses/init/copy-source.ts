import {join} from 'node:path'
import type {CopyInNetwork, CopySource} from '../../init/init-file.ts'
import {present} from '../../model/present.ts'
import {readImportRecord} from '../import/import-record.ts'

/** The feed of which `import --only enrich` made the show in `folder` a copy. A feed that was given as a file cannot be asked again. */
export function copySourceOf(folder: string): CopySource | undefined {
  const record = readImportRecord(folder)
  if (!record.ok || record.value === undefined) return undefined
  const {only, source, owner} = record.value
  return only === 'enrich' && /^https?:\/\//i.test(source) ? {url: source, ...present({owner})} : undefined
}

/** The shows of a network that are copies. */
export function copiesIn(network: string, names: readonly string[]): readonly CopyInNetwork[] {
  return names.flatMap((name) => {
    const source = copySourceOf(join(network, name))
    return source === undefined ? [] : [{name, source}]
  })
}

/** What is left to do by hand where the automation of a network builds and publishes, and imports nothing. */
export function importByHand({name, source: {url, owner}}: CopyInNetwork): string {
  const rights = owner === undefined ? '' : ` --owner ${owner}`
  const command = `npx castwright import ${url} ${name} --only enrich${rights}`
  return `The show ${name} follows the feed of a host, and the pipeline of a network does not import. When the host has something new, run this and commit: ${command}`
}
