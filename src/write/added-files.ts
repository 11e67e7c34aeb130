import {join} from 'node:path'
import type {KeptFiles} from '../cache/kept-files.ts'
import type {BuildFolders, OutputFile, StagedContent} from '../model/output.ts'
import type {Problem} from '../model/problem.ts'
import {isSitePath, privateFolder} from '../text/addresses/site-path.ts'
import {collision, pathKey} from './collisions.ts'
import type {Named, StagedFile} from './commit.ts'
import {encodings} from './compressed-copies.ts'
import type {KnownFile} from './manifest.ts'
import {notOurs, thereAt} from './obstacles.ts'
import {entryOf, withoutPrivatePaths} from './private-entries.ts'
import {type FileMaker, openStage, stagedAt} from './stage.ts'
import {isPicture, type OnPicture, type PictureFile, type StagedPicture, stagePictures} from './stage-pictures.ts'
import {unwritable} from './unwritable.ts'
import {problem} from './write-problems.ts'

/** What a build is to publish, file by file. */
export type AddedFiles = {
  /** By `pathKey`. */
  readonly staged: ReadonlyMap<string, StagedFile>
  readonly add: (file: OutputFile) => Promise<readonly Problem[]>
  /** Makes the pictures among them, which `add` leaves for later: they take long, and a build that fails needs none. */
  readonly stagePictures: (kept: KeptFiles | undefined, onPicture?: OnPicture) => Promise<readonly Problem[]>
}

const mainMaker = 'main'

export function addedFiles(folders: BuildFolders, before: ReadonlyMap<string, KnownFile>): AddedFiles {
  const {output: folder, stage} = folders
  const maker = openStage(folders, mainMaker)
  const {staged, claim, settle} = takenPaths(folders, before)
  const pictures: PictureFile[] = []

  async function add(file: OutputFile): Promise<readonly Problem[]> {
    if (isPicture(file)) return later(pictures, file, claim(file))
    const found = await addMade(file, () => contentOf(file, maker))
    const problems = file.isPrivate === true ? withoutPrivatePaths(found, [entryOf(file)]) : found
    return file.compressed === true && problems.length === 0 ? addCompressed(file) : problems
  }

  async function addCompressed({path, mimeType, rank, source}: Named): Promise<readonly Problem[]> {
    const content = staged.get(pathKey(path))?.content ?? 'unchanged'
    const original = content === 'unchanged' ? join(folder, path) : stagedAt(stage, {path, rank}, content.maker)
    const copies = encodings.map((encoding) => {
      const copy = {path: `${path}${encoding.ending}`, mimeType, rank, source}
      return addMade(copy, () => maker.compressed(copy, encoding, original))
    })
    return (await Promise.all(copies)).flat()
  }

  async function addMade(
    named: Named,
    make: () => StagedContent | Promise<StagedContent>,
  ): Promise<readonly Problem[]> {
    const problems = claim(named)
    if (problems.length > 0) return problems
    try {
      return settle(named, await make())
    } catch (error) {
      return [unwritable(named.path, error)]
    }
  }

  async function stageAll(kept: KeptFiles | undefined, onPicture?: OnPicture): Promise<readonly Problem[]> {
    const problems: Problem[] = []
    const files = pictures.splice(0)
    const toStage = files.map((file): StagedPicture => {
      const {copyFrom: from, recipe, path} = file
      const end: StagedPicture['end'] = (outcome) => {
        if (typeof outcome === 'object') problems.push(unwritable(path, outcome.error))
        else problems.push(...settle(file, outcome === 'made' ? {maker: mainMaker} : 'unchanged'))
      }
      return {from, recipe, target: join(folder, path), stagedPath: () => maker.pathOf(file), end}
    })
    await stagePictures(toStage, kept, onPicture)
    // The colours of a cover are a style sheet.
    if (problems.length === 0)
      for (const file of files) if (file.compressed === true) problems.push(...(await addCompressed(file)))
    return problems
  }

  return {staged, add, stagePictures: stageAll}
}

function later(pictures: PictureFile[], file: PictureFile, problems: readonly Problem[]): readonly Problem[] {
  if (problems.length === 0) pictures.push(file)
  return problems
}

type TakenPaths = {
  readonly staged: Map<string, StagedFile>
  /** Takes the path of a file. What the file holds is said later. */
  readonly claim: (file: Named) => readonly Problem[]
  readonly settle: (file: Named, content: StagedContent) => readonly Problem[]
}

function takenPaths({output: folder, isNew = false}: BuildFolders, before: ReadonlyMap<string, KnownFile>): TakenPaths {
  const staged = new Map<string, StagedFile>()
  const claim: TakenPaths['claim'] = ({path, mimeType, rank, source, isPrivate}) => {
    if (!isSitePath(path)) return [notForUs(path, source)]
    const key = pathKey(path)
    const collisions = collision(staged.get(key), {path, source})
    if (collisions.length > 0) return collisions
    const record = {path, mimeType, rank, source, content: 'unchanged'} as const
    staged.set(key, isPrivate === true ? {...record, isPrivate} : record)
    return []
  }
  const settle: TakenPaths['settle'] = ({path}, content) => {
    const record = staged.get(pathKey(path))
    if (content === 'unchanged' || record === undefined) return []
    const made = {...record, content}
    staged.set(pathKey(path), made)
    const isOurs = isNew || before.has(entryOf(made)) || thereAt(join(folder, path)) === undefined
    return isOurs ? [] : [notOurs(path, 'is a file that Castwright did not write')]
  }
  return {staged, claim, settle}
}

function notForUs(path: string, source: string): Problem {
  const message = `${source} asks for a file at ${path}, which is no path below the output folder that is free for files of a site`
  return problem(
    'output-path-reserved',
    {file: source},
    message,
    `Choose a path without .. that does not begin with ${privateFolder}/`,
  )
}

function contentOf(file: OutputFile, maker: FileMaker): StagedContent | Promise<StagedContent> {
  if ('staged' in file) return file.staged
  return 'pieces' in file ? maker.text(file) : maker.copy(file)
}
