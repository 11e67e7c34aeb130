import {absoluteUrl} from '../model/absolute-url.ts'
import type {FileIndex} from './file-index.ts'

/** The picture of a person: on a server or below the show folder; `missing` as it was written, where it is neither. */
export type Portrait = {readonly image?: string; readonly missing?: string}

const pictureFile = /\.(?:jpe?g|png|webp|gif|avif)$/i

/** The picture that `written` names in `file`. Site paths of other generators (`img/ada.png`) are looked up like any other file. */
export function portraitOf(written: string | undefined, file: string, index: FileIndex): Portrait {
  if (written === undefined) return {}
  if (/^(?:https?:)?\/\//i.test(written)) {
    const address = absoluteUrl(written.replace(/^\/\//, 'https://'))
    return address === undefined ? {missing: written} : {image: address}
  }
  const found = index.find(written, file)
  return 'path' in found && pictureFile.test(found.path) ? {image: found.path} : {missing: written}
}
