import type {FileKind} from './file-kind.ts'

export type PictureKind = FileKind & {
  readonly role: 'picture'
  /** What `image-size` calls its bytes. */
  readonly detected: string
  /** Whether directories take it as cover art. */
  readonly isArt: boolean
}

type Row = Omit<PictureKind, 'aliases' | 'role' | 'form' | 'isArt'> & Partial<Pick<PictureKind, 'form' | 'isArt'>>

function picture(row: Row): PictureKind {
  return {aliases: [], role: 'picture', form: 'bytes', isArt: false, ...row}
}

/** The best as cover art first. */
export const pictureKinds: readonly PictureKind[] = [
  picture({
    name: 'jpeg',
    title: 'JPEG',
    detected: 'jpg',
    extensions: ['.jpg', '.jpeg'],
    mimeType: 'image/jpeg',
    isArt: true,
  }),
  picture({name: 'png', title: 'PNG', detected: 'png', extensions: ['.png'], mimeType: 'image/png', isArt: true}),
  picture({name: 'webp', title: 'WebP', detected: 'webp', extensions: ['.webp'], mimeType: 'image/webp'}),
  picture({name: 'gif', title: 'GIF', detected: 'gif', extensions: ['.gif'], mimeType: 'image/gif'}),
  picture({name: 'avif', title: 'AVIF', detected: 'heif', extensions: ['.avif'], mimeType: 'image/avif'}),
  picture({
    name: 'svg',
    title: 'SVG',
    detected: 'svg',
    extensions: ['.svg'],
    mimeType: 'image/svg+xml',
    form: 'data',
    refused: 'podcast apps show no drawings',
  }),
  picture({
    name: 'heic',
    title: 'HEIC',
    detected: 'heif',
    extensions: ['.heic', '.heif'],
    mimeType: 'image/heic',
    refused: 'no browser and no podcast app shows it',
  }),
  picture({
    name: 'tiff',
    title: 'TIFF',
    detected: 'tiff',
    extensions: ['.tif', '.tiff'],
    mimeType: 'image/tiff',
    refused: 'no browser and no podcast app shows it',
  }),
  picture({
    name: 'bmp',
    title: 'BMP',
    detected: 'bmp',
    extensions: ['.bmp'],
    mimeType: 'image/bmp',
    refused: 'no podcast app shows it',
  }),
]
