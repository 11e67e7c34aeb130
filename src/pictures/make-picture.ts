import {hash} from 'node:crypto'
import {readFile, stat} from 'node:fs/promises'
import type {PictureRecipe} from '../model/pictures-of-pages.ts'
import {card} from './card.ts'
import {type CardGround, cardGround} from './card-ground.ts'
import {coloursStyle} from './cover-colours.ts'
import {resized} from './resize.ts'
import {loadedSharp, type Sharp} from './sharp.ts'

export {canMakePictures} from './sharp.ts'

/** Must be raised when the same picture and the same recipe give another result. */
const editionOfRecipes = 2

/** A picture of the author's, what is to be made of it, and a key that says both. */
export type PictureToMake = {readonly file: string; readonly recipe: PictureRecipe; readonly key: string}

/** The key is the same for the same bytes: a file that was made under it need not be made again. */
export async function pictureToMake(file: string, recipe: PictureRecipe): Promise<PictureToMake> {
  const {hash: bytes} = await sourceOf(file)
  // Pictures of another version of the encoders may have other bytes.
  const key = hash('sha256', JSON.stringify([editionOfRecipes, loadedSharp()?.versions, bytes, recipe]), 'hex')
  return {file, recipe, key}
}

/**
 * Makes a picture. Of a damaged one, what can be seen; of one that cannot be read at all, its own bytes, which browsers show as far as
 * they can. It never stops a build. `isMade` is false where the bytes are those of the file: they are not worth keeping.
 */
export async function makePicture(picture: PictureToMake): Promise<{readonly bytes: Buffer; readonly isMade: boolean}> {
  const {file, recipe} = picture
  const sharp = loadedSharp()
  try {
    if (sharp !== undefined) return {bytes: await once(picture.key, () => madeOf(sharp, picture)), isMade: true}
  } catch {
    // It is no picture that can be read.
  }
  return {bytes: recipe.kind === 'colours' ? Buffer.alloc(0) : await readFile(file), isMade: false}
}

async function madeOf(sharp: Sharp, {file, recipe}: PictureToMake): Promise<Buffer> {
  if (recipe.kind === 'resized') return resized(sharp, file, recipe)
  if (recipe.kind === 'colours') return Buffer.from(await coloursStyle(sharp, file))
  const source = await sourceOf(file)
  source.ground ??= cardGround(sharp, file)
  return card(sharp, await source.ground, recipe)
}

/** A picture of the author's, and what was made of it for all cards. */
type Source = {readonly stamp: string; readonly hash: string; ground?: Promise<CardGround>}

/** It is kept because a thousand episodes may have one cover. */
const latestSources = new Map<string, Promise<Source>>()
const latestMade = new Map<string, Promise<Buffer>>()
const mostSources = 16
const mostMade = 100

async function sourceOf(file: string): Promise<Source> {
  const {size, mtimeMs, ino} = await stat(file)
  const stamp = [size, mtimeMs, ino].join(' ')
  const known = latestSources.get(file)
  if (known !== undefined && (await known).stamp === stamp) return known
  if (latestSources.size >= mostSources) latestSources.clear()
  const read = readFile(file).then((bytes) => ({stamp, hash: hash('sha256', bytes, 'hex')}))
  latestSources.set(file, read)
  return read
}

/** Several are made at a time, and two of them may be the same. */
function once(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = latestMade.get(key)
  if (known !== undefined) return known
  if (latestMade.size >= mostMade) latestMade.clear()
  const made = make()
  latestMade.set(key, made)
  return made
}
