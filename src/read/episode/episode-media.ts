import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {locationExtension} from '../../file-kinds/endings.ts'
import {absoluteUrl} from '../../model/absolute-url.ts'
import type {HostedVideo, MediaReference} from '../../model/media.ts'
import {present} from '../../model/present.ts'
import {type Place, type Problem, withSeverity} from '../../model/problem.ts'
import type {Show} from '../../model/show.ts'
import {parseHostedVideo, videoServiceNames, videoServiceOf} from '../../text/addresses/hosted-video.ts'
import type {EpisodeFields} from '../fields/episode-fields.ts'
import {hostedVideoOf} from '../fields/episode-media-fields.ts'
import type {AuthoredMedia} from '../fields/media-kinds.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import {type FileIndex, outsideShow} from '../files/file-index.ts'
import {problem} from './episode-problems.ts'

export type EpisodeMedia = {
  readonly media: readonly MediaReference[]
  readonly hostedVideo?: HostedVideo
  /** The place where `hostedVideo` was named. */
  readonly videoPlace?: Place
  /** A page about the episode elsewhere. */
  readonly link?: string
  readonly problems: readonly Problem[]
}

type Kind = MediaReference['kind']
type Named = AuthoredMedia & {readonly kind: Kind; readonly place?: Place}
type PageMedia = Pick<EpisodeMedia, 'hostedVideo' | 'videoPlace'>

type MediaContext = {
  readonly fields: EpisodeFields
  readonly files: EpisodeFiles
  readonly show: Show
  readonly index: FileIndex
  readonly places: ReadonlyMap<string, Place>
  readonly placeOf: (field: 'audio' | 'video' | 'youtube' | 'link') => Place
}

/**
 * The media of an episode: what the author names, else what lies beside the episode under its name. The media that apps download come
 * first. A page of a video service is a hosted video and never an enclosure, because apps cannot play it. `probe` says later whether a
 * file is there. Problems: `file-outside-show`, `video-unrecognised`, `media-is-page`.
 */
export function episodeMedia(context: MediaContext): EpisodeMedia {
  const {fields, places, placeOf} = context
  const pages: PageMedia[] = []
  const named = [
    ...namedMedia(context, 'audio', pages),
    ...namedMedia(context, 'video', pages),
    ...linkedMedia(context),
  ]
  const problems: Problem[] = named.flatMap((each) => pageProblems(each, context))
  const files = named.filter(({location}) => !isPageOfService(location))
  const hosted = fields.youtube === undefined ? undefined : hostedVideoOf(fields.youtube)
  if (fields.youtube !== undefined && hosted === undefined) {
    const message = `"${fields.youtube.slice(0, 80)}" is no video that can be embedded, so the page shows none`
    problems.push(problem('video-unrecognised', placeOf('youtube'), message, 'Write the address of the video’s page'))
  }
  const found = files.flatMap((each) => {
    const located = locate(each, context)
    if ('problem' in located) problems.push(located.problem)
    return 'location' in located ? [{...each, location: located.location}] : []
  })
  const media = inOrder(unique([...found, ...mediaBeside(context, files)]))
  const isLost = media.length === 0 && hosted === undefined && pages.length === 0
  const isPage = (url: string) => mediaKindOf(url) === undefined && absoluteUrl(url) !== undefined
  return {
    media: withSizes(media, fields).map((each) => referenceOf(each, fields)),
    // A file or an address that cannot be used is left out. It is an error if the episode has nothing else.
    problems: isLost ? problems.map((each) => withSeverity(each, 'error')) : problems,
    ...(hosted === undefined ? pages[0] : present({hostedVideo: hosted, videoPlace: places.get('youtube')})),
    ...present({link: fields.link?.find(isPage)}),
  }
}

/** The kind of media that the ending of a path or an address names, if it names one. */
function mediaKindOf(location: string): Kind | undefined {
  return fileKinds.mediaOf(location)?.kind
}

/** Sound comes first, because podcast apps download sound. A video is the enclosure only where there is no sound. */
function inOrder(media: readonly Named[]): readonly Named[] {
  return [...media.filter(({kind}) => kind === 'audio'), ...media.filter(({kind}) => kind === 'video')]
}

function unique(media: readonly Named[]): readonly Named[] {
  const first = new Map<string, Named>()
  for (const each of media) if (!first.has(each.location)) first.set(each.location, each)
  return [...first.values()]
}

/** Files under the episode's name. They count only if the author names no file of their kind. */
function mediaBeside({files}: MediaContext, named: readonly Named[]): readonly Named[] {
  return files.media.flatMap((location) => {
    const kind = mediaKindOf(location)
    return kind === undefined || named.some((each) => each.kind === kind) ? [] : [{location, kind}]
  })
}

function namedMedia({fields, places}: MediaContext, field: Kind, pages: PageMedia[]): readonly Named[] {
  return (fields[field] ?? []).flatMap((each): readonly Named[] => {
    const page = mediaKindOf(each.location) === undefined ? parseHostedVideo(each.location) : undefined
    const place = places.get(field)
    if (page === undefined) return [{kind: kindOf(each, field), ...each, ...present({place})}]
    pages.push(present({hostedVideo: page, videoPlace: place}))
    return []
  })
}

function isPageOfService(location: string): boolean {
  return mediaKindOf(location) === undefined && videoServiceOf(location) !== undefined
}

/** Reports a page that shows no single video (a channel, a playlist, an event). As an enclosure it would be a download of HTML. */
function pageProblems({location, place}: Named, {files}: MediaContext): readonly Problem[] {
  const service = mediaKindOf(location) === undefined ? videoServiceOf(location) : undefined
  if (service === undefined) return []
  const message = `${location.slice(0, 120)} is a page of ${videoServiceNames[service]} and no media file: apps would download the page and fail to play it`
  const hint = 'Write the address of the video’s own page as youtube: https://…, and the sound as audio: interview.mp3'
  return [problem('media-is-page', {file: files.file, ...place}, message, hint)]
}

function kindOf({location, mimeType}: AuthoredMedia, field: Kind): Kind {
  if (mimeType?.startsWith('video/')) return 'video'
  if (mimeType?.startsWith('audio/')) return 'audio'
  return mediaKindOf(location) ?? field
}

/** For some shows, `url` is the page of the episode; for others, it is the media file. The ending says which it is. */
function linkedMedia({fields, places}: MediaContext): readonly Named[] {
  return (fields.link ?? []).flatMap((location): readonly Named[] => {
    const kind = mediaKindOf(location)
    return kind === undefined ? [] : [{location, kind, ...present({place: places.get('link')})}]
  })
}

function withSizes(media: readonly Named[], {size}: EpisodeFields): readonly Named[] {
  return media.map((each, index) => {
    if (each.sizeInBytes !== undefined || size === undefined) return each
    if (typeof size !== 'number')
      return {...each, ...present({sizeInBytes: size.get(locationExtension(each.location).slice(1))})}
    // One size for several formats can only be the size of the first.
    return index === 0 ? {sizeInBytes: size, ...each} : each
  })
}

function referenceOf(named: Named, {duration, duration_minutes}: EpisodeFields): MediaReference {
  return present({durationInSeconds: duration ?? duration_minutes, ...named})
}

type Located = {readonly location: string} | {readonly problem: Problem}

function locate({location, place: written}: Named, {files, index, show}: MediaContext): Located {
  const place = {file: files.file, ...written}
  if (/^https?:/i.test(location)) {
    // The fragment is cut off. Some apps would send it and get no file, and apps would compare the address together with it.
    const url = absoluteUrl(fileKinds.mediaAddress(location))
    if (url !== undefined) return {location: url}
    return {problem: problem('value-invalid', place, `"${location.slice(0, 80)}" is no web address`)}
  }
  const found = index.find(location, files.file)
  if ('path' in found) return {location: found.path}
  if ('outside' in found) return {problem: outsideShow(location, place)}
  // The location may be the name of a file that is on the media server already.
  const encoded = location.replace(/^\/+/, '').replaceAll('?', '%3F').replaceAll('#', '%23')
  const remote = show.mediaUrl === undefined ? undefined : absoluteUrl(`./${encoded}`, show.mediaUrl)
  return {location: remote ?? found.missing}
}
