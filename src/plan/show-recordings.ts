import {isOnlyDated} from '../read/episode/no-episode.ts'
import {type OpenedShow, readEpisode} from '../read/read.ts'

/** Asks the files of the show, one after the other, until one is surely an episode. It is asked only where a page is in doubt. */
export function recordingsOf(opened: OpenedShow): () => Promise<boolean> {
  let found: Promise<boolean> | undefined
  return () => {
    found ??= hasRecordings(opened)
    return found
  }
}

async function hasRecordings(opened: OpenedShow): Promise<boolean> {
  const {leftOut} = opened.context.corrections
  const episodes = opened.episodes.filter(({file}) => !leftOut.has(file))
  if (episodes.some(({media}) => media.length > 0)) return true
  for (const files of episodes) {
    const read = await readEpisode(opened, files)
    if (read.ok && !isOnlyDated(read.value, files.stem)) return true
  }
  return false
}
