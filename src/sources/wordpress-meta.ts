import {present} from '../model/present.ts'
import {childElements, childText, unknownElement} from './elements.ts'
import {linked, mediaFile} from './rss-files.ts'
import type {SourceElement} from './source-document.ts'
import type {LinkedFile, LinkedMedia, UnknownElement, WrittenFields} from './source-show.ts'

/** What the plugins for podcasts keep of a post beside its text. */
export type WordPressMeta = {
  readonly media: readonly LinkedMedia[]
  readonly files: readonly LinkedFile[]
  readonly fields: WrittenFields
  readonly unknown: readonly UnknownElement[]
}

/** Keys that are read here, and those that only repeat what others say. */
const read: ReadonlySet<string> = new Set([
  'enclosure',
  'audio_file',
  'duration',
  'filesize',
  'filesize_raw',
  'explicit',
  'cover_image',
  'cover_image_id',
  'itunes_season_number',
  'itunes_episode_number',
  'itunes_episode_type',
])

/** What WordPress notes for itself: who edited a post, and what it still has to do. */
const housekeeping = /^_(?:edit_|wp_|oembed_|encloseme$|pingme$)/

/**
 * Post meta of PowerPress (`enclosure`: address, size and type in lines, and more in PHP's form behind them), of Seriously Simple
 * Podcasting (`audio_file`), and of WordPress, which adds an `enclosure` for each sound that a text links to.
 */
export function wordPressMeta(item: SourceElement): WordPressMeta {
  const entries = childElements(item, '{}wp:postmeta').map((element) => ({
    element,
    key: childText(element, '{}wp:meta_key') ?? '',
    value: childText(element, '{}wp:meta_value') ?? '',
  }))
  const first = (key: string) => entries.find((each) => each.key === key && each.value !== '')?.value
  const enclosures = entries.flatMap(({key, value}) => (key === 'enclosure' ? [value] : []))
  const more = enclosures.find((each) => each.split('\n').length > 3) ?? ''
  const type = (first('itunes_episode_type') ?? phpText(more, 'episode_type'))?.toLowerCase()
  return {
    media: mediaOf(enclosures, first),
    files: linked('picture', first('cover_image')),
    fields: present({
      season: countOf(first('itunes_season_number') ?? phpText(more, 'season')),
      episode: countOf(first('itunes_episode_number') ?? phpText(more, 'episode_no')),
      type: type === 'trailer' || type === 'bonus' ? type : undefined,
      explicit: explicitOf(first('explicit'), phpText(more, 'explicit')),
    }),
    unknown: entries
      .filter(({key, value}) => value !== '' && !read.has(key) && !housekeeping.test(key))
      .map(({key, element}) => ({...unknownElement(element), name: `wp:postmeta ${key}`})),
  }
}

function mediaOf(enclosures: readonly string[], first: (key: string) => string | undefined): readonly LinkedMedia[] {
  const ofPosts = enclosures.flatMap((written): readonly LinkedMedia[] => {
    const [url = '', length, type] = written.split('\n').map((line) => line.trim())
    const duration = secondsOf(phpText(written, 'duration') ?? first('duration'))
    return isAddress(url) && !type?.startsWith('image/') ? [mediaFile(url, type, length, duration)] : []
  })
  const file = first('audio_file') ?? ''
  if (!isAddress(file)) return withoutRepeats(ofPosts)
  // WordPress notes the same file as an enclosure, with what its server said of it.
  const noted = ofPosts.find(({url}) => url === file)
  return withoutRepeats([
    {...noted, ...mediaFile(file, undefined, first('filesize_raw'), secondsOf(first('duration')))},
    ...ofPosts,
  ])
}

function withoutRepeats(media: readonly LinkedMedia[]): readonly LinkedMedia[] {
  return media.filter(({url}, index) => media.findIndex((each) => each.url === url) === index)
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text)
}

/** `s:8:"duration";s:8:"00:12:34";` */
function phpText(serialised: string, key: string): string | undefined {
  return new RegExp(`"${key}";s:\\d+:"([^"]*)"`).exec(serialised)?.[1]
}

/** `on` or nothing with one plugin; `1` for explicit and `2` for clean with the other. */
function explicitOf(simple: string | undefined, powerPress: string | undefined): boolean | undefined {
  if (simple === 'on' || powerPress === '1') return true
  return powerPress === '2' ? false : undefined
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
}

function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const parts = text.split(':').map(Number)
  return parts.some(Number.isNaN) ? undefined : parts.reduce((sum, part) => sum * 60 + part, 0)
}
