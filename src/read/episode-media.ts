import {absoluteUrl} from '../model/absolute-url.ts'
import type {HostedVideo, MediaReference} from '../model/media.ts'
import {present} from '../model/present.ts'
import {type Place, type Problem, problem} from '../model/problem.ts'
import type {Show} from '../model/show.ts'
import {parseHostedVideo} from '../text/hosted-video.ts'
import type {EpisodeFields} from './episode-fields.ts'
import type {EpisodeFiles} from './episode-files.ts'
import type {FileIndex} from './file-index.ts'
import {type AuthoredMedia, extensionOf, mediaKindOf} from './media-kinds.ts'

export type EpisodeMedia = {
  readonly media: readonly MediaReference[]
  readonly hostedVideo?: HostedVideo
  /** A page about the episode elsewhere. */
  readonly link?: string
  readonly problems: readonly Problem[]
}

type Kind = MediaReference['kind']
type Named = AuthoredMedia & {readonly kind: Kind; readonly line?: number}

type MediaContext = {
  readonly fields: EpisodeFields
  readonly files: EpisodeFiles
  readonly show: Show
  readonly index: FileIndex
  readonly lines: ReadonlyMap<string, number>
  readonly placeOf: (field: 'audio' | 'video' | 'youtube' | 'link') => Place
}

/**
 * The media of an episode, the one that apps download first: what the author names, else what lies beside the episode under its name.
 * A page of a video service is a hosted video and never an enclosure: apps cannot play it. Problems: `reference-missing`,
 * `file-outside-show`, `video-unrecognised`.
 */
export function episodeMedia(context: MediaContext): EpisodeMedia {
  const {fields, files, placeOf} = context
  const pages: HostedVideo[] = []
  const named = [
    ...namedMedia(context, 'audio', pages),
    ...namedMedia(context, 'video', pages),
    ...linkedMedia(context),
  ]
  const problems: Problem[] = []
  const hosted = fields.youtube === undefined ? undefined : videoPage(fields.youtube)
  if (fields.youtube !== undefined && hosted === undefined) {
    const message = `"${fields.youtube.slice(0, 80)}" is no video that can be embedded, so the page shows none`
    problems.push(problem('video-unrecognised', placeOf('youtube'), message, 'Write the address of the video’s page'))
  }
  const references = withSizes(named, fields).flatMap((each) => {
    const located = locate(each, context)
    if ('problem' in located) problems.push(located.problem)
    return 'location' in located ? [referenceOf(each, located.location, fields)] : []
  })
  for (const kind of ['audio', 'video'] as const) {
    if (named.some((each) => each.kind === kind)) continue
    const beside = files.media.filter((path) => mediaKindOf(path) === kind)
    references.push(...beside.map((location) => referenceOf({location, kind}, location, fields)))
  }
  const isPage = (url: string) => mediaKindOf(url) === undefined && absoluteUrl(url) !== undefined
  return {
    ...present({hostedVideo: hosted ?? pages[0], link: fields.link?.find(isPage)}),
    media: inOrder(unique(references)),
    problems,
  }
}

/** Sound first: it is what podcast apps download. A video is the enclosure only where there is no sound. */
function inOrder(media: readonly MediaReference[]): readonly MediaReference[] {
  return [...media.filter(({kind}) => kind === 'audio'), ...media.filter(({kind}) => kind === 'video')]
}

function unique(media: readonly MediaReference[]): readonly MediaReference[] {
  const first = new Map<string, MediaReference>()
  for (const each of media) if (!first.has(each.location)) first.set(each.location, each)
  return [...first.values()]
}

function namedMedia({fields, lines}: MediaContext, field: Kind, pages: HostedVideo[]): readonly Named[] {
  return (fields[field] ?? []).flatMap((each): readonly Named[] => {
    const page = mediaKindOf(each.location) === undefined ? parseHostedVideo(each.location) : undefined
    if (page === undefined) return [{...each, kind: kindOf(each, field), ...present({line: lines.get(field)})}]
    pages.push(page)
    return []
  })
}

function kindOf({location, mimeType}: AuthoredMedia, field: Kind): Kind {
  if (mimeType?.startsWith('video/')) return 'video'
  if (mimeType?.startsWith('audio/')) return 'audio'
  return mediaKindOf(location) ?? field
}

/** `url` is the page of the episode for some shows and its media file for others; the ending tells. */
function linkedMedia({fields, lines}: MediaContext): readonly Named[] {
  return (fields.link ?? []).flatMap((location): readonly Named[] => {
    const kind = mediaKindOf(location)
    return kind === undefined ? [] : [{location, kind, ...present({line: lines.get('link')})}]
  })
}

function withSizes(named: readonly Named[], {size}: EpisodeFields): readonly Named[] {
  return named.map((each, index) => {
    if (each.sizeInBytes !== undefined || size === undefined) return each
    if (typeof size !== 'number') return {...each, ...present({sizeInBytes: size.get(extensionOf(each.location))})}
    // One size for several formats can only be that of the first.
    return index === 0 ? {...each, sizeInBytes: size} : each
  })
}

function referenceOf(named: Named, location: string, fields: EpisodeFields): MediaReference {
  const {kind, mimeType, sizeInBytes, line} = named
  const durationInSeconds = named.durationInSeconds ?? fields.duration ?? fields.duration_minutes
  return present({location, kind, mimeType, sizeInBytes, durationInSeconds, line})
}

type Located = {readonly location: string} | {readonly problem: Problem}

function locate({location, line}: Named, {files, index, show}: MediaContext): Located {
  const place = {file: files.file, ...present({line})}
  if (/^https?:/i.test(location)) {
    const url = absoluteUrl(location)
    if (url !== undefined) return {location: url}
    return {problem: problem('value-invalid', place, `"${location.slice(0, 80)}" is no web address`)}
  }
  const found = index.find(location, files.file)
  if ('path' in found) return {location: found.path}
  if ('outside' in found) {
    const message = `"${location.slice(0, 80)}" lies outside the show folder, and nothing outside it is published`
    return {problem: problem('file-outside-show', place, message, 'Move the file into the show folder')}
  }
  // Names of files that are on the media server already.
  const encoded = location.replace(/^\/+/, '').replaceAll('?', '%3F').replaceAll('#', '%23')
  const remote = show.mediaUrl === undefined ? undefined : absoluteUrl(`./${encoded}`, show.mediaUrl)
  if (remote !== undefined) return {location: remote}
  const message = `the media file "${location.slice(0, 80)}" is not in the show folder, so there would be nothing to play`
  const hint = 'If it is on a server, write the whole address, or media_url: https://media.example.org/ in show.yaml'
  return {problem: problem('reference-missing', place, message, hint)}
}

/** A page's address, or an id of YouTube's. */
function videoPage(text: string): HostedVideo | undefined {
  return parseHostedVideo(/^[\w-]{11}$/.test(text) ? `https://www.youtube.com/watch?v=${text}` : text)
}
