import type {Vocabulary} from '../../src/adopt/adopted-show.ts'
import type {Config, ContentFile, DataMap, Repository} from '../../src/adopt/repository.ts'

/** As the keys of our fields tell it: what speaks for an episode. */
export const keys = {media: ['audio'], number: ['episode'], date: ['date'], length: ['duration']}

export function page(file: string, data: DataMap = {}, hasPlayer = false): ContentFile {
  return {file, data, hasPlayer, isConversation: false}
}

/** Episodes with media of their own, by their names without an ending. */
export function episodes(folder: string, ...names: readonly string[]): readonly ContentFile[] {
  return names.map((name) => page(`${folder}${name}.md`, {audio: `${name}.mp3`}))
}

export function repository(
  pages: readonly ContentFile[],
  configs: readonly Config[] = [],
  files: readonly string[] = [],
): Repository {
  return {files: [...pages.map(({file}) => file), ...configs.map(({file}) => file), ...files], pages, configs}
}

export const vocabulary: Vocabulary = {keys, fields: {}, ownerOf: () => undefined}
