import {join} from 'node:path'
import type {AppName} from '../apps/all-apps.ts'
import {type AppView, appView} from '../apps/app-view.ts'
import {hasErrors, type Outcome, type Problem} from '../model/problem.ts'
import {readyShow} from '../plan/ready-show.ts'
import {renderAhead} from '../plan/render-ahead.ts'
import {timed} from '../plan/timed.ts'
import {nearName} from '../text/near-name.ts'
import {askEachShow, below, isNetwork, readNetwork} from './network/network-shows.ts'
import {problem} from './use-problems.ts'

/**
 * What the app `app` will show of one episode of the show in `folder`. The episode is named by its file, its slug, or a part of
 * either that no other episode has. A draft, or an episode that is not due, is shown as if it were published now. Problems are
 * those of the episode, or `episode-unknown` if no episode is meant. In the folder of a network, the name may begin with the folder of
 * the show: `night-trains/012`.
 */
export async function showEpisode(
  folder: string,
  name: string,
  app: AppName,
  given: {readonly now?: Date} = {},
): Promise<Outcome<AppView>> {
  const options = timed(given)
  return isNetwork(folder) ? inNetwork(folder, name, app, options) : inShow(folder, name, app, options)
}

/** Asks the show that `name` begins with, or all shows; the episode is meant if it is in one of them alone. */
async function inNetwork(
  folder: string,
  name: string,
  app: AppName,
  options: {readonly now: Date},
): Promise<Outcome<AppView>> {
  const read = await readNetwork(folder)
  if (!read.ok || hasErrors(read.problems)) return {ok: false, problems: read.problems}
  const {names} = read.value
  const path = name.replaceAll('\\', '/').replace(/^\.\//, '')
  const named = names.find((show) => path.startsWith(`${show}/`))
  if (named !== undefined) {
    const outcome = await inShow(join(folder, named), path.slice(named.length + 1), app, options)
    return {...outcome, problems: below(named, outcome.problems)}
  }
  const asked = await askEachShow(folder, (show) => inShow(show, name, app, options))
  if (!asked.ok) return asked
  const found = asked.value.shows.filter(({outcome}) => outcome.ok)
  const [only] = found
  if (only?.outcome.ok === true && found.length === 1)
    return {...only.outcome, problems: below(only.name, only.outcome.problems)}
  const faults = asked.problems.filter(({code, severity}) => severity === 'error' && code !== 'episode-unknown')
  if (faults.length > 0) return {ok: false, problems: faults}
  return {
    ok: false,
    problems: [
      unknownInNetwork(
        name,
        found.map((each) => each.name),
        names,
      ),
    ],
  }
}

function unknownInNetwork(name: string, found: readonly string[], names: readonly string[]): Problem {
  const before = (shows: readonly string[], episode: string) =>
    shows
      .slice(0, 5)
      .map((show) => `${show}/${episode}`)
      .join(', ')
  const [what, hint] =
    found.length === 0
      ? ['no episode', `Write the show, and an episode as its file is called: ${before(names, 'EPISODE')}`]
      : ['episodes of several shows', `Write the show before it: ${before(found, name.slice(0, 40))}`]
  return problem('episode-unknown', {}, `"${name.slice(0, 80)}" names ${what}`, hint)
}

async function inShow(
  folder: string,
  name: string,
  app: AppName,
  {now}: {readonly now: Date},
): Promise<Outcome<AppView>> {
  const ready = await readyShow(folder, now)
  if (!ready.ok) return ready
  const {opened, channel, slugs} = ready.value
  const names = opened.episodes.map(({file}) => file)
  const meant = findFiles(name, names, slugs)
  const files = meant.length === 1 ? opened.episodes.find(({file}) => file === meant[0]) : undefined
  if (files === undefined) return {ok: false, problems: [unknownEpisode(name, meant, names)]}
  const ahead = await renderAhead(ready.value, files, now)
  if (!ahead.ok) return ahead
  const {rendered, mediaChapters} = ahead.value
  return {...ahead, value: appView(app, {item: rendered.item, channel, mediaChapters})}
}

/**
 * The files that `name` can mean: the file itself, else those of its stem, folder or slug, else those that have it as a
 * part of their names.
 */
function findFiles(name: string, files: readonly string[], slugs: ReadonlyMap<string, string>): readonly string[] {
  const wanted = name.replaceAll('\\', '/').replace(/^\.\//, '')
  const stem = (file: string) => file.replace(/(?:\/index)?\.[^./]+$/, '')
  const tests: readonly ((file: string) => boolean)[] = [
    (file) => file === wanted || wanted.endsWith(`/${file}`),
    (file) => stem(file) === wanted || stem(file).endsWith(`/${wanted}`) || slugs.get(file) === wanted,
    (file) => stem(file).includes(wanted),
  ]
  const found = tests.map((test) => files.filter(test))
  return found.find(({length}) => length === 1) ?? found.find(({length}) => length > 0) ?? []
}

const mostListed = 5

function unknownEpisode(name: string, meant: readonly string[], files: readonly string[]): Problem {
  const near = nearName(name, files)
  const listed = (meant.length > 0 ? meant : files).slice(0, mostListed).join(', ')
  const said = (what: string, hint: string) =>
    problem('episode-unknown', {}, `"${name.slice(0, 80)}" names ${what}`, hint)
  if (files.length === 0) return said('no episode', 'The show has none yet. castwright new begins one')
  if (meant.length > 0) return said(`${meant.length} episodes`, `Write more of the name: ${listed}`)
  return said('no episode', near === undefined ? `There is: ${listed}` : `Did you mean ${near}?`)
}
