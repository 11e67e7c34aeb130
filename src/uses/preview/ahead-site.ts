import type {Channel, FeedItem} from '../../model/feed.ts'
import type {OutputFile} from '../../model/output.ts'
import type {FileCopy} from '../../model/rendered-episode.ts'
import {sitePaths} from '../../model/site-paths.ts'
import type {SiteChannel} from '../../model/templates.ts'
import type {HeldBackEpisode} from '../../plan/episode-result.ts'
import type {Plan} from '../../plan/plan.ts'
import type {ReadyShow} from '../../plan/ready-show.ts'
import {type EpisodeAhead, renderAhead} from '../../plan/render-ahead.ts'
import {located} from '../../plan/take-file.ts'
import type {HeldBackLink, SiteFile} from '../../preview/previewed-show.ts'
import type {EpisodeFiles} from '../../read/read.ts'
import {newestFirst} from '../../render/render.ts'
import {serialiseEpisode, serialiseLists} from '../../serialise/serialise.ts'
import {withTemplates} from '../../theme/templates/open-templates.ts'
import {siteFile} from './site-files.ts'

/** The site with what is held back: its own pages, and the lists of the show. Feeds and everything else stay as they are. */
export type AheadSite = {
  readonly links: readonly HeldBackLink[]
  /** Together with the published episodes, the newest first. */
  readonly items: readonly FeedItem[]
  readonly files: ReadonlyMap<string, SiteFile>
}

/** Keeps what it made of an episode until the episode changes. */
export function openAhead(): (ready: ReadyShow, plan: Plan, now: Date) => Promise<AheadSite> {
  const made = new WeakMap<HeldBackEpisode['identity'], EpisodeAhead>()
  return async (ready, {episodes, items, channel: plain}, now) => {
    const {channel} = await withTemplates(plain)
    const links: HeldBackLink[] = []
    const ahead: FeedItem[] = []
    const files = new Map<string, SiteFile>()
    for (const result of episodes) {
      if (result.kind !== 'held-back') continue
      const known = made.get(result.identity) ?? (await aheadOf(ready, result, now))
      if (known === undefined) continue
      made.set(result.identity, known)
      ahead.push(known.rendered.item)
      links.push(linkOf(result, known.rendered.item))
      for (const [path, file] of filesOf(known, channel, ready)) files.set(path, file)
    }
    const all = [...items, ...ahead].sort(newestFirst)
    if (ahead.length > 0)
      for (const file of serialiseLists({channel, items: all}, ready.opened.showFile))
        files.set(file.path, siteFile(located(file, ready.opened.folder)))
    return {links, items: all, files}
  }
}

/** The same with the pages of one held-back episode as its files are now. With an error they stay as they are. */
export async function renewedAhead(
  site: AheadSite,
  {ready, channel: plain}: {readonly ready: ReadyShow; readonly channel: Channel},
  episode: EpisodeFiles,
  now: Date,
): Promise<AheadSite> {
  const known = await renderAhead(ready, episode, now)
  if (!known.ok) return site
  const {channel} = await withTemplates(plain)
  return {...site, files: new Map([...site.files, ...filesOf(known.value, channel, ready)])}
}

function filesOf(
  {rendered}: EpisodeAhead,
  channel: SiteChannel,
  {opened}: ReadyShow,
): readonly (readonly [string, SiteFile])[] {
  const files = [...rendered.portraits.map(copyOf), ...serialiseEpisode(channel, rendered)]
  return files.map((file) => [file.path, siteFile(located(file, opened.folder))])
}

async function aheadOf(ready: ReadyShow, {identity}: HeldBackEpisode, now: Date): Promise<EpisodeAhead | undefined> {
  const files = ready.opened.episodes.find(({file}) => file === identity.file)
  const rendered = files === undefined ? undefined : await renderAhead(ready, files, now)
  return rendered?.ok === true ? rendered.value : undefined
}

function linkOf({heldBack}: HeldBackEpisode, {slug, title}: FeedItem): HeldBackLink {
  const at = heldBack.state === 'scheduled' ? {at: heldBack.at.toISOString()} : {}
  return {path: sitePaths.episode(slug), title, state: heldBack.state, ...at}
}

function copyOf({from, path, mimeType}: FileCopy): OutputFile {
  return {path, mimeType, rank: 'referred', source: '', copyFrom: from}
}
