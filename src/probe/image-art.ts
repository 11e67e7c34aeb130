import {readFile} from 'node:fs/promises'
import {imageSize} from 'image-size'
import type {ImageFacts} from '../model/media.ts'
import {type Place, type Problem, type ProblemCode, problem} from '../model/problem.ts'
import {jpegComponents, pngIsTransparent} from './image-colours.ts'
import {findLocalFile} from './local-file.ts'
import {extensionOf} from './media-types.ts'

const smallestInPixels = 1400
const largestInPixels = 3000
/** Ten times the largest art that directories take; a larger file is no art and is not read into memory. */
const mostBytes = 1 << 26

type ImageType = {readonly mimeType: string; readonly extensions: readonly string[]; readonly isArt: boolean}

const imageTypes: ReadonlyMap<string, ImageType> = new Map([
  ['jpg', {mimeType: 'image/jpeg', extensions: ['.jpg', '.jpeg'], isArt: true}],
  ['png', {mimeType: 'image/png', extensions: ['.png'], isArt: true}],
  ['webp', {mimeType: 'image/webp', extensions: ['.webp'], isArt: false}],
  ['gif', {mimeType: 'image/gif', extensions: ['.gif'], isArt: false}],
  ['svg', {mimeType: 'image/svg+xml', extensions: ['.svg'], isArt: false}],
  ['heif', {mimeType: 'image/avif', extensions: ['.avif', '.heic', '.heif'], isArt: false}],
  ['tiff', {mimeType: 'image/tiff', extensions: ['.tif', '.tiff'], isArt: false}],
  ['bmp', {mimeType: 'image/bmp', extensions: ['.bmp'], isArt: false}],
])

export type ImageReading = {readonly facts?: ImageFacts; readonly problems: readonly Problem[]}

/**
 * Facts of a picture below `folder`, and what stands against it as podcast art: square, 1400 to 3000 pixels, JPEG or PNG
 * without alpha in RGB, named like its bytes. Without `facts` there is no usable picture, and the problem is `missing`.
 * https://podcasters.apple.com/support/896-artwork-requirements
 */
export async function readArt(
  folder: string,
  location: string,
  place: Place,
  missing: Extract<ProblemCode, 'cover-unreadable' | 'image-missing'>,
): Promise<ImageReading> {
  const found = await readBytes(folder, location, place, missing)
  if ('problem' in found) return {problems: [found.problem]}
  const {facts, type, bytes} = found
  return {facts, problems: artProblems(location, facts, type, bytes, place)}
}

/** Facts of a picture of any shape. Without `facts` there is none, and the problem is `image-missing`. */
export async function readPicture(folder: string, location: string, place: Place): Promise<ImageReading> {
  const found = await readBytes(folder, location, place, 'image-missing')
  return 'problem' in found ? {problems: [found.problem]} : {facts: found.facts, problems: []}
}

type PictureBytes = {readonly facts: ImageFacts; readonly type: ImageType; readonly bytes: Uint8Array}

async function readBytes(
  folder: string,
  location: string,
  place: Place,
  missing: 'cover-unreadable' | 'image-missing',
): Promise<PictureBytes | {readonly problem: Problem}> {
  const file = await findLocalFile(folder, location)
  if (!file.ok) {
    const {code, what, hint} = file.fault
    const reported = code === 'file-outside-show' ? code : missing
    return {problem: problem(reported, place, `The picture \`${location}\` ${what}`, hint)}
  }
  const bytes =
    file.sizeInBytes > mostBytes ? new Uint8Array(0) : await readFile(file.path).catch(() => new Uint8Array(0))
  const size = sizeOf(bytes)
  const type = imageTypes.get(size?.type ?? '')
  if (size === undefined || type === undefined) {
    const hint = 'Export it as a JPEG or PNG'
    return {problem: problem(missing, place, `\`${location}\` is not a picture that can be read`, hint)}
  }
  const {mimeType} = type
  const facts = {mimeType, widthInPixels: size.width, heightInPixels: size.height, sizeInBytes: file.sizeInBytes}
  return {facts, type, bytes}
}

function sizeOf(bytes: Uint8Array): {width: number; height: number; type: string} | undefined {
  try {
    const {width, height, type} = imageSize(bytes)
    return type === undefined || !(width > 0 && height > 0) ? undefined : {width, height, type}
  } catch {
    // It throws for what is no picture; that is a finding about the file.
    return undefined
  }
}

function artProblems(
  location: string,
  facts: ImageFacts,
  type: ImageType,
  bytes: Uint8Array,
  place: Place,
): readonly Problem[] {
  const {widthInPixels, heightInPixels, mimeType} = facts
  const size = `${widthInPixels} x ${heightInPixels} pixels`
  const problems: Problem[] = []
  const report = (code: ProblemCode, what: string, hint: string) =>
    problems.push(problem(code, place, `The picture \`${location}\` ${what}`, hint))
  if (!type.isArt) report('image-format', `is ${mimeType}; podcast apps take JPEG and PNG`, 'Export it as a JPEG')
  if (!type.extensions.includes(extensionOf(location))) {
    report('image-extension-wrong', `is ${mimeType}, but its name says otherwise`, `Name it \`…${type.extensions[0]}\``)
  }
  if (widthInPixels !== heightInPixels) {
    report('image-not-square', `has ${size}; podcast art is square`, 'Crop it to a square, best 3000 x 3000')
  }
  if (
    Math.min(widthInPixels, heightInPixels) < smallestInPixels ||
    Math.max(widthInPixels, heightInPixels) > largestInPixels
  ) {
    report('image-dimensions', `has ${size}; Apple asks for 1400 to 3000 a side`, 'Export it at 3000 x 3000')
  }
  if (mimeType === 'image/png' && pngIsTransparent(bytes)) {
    report('image-transparent', 'has an alpha channel; Apple refuses it', 'Save it without transparency, or as a JPEG')
  }
  if (mimeType === 'image/jpeg' && jpegComponents(bytes) === 4) {
    report('image-cmyk', 'is in CMYK, the colours of a press', 'Export it with the sRGB profile')
  }
  return problems
}
