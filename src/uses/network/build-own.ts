import {resolve} from 'node:path'
import {openTexts} from '../../engine/memory/text-store.ts'
import {hasErrors, type Outcome, type Problem} from '../../model/problem.ts'
import {readLock, type StoredLock} from '../../plan/identity/lock-file.ts'
import type {Timed} from '../../plan/timed.ts'
import {type OutputFolder, openOutput, outputsIn} from '../../write/write.ts'
import {type Scope, scopeOf} from '../audience/members-build.ts'
import {claimScope} from '../audience/output-scope.ts'
import type {BuildOptions} from '../build.ts'
import {type DigestUse, readDigest} from '../digest/digest-file.ts'
import {type DigestItems, itemsOfDigests, type OpenItems} from '../digest/digest-items.ts'
import type {ShowDigest} from '../digest/show-digest.ts'
import {deliveredIn, markOutput} from '../earlier-output.ts'
import {misplacedOutput} from '../output-place.ts'
import {picturesOfBuild} from '../pictures/pictures-of-build.ts'
import {problem} from '../use-problems.ts'
import {filesOfEpisodes} from './files-of-episodes.ts'
import {openNetworkEngine} from './network-engine.ts'
import {type EarlierNetwork, guardNetwork} from './network-lock.ts'
import type {Network} from './network-shows.ts'
import type {BuiltShows, OwnBuild} from './own-report.ts'
import {planOwn} from './plan-network.ts'
import {keptForShows, showsElsewhere} from './shows-in-folders.ts'
import {openUnchanged} from './unchanged-network.ts'

/**
 * Writes the files of the network itself, from the digests that lie beside the outputs of its shows. Problems: those of `planOwn` and of
 * `guardNetwork`, and `network-show-unbuilt`.
 */
export async function buildOwn(
  network: Network,
  built: BuiltShows,
  output: string,
  options: Timed<BuildOptions>,
): Promise<Outcome<OwnBuild>> {
  const unchanged = openUnchanged(network, built, resolve(output), options)
  const known = unchanged.known()
  if (known !== undefined) return known
  const made = await makeOwn(network, built, output, options)
  if (!made.ok || !('value' in made)) return made
  const {marks, ...build} = made.value
  const outcome = {...made, value: build}
  unchanged.keep(outcome, marks)
  return outcome
}

/** What a build did, and the marks of published files that were made for its memory. */
type Made = OwnBuild & {readonly marks: ReadonlyMap<string, string>}

async function makeOwn(
  network: Network,
  built: BuiltShows,
  output: string,
  options: Timed<BuildOptions>,
): Promise<Outcome<Made>> {
  const store = openTexts()
  const pictures = picturesOfBuild(network.folder, options)
  const misplaced = misplacedOutput(output, network.folder)
  if (misplaced !== undefined) return {ok: false, problems: [misplaced]}
  const opened = await openOutput(resolve(output), {kept: pictures.keptIn, hashesTexts: true})
  if (!opened.ok) return opened
  try {
    const shows = digestsOf(network, built, {store, now: options.now})
    if (!shows.ok) return shows
    const {show} = network
    const drawn: Network = pictures.areMade ? {...network, show: {...show, resizesPictures: true}} : network
    return await writeOwn({network: drawn, isTrial: built.isTrial}, shows.value, opened.value, options)
  } finally {
    store.close()
    await opened.value.close()
  }
}

type Digests = {readonly shows: readonly ShowDigest[]; readonly digests: DigestItems}

function digestsOf(network: Network, {outputOf}: BuiltShows, use: Pick<DigestUse, 'store' | 'now'>): Outcome<Digests> {
  const shows: ShowDigest[] = []
  const opened: OpenItems[] = []
  const problems: Problem[] = []
  for (const name of network.names) {
    const folder = outputOf(name)
    const fileOf = filesOfEpisodes(network.folder, name)
    const found = folder === undefined ? undefined : readDigest(folder, {name, fileOf, ...use})
    if (found === undefined) problems.push(unbuilt(name))
    else {
      shows.push(found.digest)
      opened.push(found.open)
    }
  }
  if (problems.length > 0) return {ok: false, problems}
  return {ok: true, value: {shows, digests: itemsOfDigests(opened)}, problems: []}
}

function unbuilt(name: string): Problem {
  const message = `There is no finished build of ${name} by this version of Castwright, so the feeds of the network would lose its episodes`
  const hint = 'Build all shows first: castwright build --shard 1/3 and so on, each into a folder below that of --merge'
  return problem('network-show-unbuilt', {file: 'network.yaml', line: 1}, message, hint)
}

type Own = {readonly network: Network; readonly isTrial: boolean}

async function writeOwn(
  {network, isTrial}: Own,
  {shows, digests}: Digests,
  opened: OutputFolder,
  options: Timed<BuildOptions>,
): Promise<Outcome<Made>> {
  const {folder, show, names} = network
  const {output} = opened.folders
  // That of a large network has a line for each episode, so it is read once.
  const read = await readLock(folder)
  if (!read.ok) return read
  const stored = read.value
  const places = shows.map(({name, site: {siteUrl}}) => ({name, siteUrl}))
  const problems: Problem[] = [...showsElsewhere(show, places)]
  const taken = new Set<string>()
  const refuse = keptForShows(names, show.file)
  const add: OutputFolder['add'] = async (file) => {
    taken.add(file.path)
    return [...refuse(file.path), ...(await opened.add(file))]
  }
  const remembers = options.cache !== false
  const remembered = openNetworkEngine({folder, output, now: options.now, digests, opened, remembers})
  const found = await planOwn(network, shows, {...options, stored}, add, remembered.engine)
  problems.push(...found.problems)
  if (!found.ok || hasErrors(problems)) return {ok: false, problems}
  const earlier = await earlierNetwork(network, stored, taken, options, opened)
  const guarded = await guardNetwork(network, {...found.value, isTrial, places, stored}, options, earlier)
  if (!guarded.ok) return {ok: false, problems: [...problems, ...guarded.problems]}
  const {staged, lock, takenBack} = guarded.value
  claimScope(output, networkScope(network, found.value.left, options.audience), opened)
  const committed = await opened.commit(options.onPicture)
  if (!committed.ok) {
    await staged.discard()
    return committed
  }
  const unfinished = [...(await staged.finish()), ...markOutput(output, lock, guarded.value.isTrial, 'network')]
  const savedMarks = options.audience === 'members' ? new Map<string, string>() : remembered.save()
  const report = {...committed.report, lock: staged.change}
  return {
    ok: unfinished.length === 0,
    value: {report, takenBack, marks: savedMarks},
    problems: [...problems, ...unfinished],
  }
}

/** What the output has of the network before its files are replaced. A build for members has no part in what is public. */
async function earlierNetwork(
  {show}: Network,
  {lock}: StoredLock,
  taken: ReadonlySet<string>,
  {audience}: BuildOptions,
  {entries, changedFile, folders: {output}}: OutputFolder,
): Promise<EarlierNetwork> {
  if (audience === 'members') return {shows: []}
  const site = lock?.show.site ?? show.siteUrl
  const isUnchanged = (path: string) => taken.has(path) && changedFile(path) === undefined
  const delivered = await deliveredIn({output, entries, site, isUnchanged})
  if (delivered === undefined) return {shows: []}
  const shows = (await outputsIn(output)).filter((path) => path !== '').map((path) => path.replace(/\/$/, ''))
  return {delivered, shows}
}

/** The files of the network are not in the folders of its shows, of which each is an output of its own. */
function networkScope({show, names}: Network, left: readonly string[], audience: BuildOptions['audience']): Scope {
  const own = scopeOf({show, summary: {leftForMembers: left}}, audience)
  return {...own, without: [...own.without, ...names]}
}
