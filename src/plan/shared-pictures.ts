import {hash} from 'node:crypto'
import type {Episode} from '../model/episode.ts'
import type {LockedEpisode} from '../model/lock.ts'
import {present} from '../model/present.ts'
import {coverName, fileStemOf, sharedPictureName, sitePaths} from '../model/site-paths.ts'
import type {EpisodeFiles} from '../read/read.ts'
import {slugOf} from '../text/addresses/slug.ts'
import type {PicturesAt} from './episode-result.ts'
import type {ReadyShow} from './ready-show.ts'

/** Where pictures of the episode are published already. `undefined` if the lock does not have the episode, or no picture of it. */
export function lockedPicturesAt(locked: LockedEpisode | undefined): PicturesAt | undefined {
  if (locked === undefined || locked.ahead !== undefined) return undefined
  // A lock of the first format does not tell, but at that time there were no other places.
  if (locked.feeds === undefined) return 'own'
  const name = fileStemOf({slug: locked.slug, ...present({filesAt: locked.files})})
  const starts = (prefix: string) => (locked.also ?? []).some((path) => path.startsWith(prefix))
  if (['.', '/'].some((end) => starts(sitePaths.image(name, end)))) return 'own'
  const shared = [sitePaths.image(sharedPictureName(''), ''), sitePaths.image(coverName, '.')]
  return shared.some(starts) ? 'shared' : undefined
}

export type SharedPictures = {readonly shared?: ReadonlyMap<string, string>; readonly picturesAt?: PicturesAt}

/**
 * The pictures of an episode that are published once, because other episodes name them as well, or because it is the cover of the show. What
 * is published at addresses of the episode stays there.
 */
export async function sharedPictures(
  ready: ReadyShow,
  {image, pictures = []}: Episode,
  {images}: EpisodeFiles,
  locked: LockedEpisode | undefined,
): Promise<SharedPictures> {
  const written = [...(image === undefined ? [] : [image]), ...pictures.map(({location}) => location)]
  const others = [...new Set(written)].filter((path) => !/^https?:/i.test(path) && !images.includes(path))
  if (others.length === 0) return {}
  const {image: cover} = ready.opened.show
  const named = (paths: readonly string[]) =>
    new Map(paths.map((path) => [path, path === cover ? coverName : sharedName(path)]))
  const at = lockedPicturesAt(locked)
  if (at !== undefined) return {shared: named(at === 'own' ? [] : others), picturesAt: at}
  const isShared = await Promise.all(others.map(async (path) => path === cover || ready.isSharedPicture(path)))
  const shared = others.filter((_path, index) => isShared[index])
  return {shared: named(shared), picturesAt: shared.length === 0 ? 'own' : 'shared'}
}

/**
 * The name is made from the whole path: two `art.jpg` of two folders are two pictures. A hash tells paths apart that are one as
 * an address (`a b.jpg`, `a-b.jpg`).
 */
function sharedName(location: string): string {
  const stem = location.replace(/\.[^./]+$/, '')
  const name = stem.split('/').map(slugOf).join('/')
  return sharedPictureName(name === stem ? name : `${name}-${hash('sha256', stem.normalize('NFC')).slice(0, 8)}`)
}
