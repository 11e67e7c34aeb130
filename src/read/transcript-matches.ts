import {open} from 'node:fs/promises'
import {join} from 'node:path'
import {type Problem, problem} from '../model/problem.ts'
import {type EpisodeFiles, stemOf} from './episode-files.ts'
import {whyNoEpisode} from './file-name-facts.ts'
import {readFrontMatter} from './front-matter.ts'

export type TranscriptMatches = {
  readonly byEpisode: ReadonlyMap<string, readonly string[]>
  readonly problems: readonly Problem[]
}

const inTranscriptFolder = /(?:^|\/)_?transcripts?\/(?:.*\/)?[^/]+\.(?:md|markdown|txt|vtt|srt|json|html?)$/i
/** Front matter that points back is short; the transcript below it is not read yet. */
const headInBytes = 4096

/**
 * Which episode each file of a transcripts folder belongs to: by equal name, by equal leading number (`232.md` and
 * `232-first-light.md`), or by `episode:` in its own front matter. What belongs to none is named (`file-skipped`).
 */
export async function matchTranscripts(
  folder: string,
  files: readonly string[],
  episodes: readonly EpisodeFiles[],
): Promise<TranscriptMatches> {
  const known = new Set(episodes.flatMap(({file, transcripts}) => [file, ...transcripts]))
  const byStem = uniqueBy(episodes, ({stem}) => stem)
  const byNumber = uniqueBy(episodes, ({stem}) => leadingNumber(stem))
  const byFile = new Map(episodes.map((each) => [each.file, each]))
  const byEpisode = new Map<string, readonly string[]>()
  const problems: Problem[] = []
  for (const file of files) {
    if (known.has(file) || !inTranscriptFolder.test(file)) continue
    const stem = stemOf(file.replace(/\.[a-z]+$/i, ''))
    const number = leadingNumber(stem)
    const episode =
      byStem.get(stem) ??
      (number === undefined ? undefined : byNumber.get(number)) ??
      (await pointedAt(folder, file, byFile, byStem))
    if (episode !== undefined) byEpisode.set(episode.file, [...(byEpisode.get(episode.file) ?? []), file])
    else problems.push(belongsToNone(file, stem))
  }
  return {byEpisode, problems}
}

function belongsToNone(file: string, stem: string): Problem {
  const reason = whyNoEpisode(file, stem) ?? 'it has the name or number of no single episode'
  return problem(
    'file-skipped',
    {file},
    `This file is published with no episode: ${reason}`,
    'If it is a transcript, write `episode: the-name-of-the-episode` into its front matter',
  )
}

/** `undefined` where two episodes share the key: a transcript under a wrong episode is worse than none. */
function uniqueBy(
  episodes: readonly EpisodeFiles[],
  keyOf: (files: EpisodeFiles) => string | undefined,
): ReadonlyMap<string, EpisodeFiles | undefined> {
  const found = new Map<string, EpisodeFiles | undefined>()
  for (const each of episodes) {
    const key = keyOf(each)
    if (key !== undefined) found.set(key, found.has(key) ? undefined : each)
  }
  return found
}

function leadingNumber(stem: string): string | undefined {
  const digits = /^(\d{1,5})(?:\D|$)/.exec(stem)?.[1]
  // The year of a date is the number of many episodes.
  return digits === undefined || /^\d{4}-\d/.test(stem) ? undefined : String(Number(digits))
}

async function pointedAt(
  folder: string,
  file: string,
  byFile: ReadonlyMap<string, EpisodeFiles>,
  byStem: ReadonlyMap<string, EpisodeFiles | undefined>,
): Promise<EpisodeFiles | undefined> {
  if (!/\.(?:md|markdown|txt)$/i.test(file)) return undefined
  const {data} = readFrontMatter(await readHead(join(folder, file)), file)
  const reference = typeof data.episode === 'string' ? data.episode.trim().replace(/^(?:\.?\/)+/, '') : ''
  return reference === '' ? undefined : (byFile.get(reference) ?? byStem.get(stemOf(reference)))
}

async function readHead(path: string): Promise<string> {
  const handle = await open(path).catch(() => undefined)
  if (handle === undefined) return ''
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(headInBytes), 0, headInBytes, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
