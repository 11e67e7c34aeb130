import type {OutputFile} from '../../model/output.ts'
import {planEpisode} from '../../plan/plan-episode.ts'
import type {ReadyShow} from '../../plan/ready-show.ts'
import type {SiteFile} from '../../preview/previewed-show.ts'
import {joinedPieces} from '../../text/text-piece.ts'

/** A file of the plan. Its text is made once, when somebody asks for it, because nobody looks at all pages of a show. */
export function siteFile(file: OutputFile): SiteFile {
  const {mimeType} = file
  if ('copyFrom' in file) return {mimeType, onDisk: file.copyFrom}
  if (!('pieces' in file)) throw new Error(`Nobody knows what is in ${file.path}`)
  let text: string | undefined
  return {
    mimeType,
    text: async () => {
      text ??= joinedPieces(file.pieces)
      return text
    },
  }
}

export type Texts = ReadonlyMap<string, string>

/** A file of an episode. `texts` returns the texts of all its files by their paths. */
export function remadeFile(
  {path, mimeType}: Pick<OutputFile, 'path' | 'mimeType'>,
  texts: () => Promise<Texts>,
): SiteFile {
  return {mimeType, text: async () => (await texts()).get(path) ?? ''}
}

/** How many episodes keep their texts: the one that is looked at, and a few before it. */
const keptEpisodes = 8

/** The texts of episodes, by the author's file. */
export type EpisodeTexts = {
  readonly of: (file: string) => Promise<Texts>
  /** The texts of an episode that was looked at recently. */
  readonly kept: (file: string) => Promise<Texts> | undefined
  readonly keep: (file: string, texts: Promise<Texts>) => void
  /** Makes the texts of an episode again that was looked at recently, from its files as they are now. With an error they stay as they are. */
  readonly renew: (file: string) => Promise<void>
}

/**
 * Makes the texts of an episode when somebody asks for them. The plan does not keep them, because the texts of a large show would fill the
 * memory. Making them takes a few milliseconds.
 */
export function episodeTexts(ready: () => ReadyShow | undefined, now: Date): EpisodeTexts {
  const made = new Map<string, Promise<Texts>>()
  const keep = (file: string, texts: Promise<Texts>) => {
    made.delete(file)
    made.set(file, texts)
    const [oldest] = made.keys()
    if (made.size > keptEpisodes && oldest !== undefined) made.delete(oldest)
  }
  return {
    of: (file) => {
      const texts = made.get(file) ?? textsOf(ready(), file, now)
      keep(file, texts)
      return texts
    },
    kept: (file) => made.get(file),
    keep,
    renew: async (file) => {
      if (!made.has(file)) return
      const texts = await textsOf(ready(), file, now)
      if (texts.size > 0) keep(file, Promise.resolve(texts))
    },
  }
}

async function textsOf(ready: ReadyShow | undefined, file: string, now: Date): Promise<Texts> {
  const texts = new Map<string, string>()
  const files = ready?.opened.episodes.find((each) => each.file === file)
  if (ready === undefined || files === undefined) return texts
  await planEpisode(ready, files, now, async (made) => {
    if ('pieces' in made) texts.set(made.path, joinedPieces(made.pieces))
    return []
  })
  return texts
}
