import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {extensionOf} from '../../file-kinds/endings.ts'
import {pictureKinds} from '../../file-kinds/picture-kinds.ts'
import type {Problem} from '../../model/problem.ts'
import type {SourceShow} from '../../sources/source-show.ts'
import type {FetchedFiles} from './fetched-files.ts'
import {problem} from './import-problems.ts'
import {fileKept} from './linked-files.ts'

const mostPictureBytes = 30 * 1024 * 1024

/** The cover of the show as a file beside `show.yaml`; its address if it cannot be fetched. */
export async function fetchShowPicture(
  {imageUrl, isPrivate}: SourceShow,
  files: FetchedFiles,
): Promise<{readonly file?: string; readonly problems: readonly Problem[]}> {
  if (imageUrl === undefined || !URL.canParse(imageUrl)) return {problems: []}
  const {pathname} = new URL(imageUrl)
  const isArt = pictureKinds.some((kind) => kind.isArt && kind === fileKinds.ofName(pathname))
  const extension = isArt ? extensionOf(pathname) : '.jpg'
  const file = `cover${extension}`
  const got = await files.fetch({url: imageUrl, file, mostBytes: mostPictureBytes})
  if (got.state === 'kept') return {file, problems: [fileKept(file)]}
  if (got.state !== 'failed') return {file, problems: []}
  const message = isPrivate
    ? `The cover ${got.what}; its address may be a secret, so it is not written`
    : `The cover, ${imageUrl}, ${got.what}: its address stays in show.yaml`
  return {
    ...(isPrivate ? {} : {file: imageUrl}),
    problems: [problem('import-file-missing', {file: 'show.yaml'}, message, 'Run the same import again')],
  }
}
