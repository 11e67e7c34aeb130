import {readFile} from 'node:fs/promises'
import {imageSize} from 'image-size'
import {extensionOf} from '../../file-kinds/endings.ts'
import {type PictureKind, pictureKinds} from '../../file-kinds/picture-kinds.ts'
import type {ImageFacts} from '../../model/media.ts'
import type {Place, Problem, ProblemCode} from '../../model/problem.ts'
import {findLocalFile} from '../local-file.ts'
import {jpegComponents, pngIsTransparent} from './image-colours.ts'
import {isCutShort} from './image-end.ts'
import {type imageProblems, problem} from './image-problems.ts'

const smallestInPixels = 1400
const largestInPixels = 3000
/** Ten times the largest art that directories take. A larger file is no art, and we do not read it into memory. */
const mostBytes = 1 << 26

/** The kind of the bytes. AVIF and HEIC share their container, so the name of the file decides between them. */
function pictureKindOf(detected: string | undefined, location: string): PictureKind | undefined {
  const kinds = pictureKinds.filter((kind) => kind.detected === detected)
  const extension = extensionOf(location)
  return kinds.find(({extensions}) => extensions.some((each) => each === extension)) ?? kinds[0]
}

export type ImageReading = {readonly facts?: ImageFacts; readonly problems: readonly Problem[]}

/**
 * Facts of a picture below `folder`, and its problems as podcast art. Art must be square, with 1400 to 3000 pixels, a JPEG or PNG
 * in RGB without alpha, and its name must fit its bytes. Without `facts` there is no usable picture, and the problem is `missing`.
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
  return {
    facts,
    problems: [...artProblems(location, facts, type, bytes, place), ...cutProblems(location, found, place)],
  }
}

/** Facts of a picture of any shape. Without `facts` there is no picture, and the problem is `image-missing`. */
export async function readPicture(folder: string, location: string, place: Place): Promise<ImageReading> {
  const found = await readBytes(folder, location, place, 'image-missing')
  if ('problem' in found) return {problems: [found.problem]}
  return {facts: found.facts, problems: cutProblems(location, found, place)}
}

type PictureBytes = {readonly facts: ImageFacts; readonly type: PictureKind; readonly bytes: Uint8Array}

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
  const type = pictureKindOf(size?.type, location)
  if (size === undefined || type === undefined) {
    if (isLfsPointer(bytes)) {
      const what = `\`${location}\` is a pointer of Git LFS, and the picture itself is not here`
      return {problem: problem(missing, place, what, 'Fetch the files: git lfs pull')}
    }
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
    // The library throws if the bytes are no picture. That is a finding about the file.
    return undefined
  }
}

function artProblems(
  location: string,
  facts: ImageFacts,
  type: PictureKind,
  bytes: Uint8Array,
  place: Place,
): readonly Problem[] {
  const {widthInPixels, heightInPixels, mimeType} = facts
  const size = `${widthInPixels} x ${heightInPixels} pixels`
  const problems: Problem[] = []
  const report = (code: keyof typeof imageProblems, what: string, hint: string) =>
    problems.push(problem(code, place, `The picture \`${location}\` ${what}`, hint))
  if (!type.isArt) report('image-format', `is ${mimeType}; podcast apps take JPEG and PNG`, 'Export it as a JPEG')
  if (!type.extensions.some((each) => each === extensionOf(location))) {
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

function isLfsPointer(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 24)) === 'version https://git-lfs.'
}

function cutProblems(location: string, {type, bytes}: PictureBytes, place: Place): readonly Problem[] {
  if (!isCutShort(type.mimeType, bytes)) return []
  const message = `The picture \`${location}\` is cut short: its end is missing, and apps show a part of it or nothing`
  return [problem('image-cut', place, message, 'Export or copy it again')]
}
