import {fileKinds} from '../file-kinds/all-kinds.ts'
import type {ProbedEpisode} from '../model/episode.ts'
import type {Channel, ImageLink} from '../model/feed.ts'
import {type Card, cardSize, isResizable} from '../model/pictures-of-pages.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {coverColoursPath, fileStemOf, showCardPath, siteAddress, sitePaths} from '../model/site-paths.ts'

/** A card, and how it is made; neither where no card can be made. */
export type RenderedCard = {readonly card?: ImageLink; readonly copies: readonly FileCopy[]}

type CardShow = Pick<Show, 'siteUrl' | 'image' | 'resizesPictures' | 'hasPages' | 'theme' | 'title' | 'author'>

/** What other sites show of the page of an episode: its own picture beside its title, else the cover of the show. */
export function episodeCard(
  show: CardShow,
  {image: cover}: Pick<Channel, 'image'>,
  episode: Pick<ProbedEpisode, 'image' | 'imageFacts' | 'title' | 'slug' | 'filesAt'>,
): RenderedCard {
  const own = episode.imageFacts === undefined ? undefined : episode.image
  // Of a picture on another server nothing is known.
  const from = own ?? (cover?.facts === undefined ? undefined : show.image)
  return cardOf(show, from, sitePaths.card(fileStemOf(episode)), {title: episode.title, owner: show.title})
}

/** What other sites show of all other pages. */
export function showCard(show: CardShow, cover: ImageLink | undefined): RenderedCard {
  const from = cover?.facts === undefined ? undefined : show.image
  return cardOf(show, from, showCardPath, {title: show.title, owner: show.author})
}

function cardOf(
  show: CardShow,
  from: string | undefined,
  path: string,
  said: Pick<Card, 'title' | 'owner'>,
): RenderedCard {
  if (from === undefined || show.resizesPictures !== true || !show.hasPages || !isDrawable(from)) return {copies: []}
  const {light, dark} = show.theme?.colours ?? {}
  const accent = dark?.accent ?? light?.accent
  const recipe: Card = {kind: 'card', ...said, ...(accent === undefined ? {} : {accent})}
  const facts = {mimeType: 'image/jpeg', ...cardSize, sizeInBytes: 0}
  return {card: {url: siteAddress(show.siteUrl, path), facts}, copies: [{from, path, mimeType: facts.mimeType, recipe}]}
}

/** The style sheet with the colour of the cover, for pages whose author chose no colours. */
export function coverColours(show: CardShow, cover: ImageLink | undefined): FileCopy | undefined {
  const {image: from, theme, resizesPictures, hasPages} = show
  const isWanted = resizesPictures === true && hasPages && theme?.colours === undefined
  if (!isWanted || from === undefined || cover?.facts === undefined || !isDrawable(from)) return undefined
  return {from, path: coverColoursPath, mimeType: 'text/css', recipe: {kind: 'colours'}}
}

function isDrawable(file: string): boolean {
  return isResizable({mimeType: fileKinds.ofName(file)?.mimeType ?? ''})
}
