import type {PictureLink} from '../../model/feed.ts'
import {type XmlElement, xml} from '../../text/markup/xml.ts'
import type {Tag} from '../tag.ts'
import {specOf} from './podcast-spec.ts'

function imageElements(pictures: readonly PictureLink[] = []): readonly XmlElement[] {
  return pictures.map(({url, alt, purposes, aspectRatio, widthInPixels: width, heightInPixels: height, mimeType}) => {
    const known = width !== undefined && height !== undefined ? ratioOf(width, height) : undefined
    return xml('podcast:image', {
      href: url,
      alt,
      'aspect-ratio': aspectRatio ?? known,
      width,
      height,
      type: mimeType,
      purpose: purposes.length === 0 ? undefined : purposes.join(' '),
    })
  })
}

function ratioOf(width: number, height: number): string {
  const divisor = greatestCommon(width, height)
  return `${width / divisor}/${height / divisor}`
}

function greatestCommon(one: number, other: number): number {
  return other === 0 ? one : greatestCommon(other, one % other)
}

export const image: Tag = {
  name: 'podcast:image',
  spec: specOf('image'),
  summary: '`images`: pictures besides the cover, each with its purpose, and with a text for people who cannot see it.',
  member: {name: 'images', many: true},
  channel: ({channel}) => imageElements(channel.pictures),
  item: (item) => imageElements(item.pictures),
}
