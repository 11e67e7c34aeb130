import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'
import {fileProblems} from '../../read/files/file-problems.ts'

/** Problems of pictures that apps would not show. */
export const imageProblems = {
  'cover-unreadable': {
    severity: 'error',
    why: 'The cover art of the show is not there or not a picture. Directories refuse a show without cover art.',
    bad: 'image: covre.jpg',
    good: 'image: cover.jpg',
  },
  'image-missing': {
    severity: 'warning',
    why: 'The picture of an episode is not there or not a picture, so the episode is published without one; apps show the cover art of the show.',
    bad: 'image: art/01.jpg',
    good: 'image: art/001.jpg',
  },
  'image-cut': {
    severity: 'warning',
    why: 'The last bytes of the picture are missing, as after a copy or an upload that broke off. Apps show a part of it, or nothing.',
    bad: 'cover.jpg, of which half was copied',
    good: 'cover.jpg, copied again',
  },
  'image-format': {
    severity: 'warning',
    why: 'Podcast apps take JPEG and PNG. Others show nothing or refuse the show.',
    bad: 'image: cover.webp',
    good: 'image: cover.jpg',
  },
  'image-extension-wrong': {
    severity: 'warning',
    why: 'The file name says something else than the bytes; servers tell apps the type by the name.',
    bad: 'cover.png that holds a JPEG',
    good: 'cover.jpg',
  },
  'image-not-square': {
    severity: 'warning',
    why: 'Art must be square. Apple refuses other cover art, and apps cut or squeeze it.',
    bad: '3000 x 2000 pixels',
    good: '3000 x 3000 pixels',
  },
  'image-dimensions': {
    severity: 'warning',
    why: 'Apple asks for 1400 to 3000 pixels a side: smaller is blurred on televisions and in cars, larger is refused.',
    bad: '600 x 600 pixels',
    good: '3000 x 3000 pixels',
  },
  'image-transparent': {
    severity: 'warning',
    why: 'The picture has an alpha channel. Apple refuses it, and apps put black or white behind it.',
    bad: 'a PNG with transparency',
    good: 'the same picture on a background, saved without alpha',
  },
  'image-cmyk': {
    severity: 'warning',
    why: 'The picture has the colours of a printing press (CMYK). Browsers and apps show it wrongly or not at all.',
    bad: 'a JPEG exported for print',
    good: 'the same picture exported as sRGB',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf({...fileProblems, ...imageProblems})
