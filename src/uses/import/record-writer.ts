import {closeSync, openSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {FetchedFile} from './fetched-files.ts'
import {type ImportedEpisode, type ImportRecord, importRecordName} from './import-record.ts'

export type RecordWriter = {
  /** Adds an episode; its text as it was written into its file. */
  readonly add: (episode: Omit<ImportedEpisode, 'text'> & {readonly text: string}) => void
  /** Puts the new record into the place of the old one. */
  readonly finish: (files: readonly FetchedFile[]) => void
  /** Throws the new record away. */
  readonly giveUp: () => void
}

const pieceInCharacters = 1024 * 1024

/**
 * Writes the record of an import while the import goes on, so that the texts of all episodes are never in memory together. Each episode
 * has its own line, so that git shows what changed. The old record stays in its place until the new one is whole.
 */
export function recordWriter(folder: string, head: Omit<ImportRecord, 'episodes' | 'files'>): RecordWriter {
  const path = join(folder, importRecordName)
  const unfinished = `${path}.new`
  const file = openSync(unfinished, 'w')
  let waiting = `${JSON.stringify({format: 1, ...head}).slice(0, -1)},"episodes":[\n`
  let hasEpisodes = false
  const put = (text: string, mostWaiting = pieceInCharacters) => {
    waiting += text
    if (waiting.length <= mostWaiting) return
    writeFileSync(file, waiting)
    waiting = ''
  }
  return {
    add: (episode) => {
      put(`${hasEpisodes ? ',\n' : ''}${JSON.stringify(episode)}`)
      hasEpisodes = true
    },
    finish: (files) => {
      const lines = files.map((each) => JSON.stringify(each))
      put(lines.length === 0 ? '\n]}\n' : `\n],"files":[\n${lines.join(',\n')}\n]}\n`, 0)
      closeSync(file)
      try {
        renameSync(unfinished, path)
      } catch (error) {
        rmSync(unfinished, {force: true})
        throw error
      }
    },
    giveUp: () => {
      closeSync(file)
      rmSync(unfinished, {force: true})
    },
  }
}
