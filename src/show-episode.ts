import type {AppName} from './apps/all-apps.ts'
import {type AppView, appView} from './apps/app-view.ts'
import {type Outcome, type Problem, problem} from './model/problem.ts'
import {knownAsset, withKnownMedia} from './plan/locked-media.ts'
import {readyShow} from './plan/plan-episode.ts'
import {probeEpisode} from './probe/probe.ts'
import {readEpisode} from './read/read.ts'
import {renderEpisode} from './render/render.ts'
import {nearName} from './text/near-name.ts'

/**
 * What the app `app` will show of one episode of the show in `folder`: named by its file, its slug, or a part of either that no
 * other has. A draft and an episode that is not due are shown as if they were published now. Problems are those of the episode;
 * `episode-unknown` where no episode is meant.
 */
export async function showEpisode(
  folder: string,
  name: string,
  app: AppName,
  {now}: {readonly now: Date},
): Promise<Outcome<AppView>> {
  const ready = await readyShow(folder, now)
  if (!ready.ok) return ready
  const {opened, channel, lockedBySlug, probedByUrl, slugs} = ready.value
  const names = opened.episodes.map(({file}) => file)
  const named = findFile(name, names, slugs)
  const files = opened.episodes.find(({file}) => file === named)
  if (files === undefined) return {ok: false, problems: [unknownEpisode(name, names)]}
  const episode = await readEpisode(opened, files, slugs.get(files.file))
  if (!episode.ok) return episode
  const locked = lockedBySlug.get(episode.value.slug)
  const known = withKnownMedia(episode.value, locked, opened.show.mediaUrl)
  const probed = await probeEpisode(known, opened.folder, knownAsset(locked, probedByUrl))
  if (!probed.ok) return probed
  const {publication} = probed.value
  const at = publication.state === 'published' ? publication.at : now
  const {rendered, problems} = renderEpisode(
    opened.show,
    channel,
    {...probed.value, publication: {state: 'published', at}},
    at,
  )
  if (rendered === undefined) throw new Error('An episode is published at its own time')
  const mediaChapters = probed.value.media[0]?.chapters ?? []
  const value = appView(app, {item: rendered.item, channel, mediaChapters})
  return {ok: true, value, problems: [...episode.problems, ...probed.problems, ...problems]}
}

/** The only file that `name` can mean: exactly, by its stem or folder, by its slug, or by a part of it. */
function findFile(name: string, files: readonly string[], slugs: ReadonlyMap<string, string>): string | undefined {
  const wanted = name.replaceAll('\\', '/').replace(/^\.\//, '')
  const stem = (file: string) => file.replace(/(?:\/index)?\.[^./]+$/, '')
  const tests: readonly ((file: string) => boolean)[] = [
    (file) => file === wanted || wanted.endsWith(`/${file}`),
    (file) => stem(file) === wanted || stem(file).endsWith(`/${wanted}`) || slugs.get(file) === wanted,
    (file) => stem(file).includes(wanted),
  ]
  for (const test of tests) {
    const found = files.filter(test)
    if (found.length === 1) return found[0]
  }
  return undefined
}

function unknownEpisode(name: string, files: readonly string[]): Problem {
  const few = files.filter((file) => file.includes(name))
  const near = nearName(name, files)
  const hint =
    near === undefined ? `There is: ${(few.length > 0 ? few : files).slice(0, 5).join(', ')}` : `Did you mean ${near}?`
  return problem('episode-unknown', {}, `"${name.slice(0, 80)}" names no episode, or several`, hint)
}
