import {probedMedia} from '../lock/probed-media.ts'
import {recordedBy} from '../lock/recorded.ts'
import type {Channel} from '../model/feed.ts'
import type {LockedEpisode, LockedMedia} from '../model/lock.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Outcome} from '../model/problem.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {ProbedShow} from '../model/show.ts'
import type {OwnPage} from '../model/theme.ts'
import {probeShow} from '../probe/probe.ts'
import {sharedPicturesOf} from '../read/episode/picture-namers.ts'
import {type OpenedShow, openShow} from '../read/read.ts'
import {renderChannels} from '../render/render.ts'
import {readOwnPages} from '../theme/own-pages.ts'
import {type ReadTheme, readTheme, type ThemeFiles} from '../theme/read-theme.ts'
import {keptSlugs} from './identity/kept-slugs.ts'
import {readLock, type StoredLock} from './identity/lock-file.ts'
import {recordingsOf} from './show-recordings.ts'

/** The files of the theme, and the author's own pages. */
export type SiteAdditions = {
  readonly theme: ThemeFiles
  readonly pages: readonly OwnPage[]
  readonly copies: readonly FileCopy[]
}

/** A show whose own part is planned. Its episodes can be planned next, one by one and in any order. */
export type ReadyShow = {
  readonly opened: OpenedShow
  readonly show: ProbedShow
  /** The channel of the main feed, and the channel of each feed in the order of the show. */
  readonly channel: Channel
  readonly feedChannels: readonly Channel[]
  readonly copies: readonly FileCopy[]
  /** What the author adds to the site beside episodes. What every page has of it is in `channel`. */
  readonly site: SiteAdditions
  /** What was published before. */
  readonly stored: StoredLock
  readonly lockedBySlug: ReadonlyMap<string, LockedEpisode>
  /** Files on servers that were probed, by their addresses. */
  readonly probedByUrl: ReadonlyMap<string, LockedMedia>
  /** What the lock says, by the file of the episode, whatever the file is called today. */
  readonly slugs: ReadonlyMap<string, string>
  /** Whether an episode has more than a date. Files are read only if somebody asks. */
  readonly hasRecordings: () => Promise<boolean>
  /** Whether several episodes name a picture. Files are read only if somebody asks. */
  readonly isSharedPicture: (path: string) => Promise<boolean>
}

export async function readyShow(folder: string, now: Date, resizesPictures = false): Promise<Outcome<ReadyShow>> {
  const read = await openShow(folder)
  if (!read.ok) return read
  const opened = resizesPictures ? {...read, value: resizing(read.value)} : read
  const stored = await readLock(opened.value.folder)
  if (!stored.ok) return {ok: false, problems: [...opened.problems, ...stored.problems]}
  const probed = await probeShow(opened.value.show, opened.value.folder)
  if (!probed.ok) return {ok: false, problems: [...opened.problems, ...probed.problems]}
  const {channel, feedChannels, copies, problems} = renderChannels(probed.value)
  const site = await readSite(opened.value, now)
  const themed = (each: Channel): Channel => ({...each, ...present({theme: site.theme, ownPages: site.ownPages})})
  const {lock} = stored.value
  const kept = await keptSlugs(opened.value, lock === undefined ? [] : recordedBy(now, lock))
  const probedByUrl = lock === undefined ? new Map<string, LockedMedia>() : probedMedia(lock)
  const lockedBySlug = new Map(lock?.episodes.map((each) => [each.slug, each]))
  const value = {
    opened: opened.value,
    show: probed.value,
    channel: themed(channel),
    feedChannels: feedChannels.map(themed),
    copies,
    site: site.additions,
    lockedBySlug,
    probedByUrl,
    slugs: kept.slugs,
    hasRecordings: recordingsOf(opened.value),
    isSharedPicture: sharedPicturesOf(opened.value),
    stored: stored.value,
  }
  // A wrong value was left out, so it is missing here. The problem is said once, where the value is wrong.
  const isWrong = opened.problems.some(({code}) => code === 'value-invalid' || code === 'key-misspelt')
  const consequences = isWrong || hasErrors(opened.problems) ? [] : problems
  return {
    ok: true,
    value,
    problems: [...opened.problems, ...probed.problems, ...kept.problems, ...site.problems, ...consequences],
  }
}

type ReadSite = Pick<ReadTheme, 'theme' | 'problems'> & Pick<Channel, 'ownPages'> & {readonly additions: SiteAdditions}

async function readSite({folder, show, context, siteFiles}: OpenedShow, now: Date): Promise<ReadSite> {
  const {theme: paths, pages: files} = siteFiles
  const own = await readOwnPages({folder, show, files, index: context.index, now})
  const theme = await readTheme({folder, show, paths, pages: own.addresses})
  const additions = {theme: theme.files, pages: own.pages, copies: own.copies}
  const ownPages = own.pages.length === 0 ? undefined : own.pages.map(({url}) => url)
  return {...present({theme: theme.theme, ownPages}), additions, problems: [...own.problems, ...theme.problems]}
}

function resizing(opened: OpenedShow): OpenedShow {
  return {...opened, show: {...opened.show, resizesPictures: true}}
}

/** The line of the lock for the episode in `file`: by its file or, if the file is new, by its slug. */
export function lockedLine(
  {slugs, lockedBySlug}: Pick<ReadyShow, 'slugs' | 'lockedBySlug'>,
  file: string,
  slug: string,
): LockedEpisode | undefined {
  return lockedBySlug.get(slugs.get(file) ?? slug) ?? lockedBySlug.get(slug)
}

/** The slug under which the files of an episode stay, if it is not `slug`. `undefined` for an episode that was never published. */
export function filesAtOf(
  {slugs, lockedBySlug}: Pick<ReadyShow, 'slugs' | 'lockedBySlug'>,
  file: string,
  slug: string,
): string | undefined {
  const locked = lockedBySlug.get(slugs.get(file) ?? slug)
  const files = locked?.files ?? locked?.slug ?? slug
  return files === slug ? undefined : files
}
