import {pictureKinds} from '../../file-kinds/picture-kinds.ts'
import {readText} from '../data/source-text.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import type {EpisodeContext} from './episode-context.ts'

type Opened = {readonly episodes: readonly EpisodeFiles[]; readonly context: EpisodeContext}

/** Front matter is shorter. Pictures in the text below are published in another way. */
const headInCharacters = 16_000

const endings = pictureKinds
  .filter(({refused}) => refused === undefined)
  .flatMap(({extensions}) => extensions)
  .map((extension) => `\\${extension}`)
  .join('|')

/** What may be the name of a picture: in quotes, or a plain value. */
const names = new RegExp(
  `(["'])([^"'\\n]{1,300}?(?:${endings}))\\1|(?<=[:[{,\\s])([^\\s"'[\\]{},:][^"'[\\]{},:\\n]{0,300}?(?:${endings}))(?=\\s*(?:[\\]},#\\n]|$))`,
  'gi',
)

/** Looks through the front matter of all episodes, once, for the pictures that they name. It is asked only where an episode names one. */
export function sharedPicturesOf(opened: Opened): (path: string) => Promise<boolean> {
  let found: Promise<ReadonlyMap<string, number>> | undefined
  return async (path) => {
    found ??= countNames(opened)
    return ((await found).get(path.normalize('NFC')) ?? 0) > 1
  }
}

async function countNames({episodes, context}: Opened): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const {file} of episodes) {
    if (context.corrections.leftOut.has(file)) continue
    const text = await readText(context.folder, file)
    if (!text.ok) continue
    const named = new Set<string>()
    for (const [, , quoted, plain] of text.value.slice(0, headInCharacters).matchAll(names)) {
      const answer = context.index.find((quoted ?? plain ?? '').trim(), file)
      if ('path' in answer) named.add(answer.path.normalize('NFC'))
    }
    for (const path of named) counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return counts
}
