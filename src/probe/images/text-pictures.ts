import type {TextPicture} from '../../model/episode.ts'
import type {Problem} from '../../model/problem.ts'
import {readPicture} from './image-art.ts'

/** A file that cannot be read as a picture is not published, because its address would lead to something else. */
export async function probeTextPictures(
  folder: string,
  written: readonly TextPicture[] = [],
): Promise<{readonly pictures: readonly TextPicture[]; readonly problems: readonly Problem[]}> {
  const pictures: TextPicture[] = []
  const problems: Problem[] = []
  for (const {location, ...picture} of written) {
    const reading = location === undefined ? undefined : await readPicture(folder, location, picture.place)
    problems.push(...(reading?.problems ?? []))
    const facts = reading?.facts
    pictures.push(facts === undefined || location === undefined ? picture : {...picture, location, facts})
  }
  return {pictures, problems}
}
