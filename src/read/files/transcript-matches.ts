import {open} from 'node:fs/promises'
import {join} from 'node:path'
import {fileKinds} from '../../file-kinds/all-kinds.ts'
import type {FileKind} from '../../file-kinds/file-kind.ts'
import {sourceKinds, transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {Problem} from '../../model/problem.ts'
import {readFrontMatter} from '../data/front-matter.ts'
import {type EpisodeFiles, stemOf} from './episode-files.ts'
import {whyNoEpisode} from './file-name-facts.ts'
import {problem} from './file-problems.ts'

export type TranscriptMatches = {
  readonly byEpisode: ReadonlyMap<string, readonly string[]>
  readonly problems: readonly Problem[]
}

const inTranscriptFolder = /(?:^|\/)_?transcripts?\/(?:.*\/)?[^/]+$/i
const withFrontMatter: readonly FileKind[] = [sourceKinds.markdown, transcriptKinds.markdown, transcriptKinds.text]
/** Front matter that names an episode is short. The transcript below it is not read yet. */
const headInBytes = 4096

/**
 * Finds the episode that each file of a transcripts folder belongs to: by equal name, by equal leading number (`232.md` and
 * `232-first-light.md`), or by `episode:` in the front matter of the file. A file that belongs to none is reported (`file-skipped`).
 */
export async function matchTranscripts(
  folder: string,
  files: readonly string[],
  episodes: readonly EpisodeFiles[],
  /** The transcripts of a folder outside the show. */
  outside: readonly string[] = [],
): Promise<TranscriptMatches> {
  const known = new Set(episodes.flatMap(({file, transcripts}) => [file, ...transcripts]))
  const byStem = uniqueBy(episodes, ({stem}) => stem)
  const byNumber = uniqueBy(episodes, ({stem}) => leadingNumber(stem))
  const byFile = new Map(episodes.map((each) => [each.file, each]))
  const byEpisode = new Map<string, readonly string[]>()
  const problems: Problem[] = []
  const foreign = new Set(outside)
  for (const file of new Set([...files.filter((each) => inTranscriptFolder.test(each)), ...outside])) {
    if (known.has(file) || !isText(file)) continue
    const stem = stemOf(file.replace(/\.[a-z]+$/i, ''))
    const number = leadingNumber(stem)
    const episode =
      byStem.get(stem) ??
      (number === undefined ? undefined : byNumber.get(number)) ??
      (await pointedAt(folder, file, byFile, byStem))
    if (episode !== undefined) byEpisode.set(episode.file, [...(byEpisode.get(episode.file) ?? []), file])
    // Another repository has files of its own, and files of episodes that are not here.
    else if (!foreign.has(file)) problems.push(belongsToNone(file, stem))
  }
  return {byEpisode, problems}
}

function isText(file: string): boolean {
  const kind = fileKinds.ofName(file)
  return kind?.role === 'transcript' || kind?.role === 'episode'
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

/** A key that two episodes share gives `undefined`: a transcript under a wrong episode is worse than no transcript. */
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
  // The year of a date would be the number of many episodes.
  return digits === undefined || /^\d{4}-\d/.test(stem) ? undefined : String(Number(digits))
}

async function pointedAt(
  folder: string,
  file: string,
  byFile: ReadonlyMap<string, EpisodeFiles>,
  byStem: ReadonlyMap<string, EpisodeFiles | undefined>,
): Promise<EpisodeFiles | undefined> {
  const kind = fileKinds.ofName(file)
  if (kind === undefined || !withFrontMatter.includes(kind)) return undefined
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
