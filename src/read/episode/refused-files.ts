import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {extensionOf} from '../../file-kinds/endings.ts'
import type {Problem} from '../../model/problem.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import {problem} from './episode-problems.ts'

const hints = {picture: 'Export it as a JPEG', media: 'Export it as an MP3 (sound) or an MP4 (film)'} as const

/** Reports files that lie beside an episode under its name, but that nothing can play or show (`file-refused`). */
export function refusedFiles({refused}: EpisodeFiles): readonly Problem[] {
  return refused.map((file) => {
    const kind = fileKinds.ofName(file)
    const message = `This file lies beside its episode and is not published: it is ${kind?.title} (${extensionOf(file)}), and ${kind?.refused}`
    return problem('file-refused', {file}, message, kind?.role === 'picture' ? hints.picture : hints.media)
  })
}
