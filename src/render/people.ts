import {fileKinds} from '../file-kinds/all-kinds.ts'
import {extensionOf} from '../file-kinds/endings.ts'
import type {Person} from '../model/person.ts'
import {isResizable, portraitWidthInPixels} from '../model/pictures-of-pages.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {siteAddress, sitePaths} from '../model/site-paths.ts'
import {slugOf} from '../text/addresses/slug.ts'
import {isRemote} from './addresses.ts'
import {resizedCopies} from './image.ts'

/**
 * People with the addresses of their pictures. A picture of the show folder is published once, however many episodes the person
 * is in.
 */
export function renderPeople(
  {siteUrl, resizesPictures}: Pick<Show, 'siteUrl' | 'resizesPictures'>,
  people: readonly Person[],
): {readonly people: readonly Person[]; readonly portraits: readonly FileCopy[]} {
  const portraits: FileCopy[] = []
  const rendered = people.map((person) => {
    const {image} = person
    if (image === undefined || isRemote(image)) return person
    const extension = extensionOf(image)
    // The whole path counts: two `ada.jpg` of two folders are two pictures.
    const path = sitePaths.portrait(slugOf(image.slice(0, image.length - extension.length)), extension)
    const whole = {from: image, path, mimeType: fileKinds.ofName(image)?.mimeType ?? 'application/octet-stream'}
    portraits.push(whole)
    const rendered = {...person, image: siteAddress(siteUrl, path)}
    if (resizesPictures !== true || !isResizable(whole)) return rendered
    portraits.push(...resizedCopies(whole, portraitWidthInPixels))
    return {...rendered, imageWidths: [portraitWidthInPixels]}
  })
  return {people: rendered, portraits}
}
