import type {Episode} from '../model/episode.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {EpisodeFiles} from '../read/read.ts'
import {readEpisode} from '../read/read.ts'
import {dueAt} from '../render/feeds/due.ts'
import {problem} from '../render/notes/notes-problems.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import {type BlockToken, links} from '../text/markdown/block-text.ts'
import {doubtOf} from './page-in-doubt.ts'
import type {ReadyShow} from './ready-show.ts'

export type EpisodeLinks = {
  /** From the link as it is written in the notes to the slug of the episode. An episode that is not published has no entry. */
  readonly links: NonNullable<Episode['episodeLinks']>
  /** Whether the answer may be different tomorrow, although no file changes. */
  readonly mayChange: boolean
  readonly problems: readonly Problem[]
}

/**
 * Links of the notes to files of other episodes. On GitHub and in note tools they lead to the file; here they lead to its page.
 * Problems: `episode-link-left-out`.
 */
export async function episodeLinks(ready: ReadyShow, episode: Episode, now: Date): Promise<EpisodeLinks> {
  const found = new Map<string, string | undefined>()
  const problems: Problem[] = []
  let mayChange = false
  for (const {token, line} of episode.notes) {
    for (const reference of linksToFiles(token as BlockToken)) {
      if (found.has(reference)) continue
      const target = await targetOf(ready, reference, episode, now)
      found.set(reference, target.slug)
      mayChange ||= target.mayChange
      if (target.slug === undefined) problems.push(leftOut(reference, target.why, {file: episode.file, line}))
    }
  }
  return {links: found, mayChange, problems}
}

function leftOut(reference: string, why: string, place: {readonly file: string; readonly line: number}): Problem {
  const shown = reference.slice(0, 80)
  const message = `The link to "${shown}" is left out, and its text stays: ${why}`
  return problem('episode-link-left-out', place, message, 'Link to the file of an episode, or write the whole address')
}

const markdownFile = /^(?![a-z][a-z\d+.-]*:|\/\/|#)[^?]*\.(?:md|markdown)(?:#.*)?$/i

function linksToFiles(token: BlockToken): readonly string[] {
  if (!/\[|<a\s/i.test(token.raw)) return []
  const inHtml = [...token.raw.matchAll(/<a\s[^<>]{0,400}?href=["']([^"'<>]{1,400})["']/gi)].map(
    ([, href = '']) => href,
  )
  return [...links(token).map(({href}) => href), ...inHtml].filter((href) => markdownFile.test(href))
}

type Target = {readonly mayChange: boolean} & (
  | {readonly slug: string; readonly why?: never}
  | {readonly slug?: never; readonly why: string}
)

async function targetOf(ready: ReadyShow, reference: string, from: Episode, now: Date): Promise<Target> {
  const {opened, slugs} = ready
  const {files, mayChange} = fileNamed(ready, reference.replace(/#.*$/, ''), from.file)
  const no = (why: string): Target => ({mayChange: true, why})
  if (files === undefined) return no('there is no episode in such a file')
  if (files.file === from.file) return {slug: from.slug, mayChange}
  if (opened.context.corrections.leftOut.has(files.file)) return no('show.yaml leaves the file out')
  const read = await readEpisode(opened, files, slugs.get(files.file))
  if (!read.ok) return no('the file is no episode that can be published')
  const {publication, notBefore, slug} = read.value
  if (publication.state === 'draft') return no('that episode is a draft')
  const doubt = await doubtOf(ready, read.value, files)
  if (doubt.problem !== undefined) return no('whether that file is an episode is in doubt')
  const due = dueAt({publishedAt: publication.at, ...present({notBefore})}, opened.show.schedule)
  return due > now ? no('that episode is not published yet') : {slug, mayChange}
}

/**
 * The file is looked for as everywhere, else by its name alone, as note tools do. Another file of that name would change the
 * answer.
 */
function fileNamed(
  {opened}: ReadyShow,
  path: string,
  from: string,
): {readonly files: EpisodeFiles | undefined; readonly mayChange: boolean} {
  const found = opened.context.index.find(path, from)
  if ('path' in found) return {files: opened.episodes.find(({file}) => file === found.path), mayChange: false}
  const name = percentDecoded(path.slice(path.lastIndexOf('/') + 1)).normalize('NFC')
  const named = opened.episodes.filter(({file}) => `/${file}`.normalize('NFC').endsWith(`/${name}`))
  return {files: named.length === 1 ? named[0] : undefined, mayChange: true}
}
