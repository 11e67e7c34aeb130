import {fileKinds} from '../file-kinds/all-kinds.ts'
import {isAddress} from '../file-kinds/endings.ts'
import {type EvidenceKeys, evidenceOf} from './episode-evidence.ts'
import {type ContentFile, comparableName, type Repository} from './repository.ts'

/** Places of a text that play something: `<audio src>`, `<source src>`, `![[first.mp3]]`, `![](first.mp3)`. */
const players: readonly RegExp[] = [
  /<(?:audio|source)\b[^>]{0,500}?[\s"']src\s*=\s*["']?([^"'\s>]{1,500})/gi,
  /!\[\[([^\][|#\n]{1,300})/g,
  /!\[[^\][\n]{0,300}\]\(<?([^()<>\s]{1,500})/g,
]

/** The sounds that a text plays, each once. */
export function soundsIn(text: string): readonly string[] {
  const named = players.flatMap((form) => Array.from(text.matchAll(form), ([, name = '']) => name.trim()))
  return [...new Set(named)].filter((name) => fileKinds.mediaOf(name)?.kind === 'audio')
}

/**
 * The recordings of episodes that name them nowhere but in a player of the text, by file. A text with two players does not say which
 * of them is the episode.
 */
export function playedSounds(
  episodes: readonly ContentFile[],
  {files}: Repository,
  keys: EvidenceKeys,
  folder: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const page of episodes) {
    const [sound, other] = page.sounds ?? []
    if (sound === undefined || other !== undefined || evidenceOf(page, keys).has('media')) continue
    const place = isAddress(sound) ? sound : pathBelow(folder, sound, files)
    if (place !== undefined) found.set(folder === '' ? page.file : page.file.slice(folder.length + 1), place)
  }
  return found
}

/** Obsidian and generators name a file without its folders. */
function pathBelow(folder: string, name: string, files: readonly string[]): string | undefined {
  const start = folder === '' ? '' : `${folder}/`
  const [file, other] = files.filter((each) => each.startsWith(start) && comparableName(each) === comparableName(name))
  return file === undefined || other !== undefined ? undefined : file.slice(start.length)
}
