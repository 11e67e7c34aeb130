import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {present} from '../../model/present.ts'
import {oldSitePath} from '../../text/addresses/site-path.ts'
import type {FieldValue, LinkedMedia, SourceEpisode, WrittenFields} from '../source-show.ts'
import {yamlFields} from './yaml-fields.ts'

/** What was put beside the file of an episode, under names that the file can use. Everything else stays an address. */
export type EpisodeParts = {
  /**
   * Whether the file names the addresses of its media. It does not if the media lie beside it under its name, or if the addresses
   * are secrets.
   */
  readonly namesMedia: boolean
  readonly notes: string
  /** Where the show will be published. An old page there leads to the new one. */
  readonly siteUrl: string
  /** Files and addresses, in the forms that the fields take. */
  readonly picture?: string
  readonly transcripts: readonly FieldValue[]
  readonly chapters?: string
}

/** The Markdown file of an episode. The same episode gives the same text. */
export function episodeText(episode: SourceEpisode, parts: EpisodeParts): string {
  const {title, publishedAt, guid, fields, pageUrl, media} = episode
  const {updated, ...others} = fields
  const chapters = parts.chapters ?? others.chapters
  const head: WrittenFields = {
    title,
    ...present({date: publishedAt?.toISOString().replace('.000Z', 'Z'), updated}),
    guid,
    ...others,
    ...(parts.namesMedia ? mediaFields(media) : {}),
    ...present({
      image: parts.picture,
      transcript: parts.transcripts.length === 0 ? undefined : parts.transcripts,
      chapters,
    }),
    ...pageFields(pageUrl, parts.siteUrl),
  }
  const notes = parts.notes.trim()
  return `---\n${yamlFields(head)}---\n${notes === '' ? '' : `\n${notes}\n`}`
}

/** If the page is on the site of the show, it is where the page was. Otherwise it is a page about the episode. */
function pageFields(pageUrl: string | undefined, siteUrl: string): WrittenFields {
  if (pageUrl === undefined || !isPage(pageUrl)) return {}
  const path = oldSitePath(siteUrl, pageUrl)
  return path === undefined ? {link: pageUrl} : {aliases: [`/${path}`]}
}

/** An address that ends like a media file would be taken for the media file. */
function isPage(url: string): boolean {
  return /^https?:\/\//i.test(url) && fileKinds.mediaOf(url) === undefined
}

function mediaFields(media: readonly LinkedMedia[]): WrittenFields {
  const [first] = media
  if (first === undefined) return {}
  const written = media.map(mediaMap)
  const key = (first.mimeType ?? '').startsWith('video/') ? 'video' : 'audio'
  return {[key]: written.length === 1 ? (written[0] ?? '') : written}
}

function mediaMap({url, mimeType, sizeInBytes, durationInSeconds}: LinkedMedia): FieldValue {
  const isUsual = mimeType === undefined || fileKinds.mediaOf(url)?.mimeType === mimeType
  const type = isUsual ? {} : {type: mimeType}
  return {url, ...type, ...present({size: sizeInBytes, duration: durationInSeconds})}
}
