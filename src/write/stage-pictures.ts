import {type Stats, writeFileSync} from 'node:fs'
import {constants, copyFile, realpath, stat, utimes} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import type {KeptFiles} from '../cache/kept-files.ts'
import type {OutputFile} from '../model/output.ts'
import type {PictureRecipe} from '../model/pictures-of-pages.ts'
import {makePicture, type PictureToMake, pictureToMake} from '../pictures/make-picture.ts'
import {severalAtOnce} from '../text/several-at-once.ts'
import type {Staging} from './compressed-copies.ts'
import {holds, sameFiles} from './held-files.ts'
import {thereAt} from './obstacles.ts'

/** A picture that is published in another form than the author's. */
export type PictureFile = OutputFile & {readonly copyFrom: string; readonly recipe: PictureRecipe}

export function isPicture(file: OutputFile): file is PictureFile {
  return 'copyFrom' in file && file.recipe !== undefined
}

/** A picture and where it goes. */
export type StagedPicture = {
  readonly from: string
  readonly recipe: PictureRecipe
  /** Makes the folder of the path that it gives. */
  readonly stagedPath: () => string
  readonly target: string
  /** Called once with what came of it. */
  readonly end: (outcome: Staging | {readonly error: unknown}) => void
}

/** Called before the first picture is made, and after each. Those that are published already, or kept, do not count. */
export type OnPicture = (progress: {readonly done: number; readonly total: number}) => void

/**
 * Makes pictures, on all cores: `sharp` works in the threads of the system, one for each picture. Those that are published already and those
 * that an earlier build kept come first.
 */
export async function stagePictures(
  pictures: readonly StagedPicture[],
  kept: KeptFiles | undefined,
  onPicture: OnPicture = () => undefined,
): Promise<void> {
  const toMake: (readonly [StagedPicture, PictureToMake])[] = []
  await severalAtOnce(pictures, (picture) =>
    ended(picture, async () => {
      if (await isThere(picture)) return 'unchanged'
      const recipe = await pictureToMake(picture.from, picture.recipe)
      const outcome = await stageKept(picture, kept?.find(recipe.key))
      if (outcome === undefined) toMake.push([picture, recipe])
      return outcome
    }),
  )
  const total = toMake.length
  let done = 0
  if (total > 0) onPicture({done, total})
  const make = async ([picture, recipe]: (typeof toMake)[number]) => {
    await ended(picture, () => stageMade(picture, recipe, kept))
    done += 1
    onPicture({done, total})
  }
  await severalAtOnce(toMake, make, availableParallelism())
}

/** A picture that cannot be written stops the build, but not the others: each one is reported. */
async function ended({end}: StagedPicture, stage: () => Promise<Staging | undefined>): Promise<void> {
  try {
    const outcome = await stage()
    if (outcome !== undefined) end(outcome)
  } catch (error) {
    end({error})
  }
}

/**
 * A picture in another size has the time of the picture that it was made of, and its name says everything else. So it is made again only if
 * that picture was touched. The names of other pictures do not say everything.
 */
async function isThere({from, recipe, target}: StagedPicture): Promise<boolean> {
  const there = recipe.kind === 'resized' ? thereAt(target) : undefined
  return there?.isFile() === true && isOfTime(await stat(from), there)
}

/** To the millisecond, because a picture may change twice in a second. */
function isOfTime(original: Pick<Stats, 'mtimeMs'>, there: Pick<Stats, 'mtimeMs'>): boolean {
  return Math.round(original.mtimeMs) === Math.round(there.mtimeMs)
}

/** A copy and no hard link: what somebody does to the output must not reach what is kept. */
async function stageKept(picture: StagedPicture, kept: string | undefined): Promise<Staging | undefined> {
  if (kept === undefined) return undefined
  try {
    if (await sameFiles(kept, picture.target)) return stays(picture)
    const staged = picture.stagedPath()
    await copyFile(kept, staged, constants.COPYFILE_FICLONE)
    return await withTime(staged, picture)
  } catch {
    // It was thrown away meanwhile, or cannot be read.
    return undefined
  }
}

async function stageMade(picture: StagedPicture, recipe: PictureToMake, kept: KeptFiles | undefined): Promise<Staging> {
  const {bytes, isMade} = await makePicture(recipe)
  if (isMade) kept?.keep(recipe.key, bytes)
  if (holds(picture.target, bytes)) return stays(picture)
  const staged = picture.stagedPath()
  writeFileSync(staged, bytes)
  return withTime(staged, picture)
}

async function withTime(staged: string, {from}: StagedPicture): Promise<Staging> {
  const {atime, mtime} = await stat(from)
  await utimes(staged, atime, mtime)
  return 'made'
}

/** By its time the next build knows a smaller picture again. Through a linked folder it may be anybody's file. */
async function stays({from, target}: StagedPicture): Promise<Staging> {
  const [original, there] = await Promise.all([stat(from), stat(target)])
  if (!isOfTime(original, there) && (await realpath(target)) === target)
    await utimes(target, original.atime, original.mtime)
  return 'unchanged'
}
