import {readFrontMatter} from '../data/front-matter.ts'
import {readText} from '../data/source-text.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import type {EpisodeContext} from './episode-context.ts'
import {episodeSlug} from './identity.ts'

/** The slug of an episode that the show leaves out. It tells whether the episode was published, so even a broken file gets one. */
export async function leftOutSlug(files: EpisodeFiles, context: EpisodeContext, published?: string): Promise<string> {
  const text = await readText(context.folder, files.file)
  const source = text.ok ? readFrontMatter(text.value, files.file) : undefined
  const {slug, permalink} = source === undefined ? {} : context.fields(source, {timeZone: context.show.timeZone}).fields
  const authored = {...(slug === undefined ? {} : {slug}), ...(permalink === undefined ? {} : {permalink})}
  return episodeSlug(authored, files.stem, published)
}
