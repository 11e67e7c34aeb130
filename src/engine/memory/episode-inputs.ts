import {isDeepStrictEqual} from 'node:util'
import {type FileMark, markOfUnchanged, watchFile} from '../../cache/file-mark.ts'
import type {PersonFound} from '../../read/episode/people-files.ts'
import type {EpisodeFiles, OpenedShow} from '../../read/read.ts'

/** Everything that an episode was made from, so that a later build can see whether it would come out the same. */
export type EpisodeInputs = {
  /** Its files, and the transcripts that the show sorts to it. */
  readonly sources: string
  readonly marks: readonly FileMark[]
  /** What its texts name, and which file was found under each name. Tomorrow a new file may have that name. */
  readonly found: readonly {readonly reference: string; readonly from: string; readonly answer: string}[]
  /** Files that have the names of its media. */
  readonly beside: readonly {readonly media: string; readonly answer: string}[]
  readonly people: readonly {readonly name: string; readonly kind: string; readonly answer: PersonFound}[]
}

function sourcesOf({context}: OpenedShow, files: EpisodeFiles): string {
  // If there are files about people, an unknown name gets a problem.
  return JSON.stringify([files, context.transcriptsOf(files.file), context.peopleFiles.exist])
}

/**
 * `opened` for the reading of one episode, and what that reading asked for. `undefined` if a file changed meanwhile. An episode
 * reads no file that is not its own or asked for by name, because `read` has no other way to a file.
 */
export function recordInputs(
  opened: OpenedShow,
  files: EpisodeFiles,
): {readonly opened: OpenedShow; readonly inputs: () => EpisodeInputs | undefined} {
  const {context, folder} = opened
  const watched = new Map<string, () => FileMark | undefined>()
  const watch = (path: string) => {
    if (!watched.has(path)) watched.set(path, watchFile(folder, path))
  }
  for (const path of ownFiles(opened, files)) watch(path)
  const found: {readonly reference: string; readonly from: string; readonly answer: string}[] = []
  const people: EpisodeInputs['people'][number][] = []
  const find: OpenedShow['context']['index']['find'] = (reference, from) => {
    const answer = context.index.find(reference, from)
    found.push({reference, from, answer: JSON.stringify(answer)})
    if ('path' in answer) watch(answer.path)
    else if ('missing' in answer) watch(answer.missing)
    return answer
  }
  const besides: {readonly media: string; readonly answer: string}[] = []
  const beside: OpenedShow['context']['spare']['beside'] = (media) => {
    const files = context.spare.beside(media)
    besides.push({media, answer: JSON.stringify(files)})
    for (const file of files) watch(file)
    return files
  }
  const {peopleFiles} = context
  const findPerson: typeof peopleFiles.find = async (name, kind) => {
    const answer = await peopleFiles.find(name, kind)
    people.push({name, kind, answer})
    return answer
  }
  const recording = {
    ...context,
    index: {find},
    spare: {...context.spare, beside},
    peopleFiles: {...peopleFiles, find: findPerson},
  }
  return {
    opened: {...opened, context: recording},
    inputs: () => {
      const marks: FileMark[] = []
      for (const path of watched.values()) {
        const mark = path()
        if (mark === undefined) return undefined
        marks.push(mark)
      }
      return {sources: sourcesOf(opened, files), marks, found, beside: besides, people}
    },
  }
}

function ownFiles({context}: OpenedShow, files: EpisodeFiles): readonly string[] {
  const {file, media, transcripts, chapters, images} = files
  return [file, ...media, ...transcripts, ...chapters, ...images, ...context.transcriptsOf(file)]
}

/**
 * The inputs as they are now, with the times and inodes of today. `undefined` if an input differs. It is the same object if all
 * are as noted.
 */
export async function unchangedInputs(
  opened: OpenedShow,
  files: EpisodeFiles,
  inputs: EpisodeInputs,
): Promise<EpisodeInputs | undefined> {
  const {index, peopleFiles, spare} = opened.context
  if (inputs.sources !== sourcesOf(opened, files)) return undefined
  if (inputs.found.some(({reference, from, answer}) => JSON.stringify(index.find(reference, from)) !== answer))
    return undefined
  if (inputs.beside.some(({media, answer}) => JSON.stringify(spare.beside(media)) !== answer)) return undefined
  for (const {name, kind, answer} of inputs.people)
    if (!isDeepStrictEqual(await peopleFiles.find(name, kind), answer)) return undefined
  const marks: FileMark[] = []
  for (const mark of inputs.marks) {
    const now = markOfUnchanged(opened.folder, mark)
    if (now === undefined) return undefined
    marks.push(now)
  }
  return marks.every((mark, at) => mark === inputs.marks[at]) ? inputs : {...inputs, marks}
}
