import {join} from 'node:path'
import {keptFiles} from '../../cache/kept-files.ts'
import {withCheckSettings} from '../../model/check-settings.ts'
import {smallerWidths} from '../../model/pictures-of-pages.ts'
import type {Problem} from '../../model/problem.ts'
import {canMakePictures} from '../../pictures/make-picture.ts'
import type {Plan} from '../../plan/plan.ts'
import {problem} from '../use-problems.ts'

/** How a build gets the pictures of its pages. */
export type PicturesOfBuild = {
  /** Whether the build makes pictures. */
  readonly areMade: boolean
  /** The folder with the pictures of earlier builds. Absent if the build may not use them. */
  readonly keptIn?: string
  /** Reports once that pages have the author's own pictures, if smaller ones would have been made of them. */
  readonly missing: (plan: Pick<Plan, 'show' | 'channel' | 'items'>) => readonly Problem[]
  /** Deletes pictures that no build has asked for in a long time. */
  readonly tidy: () => void
}

type Wanted = {readonly pictures?: boolean; readonly cache?: boolean}

export function picturesOfBuild(folder: string, {pictures, cache}: Wanted): PicturesOfBuild {
  const areMade = pictures ?? canMakePictures()
  // They belong to the show and not to the output, because a build into another folder makes the same pictures.
  const keptIn = cache === false ? undefined : join(folder, '.castwright', 'pictures')
  return {
    areMade,
    missing: (plan) => (areMade || pictures === false ? [] : picturesNotMade(plan)),
    tidy: () => {
      if (keptIn !== undefined) keptFiles(keptIn).tidy()
    },
    ...(keptIn === undefined ? {} : {keptIn}),
  }
}

function picturesNotMade({show, channel, items}: Pick<Plan, 'show' | 'channel' | 'items'>): readonly Problem[] {
  const facts = [channel, ...items].flatMap(({image}) => image?.facts ?? [])
  if (!show.hasPages || facts.every((each) => smallerWidths(each).length === 0)) return []
  const message =
    'Pages have the pictures as they are, in full size and without cards: the package sharp is not installed here'
  const found = problem('pictures-not-made', {file: show.file}, message, 'Run: npm install sharp')
  return withCheckSettings([found], show.checks)
}

/** Whether it was reported. No file of the show tells if the pictures can be made tomorrow. */
export function missesPictures(problems: readonly Problem[]): boolean {
  return problems.some(({code}) => code === 'pictures-not-made')
}
