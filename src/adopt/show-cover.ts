import {pictureKinds} from '../file-kinds/picture-kinds.ts'
import type {Sourced} from './repository.ts'

/** What pictures of a whole show are called, the surest first. */
const coverNames = [
  /^(?:.*\/)?(?:podcast|show)?[-_]?(?:cover|artwork)(?:[-_]?art)?\.\w+$/i,
  /^folder\.\w+$/i,
  // Deeper down it is the logo of the site.
  /^(?:podcast[-_]?)?logo\.\w+$/i,
]

/** Directories take no other pictures. */
const artEndings = pictureKinds.flatMap(({isArt, extensions}) => (isArt ? extensions : []))
const isArtwork = (file: string) => artEndings.some((ending) => file.toLowerCase().endsWith(ending))

/** Where sites keep files that are served as they are, and, first, the root of the show. */
const publicFolders = /^(?:(?:src\/)?(?:static|public|assets|images?|img|media)\/)*[^/]+$/i

/** The picture that is the cover by its name, if a place of public files has one. The cover of an episode lies beside the episode. */
export function coverOf(files: readonly string[]): Sourced<string> | undefined {
  const pictures = files
    .filter((file) => isArtwork(file) && publicFolders.test(file))
    .sort((one, other) => one.split('/').length - other.split('/').length || (one < other ? -1 : 1))
  for (const name of coverNames) {
    const found = pictures.find((file) => name.test(file))
    if (found !== undefined) return {value: found, from: 'a picture with that name'}
  }
  return undefined
}
