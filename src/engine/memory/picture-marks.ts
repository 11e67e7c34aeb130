import {join} from 'node:path'
import {readEntries, writeEntries} from '../../cache/cache-file.ts'
import {markOfPublished, outputMark} from '../../cache/file-mark.ts'

/**
 * By what the pictures of episodes are known again. They are made when all episodes are planned, so their marks cannot stand in the memory
 * beside those of other files.
 */
export type PictureMarks = {
  /** Whether the picture at a path below the output is the one that an earlier build published there. */
  readonly isPublished: (path: string) => boolean
  /** The picture will be published by this build. */
  readonly expect: (path: string) => void
  /** To be called once they are published. */
  readonly save: () => void
}

export function openPictureMarks(folder: string, key: string, output: string): PictureMarks {
  const file = join(folder, '.castwright', 'pictures.cache')
  let before: ReadonlyMap<string, string> | undefined
  const marks = new Map<string, string>()
  const expected = new Set<string>()
  let hasChanged = false
  return {
    isPublished: (path) => {
      before ??= readMarks(file, key)
      const old = before.get(path)
      const mark = markOfPublished(join(output, path), old)
      if (mark !== old) hasChanged = true
      if (mark !== undefined) marks.set(path, mark)
      return mark !== undefined
    },
    expect: (path) => expected.add(path),
    save: () => {
      if (expected.size === 0 && !hasChanged) return
      for (const path of expected) {
        const mark = outputMark(join(output, path))
        if (mark !== undefined) marks.set(path, mark)
      }
      writeEntries(file, key, [{value: marks}])
    },
  }
}

/** What is stored under our key was written by this very version. */
function readMarks(file: string, key: string): ReadonlyMap<string, string> {
  for (const {value} of readEntries(file, key)) if (value instanceof Map) return value
  return new Map()
}
