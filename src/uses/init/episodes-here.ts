import {existsSync} from 'node:fs'
import {adoptedShows} from '../../adopt/adopted-show.ts'
import {vocabulary} from '../adopt/evidence-keys.ts'
import {readRepository} from '../adopt/read-repository.ts'

/** Episodes that lie in a folder without a show. */
export type EpisodesHere = {
  /** Where the `show.yaml` belongs, with a final `/`; empty for the folder itself. */
  readonly showFolder: string
  /** For the field `episodes`. */
  readonly glob: string
}

/** An author who has written an article and then runs `init` wants a show of that article, not an example beside it. */
export async function episodesHere(folder: string): Promise<EpisodesHere | undefined> {
  if (!existsSync(folder)) return undefined
  const [largest] = adoptedShows(await readRepository(folder), vocabulary)
  if (largest === undefined) return undefined
  return {showFolder: largest.folder === '' ? '' : `${largest.folder}/`, glob: largest.glob.value}
}
