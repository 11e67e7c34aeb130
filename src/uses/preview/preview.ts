import type {AppName} from '../../apps/all-apps.ts'
import {type AppView, appView} from '../../apps/app-view.ts'
import {basePath} from '../../hosting/served-rules.ts'
import type {Outcome, Problem} from '../../model/problem.ts'
import {renderAhead} from '../../plan/render-ahead.ts'
import {networkAddresses} from '../../preview/network-addresses.ts'
import type {PreviewedShow} from '../../preview/previewed-show.ts'
import {qrCodeText} from '../../preview/qr-code.ts'
import {type PreviewServer, startServer} from '../../preview/server.ts'
import {watchFiles} from '../../preview/watch-files.ts'
import {afterChanges} from './after-changes.ts'
import {type LiveShow, openLiveShow} from './live-show.ts'
import {problemViews} from './problem-views.ts'

/** What a preview depends on beside the folder of the show. */
export type PreviewOptions = {
  /** The first port that is tried. */
  readonly port?: number
  /** Whether other machines of the network may look, such as a phone. Everybody there then sees drafts as well. */
  readonly isInNetwork?: boolean
  /** The time that counts as now, asked at each change. */
  readonly clock?: () => Date
  /** Called after each change. */
  readonly onChange?: (change: PreviewChange) => void
}

/** What came of a change of the author's files. */
export type PreviewChange = {
  /** Absolute. */
  readonly changedFiles: readonly string[]
  /** The time from noticing the change to telling the first page that shows it. */
  readonly tookInMilliseconds: number
  readonly problems: readonly Problem[]
}

/** A preview that runs until it is closed. */
export type Preview = {
  readonly title: string
  /** On this machine. */
  readonly url: string
  /** For other machines of the network; empty if they may not look. */
  readonly networkUrls: readonly string[]
  /** A QR code of the first of `networkUrls`, for a terminal. */
  readonly qrCode?: string
  readonly problems: readonly Problem[]
  readonly close: () => Promise<void>
}

const usualPort = 4321

/**
 * Shows the show in `folder` in browsers while it is written: as it is built, from memory, with drafts and scheduled episodes. Nothing is
 * written to the disk. It is a tool for the author and no server for listeners.
 */
export async function preview(folder: string, options: PreviewOptions = {}): Promise<Outcome<Preview>> {
  const {port = usualPort, isInNetwork = false, clock = () => new Date(), onChange} = options
  const live = openLiveShow(folder, clock)
  await live.refresh()
  // There is no show that somebody could be writing.
  if (live.shown() === undefined && live.problems().some(({code}) => code === 'show-file-missing'))
    return {ok: false, problems: live.problems()}
  const show = previewed(live, folder)
  const server = await startServer(show, {port, isInNetwork})
  const after = afterChanges({
    glance: async (changedFiles) => {
      await live.glance(changedFiles)
      return server.changedPages()
    },
    refresh: async () => {
      await live.refresh()
      watching.also(live.shown()?.plan.otherFolders ?? [])
    },
    tell: async (changedFiles, tookInMilliseconds) => {
      await server.changed()
      onChange?.({changedFiles, tookInMilliseconds, problems: live.problems()})
    },
    judge: async (goesOn) => {
      if (await live.judge(goesOn)) await server.changed()
    },
  })
  const watching = await watchFiles(folder, after.note)
  watching.also(live.shown()?.plan.otherFolders ?? [])
  after.judgeLater()
  const close = async () => {
    await watching.close()
    await after.close()
    await server.close()
  }
  return {ok: true, value: {...addressesOf(show, server, isInNetwork), problems: live.problems(), close}, problems: []}
}

function addressesOf(show: PreviewedShow, {port}: PreviewServer, isInNetwork: boolean) {
  const at = (host: string) => `http://${host}:${port}${show.base()}`
  const hosts = isInNetwork ? networkAddresses().map((each) => (each.includes(':') ? `[${each}]` : each)) : []
  const [first] = hosts
  return {
    title: show.title(),
    url: at('localhost'),
    networkUrls: hosts.map(at),
    ...(first === undefined ? {} : {qrCode: qrCodeText(at(first))}),
  }
}

/** The site as the server needs it; the server knows nothing of plans. */
function previewed(live: LiveShow, folder: string): PreviewedShow {
  const {shown} = live
  let views: {readonly of: readonly Problem[]; readonly made: ReturnType<typeof problemViews>} | undefined
  return {
    title: () => shown()?.plan.channel.title ?? 'Castwright',
    base: () => basePath(shown()?.plan.show.siteUrl ?? 'http://localhost/'),
    file: (path) => shown()?.ahead.files.get(path) ?? shown()?.files.get(path),
    problems: () => {
      const problems = live.problems()
      if (views?.of !== problems) views = {of: problems, made: problemViews(problems, folder)}
      return views.made
    },
    heldBack: () => shown()?.ahead.links ?? [],
    episodes: () =>
      (shown()?.ahead.items ?? []).map(({slug, title, publishedAt}) => ({slug, title, date: publishedAt})),
    feeds: () =>
      (shown()?.plan.summary.feeds ?? []).flatMap(({title, paths}) =>
        Object.values(paths).map((path) => ({title, path})),
      ),
    view: (app, slug) => viewOf(live, app, slug),
  }
}

async function viewOf({shown}: LiveShow, app: AppName, slug: string): Promise<AppView | undefined> {
  const {ready, ahead, now} = shown() ?? {}
  const file = ahead?.items.find((item) => item.slug === slug)?.source.file
  const files = ready?.opened.episodes.find((each) => each.file === file)
  if (ready === undefined || now === undefined || files === undefined) return undefined
  const rendered = await renderAhead(ready, files, now)
  if (!rendered.ok) return undefined
  const {
    rendered: {item},
    mediaChapters,
  } = rendered.value
  return appView(app, {item, channel: ready.channel, mediaChapters})
}
