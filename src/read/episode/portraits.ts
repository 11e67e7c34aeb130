import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {absoluteUrl} from '../../model/absolute-url.ts'
import type {FileIndex} from '../files/file-index.ts'

/** The picture of a person, on a server or below the show folder. If it is in neither place, `missing` is what the author wrote. */
export type Portrait = {readonly image?: string; readonly missing?: string}

function isPicture(path: string): boolean {
  const kind = fileKinds.ofName(path)
  return kind?.role === 'picture' && kind.refused === undefined
}

/** The picture that `written` names in `file`. Site paths of other generators (`img/ada.png`) are looked up like any other file. */
export function portraitOf(written: string | undefined, file: string, index: FileIndex): Portrait {
  if (written === undefined) return {}
  if (/^(?:https?:)?\/\//i.test(written)) {
    const address = absoluteUrl(written.replace(/^\/\//, 'https://'))
    return address === undefined ? {missing: written} : {image: address}
  }
  const found = index.find(written, file)
  return 'path' in found && isPicture(found.path) ? {image: found.path} : {missing: written}
}
