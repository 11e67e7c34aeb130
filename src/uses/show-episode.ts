import type {AppName} from '../apps/all-apps.ts'
import {type AppView, appView} from '../apps/app-view.ts'
import type {Outcome, Problem} from '../model/problem.ts'
import {readyShow} from '../plan/ready-show.ts'
import {renderAhead} from '../plan/render-ahead.ts'
import {nearName} from '../text/near-name.ts'
import {problem} from './use-problems.ts'

/**
 * What the app `app` will show of one episode of the show in `folder`. The episode is named by its file, its slug, or a part of
 * either that no other episode has. A draft, or an episode that is not due, is shown as if it were published now. Problems are
 * those of the episode, or `episode-unknown` if no episode is meant.
 */
export async function showEpisode(
  folder: string,
  name: string,
  app: AppName,
  {now}: {readonly now: Date},
): Promise<Outcome<AppView>> {
  const ready = await readyShow(folder, now)
  if (!ready.ok) return ready
  const {opened, channel, slugs} = ready.value
  const names = opened.episodes.map(({file}) => file)
  const named = findFile(name, names, slugs)
  const files = opened.episodes.find(({file}) => file === named)
  if (files === undefined) return {ok: false, problems: [unknownEpisode(name, names)]}
  const ahead = await renderAhead(ready.value, files, now)
  if (!ahead.ok) return ahead
  const {rendered, mediaChapters} = ahead.value
  return {...ahead, value: appView(app, {item: rendered.item, channel, mediaChapters})}
}

/** The only file that `name` can mean: the file itself, its stem or folder, its slug, or a part of its name. */
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
