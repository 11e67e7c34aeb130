import {type ChapterSource, compareChapterSources, tidyChapters} from '../chapters/chapter-list.ts'
import {absoluteUrl} from '../model/absolute-url.ts'
import type {Chapter} from '../model/chapter.ts'
import type {ProbedEpisode} from '../model/episode.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {Show} from '../model/show.ts'
import {type PictureAddresses, pictureAddresses} from './text-pictures.ts'

export type RenderedChapters = {readonly chapters: readonly Chapter[]; readonly problems: readonly Problem[]}

function withAddresses({url, image, ...rest}: Chapter, show: Show, pictures: PictureAddresses): Chapter {
  const resolved = (reference: string | undefined) =>
    reference === undefined ? undefined : absoluteUrl(reference, show.siteUrl)
  return {
    ...rest,
    ...present({
      url: resolved(url),
      image: image !== undefined && pictures.has(image) ? pictures.get(image) : resolved(image),
    }),
  }
}

/**
 * One list of chapters for every output, so that no output contradicts another: what the author wrote, else what the media file
 * holds, else the headings of the transcript. Headings are never compared with other chapters, because a text may be divided in
 * another way than its episode.
 */
export function renderChapters(show: Show, episode: ProbedEpisode, headings: ChapterSource): RenderedChapters {
  const [enclosure] = episode.media
  const written = {
    name: 'the chapters of the episode',
    chapters: episode.chapters,
    file: episode.chapterSource?.file ?? episode.file,
  }
  const embedded = {
    name: 'the media file',
    chapters: enclosure?.chapters ?? [],
    file: enclosure === undefined || /^https?:/i.test(enclosure.location) ? episode.file : enclosure.location,
  }
  const chosen = [written, embedded].find((source) => source.chapters.length > 0) ?? headings
  const {chapters, problems} = tidyChapters(
    chosen.chapters,
    present({file: chosen.file, durationInSeconds: enclosure?.facts.durationInSeconds}),
  )
  const disagreements = compareChapterSources([written, embedded])
  const pictures = pictureAddresses(show, episode.chapterPictures)
  return {
    chapters: chapters.map((chapter) => withAddresses(chapter, show, pictures)),
    problems: [...problems, ...disagreements],
  }
}
