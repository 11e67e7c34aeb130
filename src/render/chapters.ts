import {compareChapterSources, tidyChapters} from '../chapters/chapter-list.ts'
import {absoluteUrl} from '../model/absolute-url.ts'
import type {Chapter} from '../model/chapter.ts'
import type {ProbedEpisode} from '../model/episode.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {Show} from '../model/show.ts'

export type RenderedChapters = {readonly chapters: readonly Chapter[]; readonly problems: readonly Problem[]}

function withAddresses({url, image, ...rest}: Chapter, show: Show): Chapter {
  const resolved = (reference: string | undefined) =>
    reference === undefined ? undefined : absoluteUrl(reference, show.siteUrl)
  return {...rest, ...present({url: resolved(url), image: resolved(image)})}
}

/** One list for every output, so that none can contradict another: what the author wrote, or else what the media file holds. */
export function renderChapters(show: Show, episode: ProbedEpisode): RenderedChapters {
  const [enclosure] = episode.media
  const embedded = enclosure?.chapters ?? []
  const chosen = episode.chapters.length > 0 ? episode.chapters : embedded
  const {chapters, problems} = tidyChapters(chosen, {
    file: episode.file,
    ...present({durationInSeconds: enclosure?.facts.durationInSeconds}),
  })
  const sources = [
    {name: 'the chapters of the episode', chapters: episode.chapters, file: episode.file},
    {name: 'the media file', chapters: embedded, file: episode.file},
  ]
  const disagreements = compareChapterSources(sources.filter((source) => source.chapters.length > 0))
  return {chapters: chapters.map((chapter) => withAddresses(chapter, show)), problems: [...problems, ...disagreements]}
}
