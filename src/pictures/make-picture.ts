import {hash} from 'node:crypto'
import {readFile, stat} from 'node:fs/promises'
import type {KeptFiles} from '../cache/kept-files.ts'
import type {Card, PictureRecipe} from '../model/pictures-of-pages.ts'
import {card} from './card.ts'
import {type CardGround, cardGround} from './card-ground.ts'
import {coloursStyle} from './cover-colours.ts'
import {resized} from './resize.ts'
import {loadedSharp, type Sharp} from './sharp.ts'

export {canMakePictures} from './sharp.ts'

/** To be raised when something else comes out of the same picture and the same recipe. */
const editionOfRecipes = 1

/**
 * What `recipe` makes of the picture in `file`; from `kept` where an earlier build made it. Of a damaged picture, what can be seen; of one
 * that cannot be read at all, its own bytes, which browsers show as far as they can. It never stops a build.
 */
export async function makePicture(file: string, recipe: PictureRecipe, kept?: KeptFiles): Promise<Buffer> {
  const sharp = loadedSharp()
  if (sharp === undefined) return readFile(file)
  const source = await sourceOf(file)
  // Pictures of another version of the encoders may have other bytes.
  const key = hash('sha256', JSON.stringify([editionOfRecipes, sharp.versions, source.hash, recipe]), 'hex')
  const known = kept?.read(key)
  if (known !== undefined) return known
  try {
    const made = await once(key, () => madeOf(sharp, file, source, recipe))
    kept?.keep(key, made)
    return made
  } catch {
    return recipe.kind === 'colours' ? Buffer.alloc(0) : readFile(file)
  }
}

async function madeOf(sharp: Sharp, file: string, source: Source, recipe: PictureRecipe): Promise<Buffer> {
  if (recipe.kind === 'resized') return resized(sharp, file, recipe)
  if (recipe.kind === 'colours') return Buffer.from(await coloursStyle(sharp, file))
  return cardOf(sharp, file, source, recipe)
}

async function cardOf(sharp: Sharp, file: string, source: Source, recipe: Card): Promise<Buffer> {
  source.ground ??= cardGround(sharp, file)
  return card(sharp, await source.ground, recipe)
}

/** A picture of the author's, and what was made of it for all cards. */
type Source = {readonly stamp: string; readonly hash: string; ground?: Promise<CardGround>}

/** A thousand episodes may name one cover. */
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

/** Two episodes that are planned at a time may want the same. */
function once(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = latestMade.get(key)
  if (known !== undefined) return known
  if (latestMade.size >= mostMade) latestMade.clear()
  const made = make()
  latestMade.set(key, made)
  return made
}
