import {cp} from 'node:fs/promises'
import {resolve, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BuiltShow, buildShow, filesFolder, isForSite, type ShowOptions} from './built-show.ts'
import {type Middleware, serveFiles} from './serve-files.ts'

export type {BuiltShow, ShowOptions}

/** What pages import: `import {episodes, show} from 'castwright:show'`. */
const moduleName = 'castwright:show'

const moduleTypes = `declare module '${moduleName}' {
  export const show: import('castwright').ShowData
  export const episodes: readonly import('castwright').EpisodeData[]
}
`

type Logger = {warn(text: string): void}

/** A plugin of Vite that provides one module. https://vite.dev/guide/api-plugin#virtual-modules-convention */
type ModulePlugin = {
  name: string
  resolveId(id: string): string | undefined
  load(id: string): string | undefined
}

/** The part of Vite's development server that is used. https://vite.dev/guide/api-javascript#vitedevserver */
type DevServer = {
  readonly watcher: {add(path: string): unknown; on(event: 'all', call: (event: string, path: string) => void): unknown}
  readonly middlewares: {use(middleware: Middleware): unknown}
  readonly moduleGraph: {invalidateAll(): void}
  readonly ws: {send(message: {type: 'full-reload'}): void}
}

/** The part of an integration that is used. https://docs.astro.build/en/reference/integrations-reference/ */
export type CastwrightIntegration = {
  name: string
  hooks: {
    'astro:config:setup': (options: {
      command: 'dev' | 'build' | 'preview' | 'sync'
      logger: Logger
      updateConfig: (config: {vite: {plugins: ModulePlugin[]}}) => unknown
    }) => Promise<void>
    'astro:config:done': (options: {injectTypes: (types: {filename: string; content: string}) => unknown}) => void
    'astro:server:setup': (options: {server: DevServer; logger: Logger}) => void
    'astro:build:done': (options: {dir: URL}) => Promise<void>
  }
}

/**
 * An integration for Astro 5: `integrations: [castwright({show: 'show'})]`. It builds the show before the site. Pages import the show and
 * its episodes from `castwright:show`; feeds, transcripts, chapters and media are copied to the site. `astro dev` serves them, follows
 * each change of the show, and records nothing in the lock.
 */
export function castwright(options: ShowOptions): CastwrightIntegration {
  let built: BuiltShow | undefined
  let isTrial = true
  const rebuild = async (logger: Logger) => {
    built = await buildShow(options, isTrial, (text) => logger.warn(text))
  }
  return {
    name: 'castwright',
    hooks: {
      'astro:config:setup': async ({command, logger, updateConfig}) => {
        // A show that is built already is only read.
        if (command === 'preview') return
        isTrial = command !== 'build'
        await rebuild(logger)
        updateConfig({vite: {plugins: [showModule(() => built)]}})
      },
      'astro:config:done': ({injectTypes}) => {
        injectTypes({filename: 'show.d.ts', content: moduleTypes})
      },
      'astro:server:setup': ({server, logger}) => {
        server.middlewares.use(serveFiles(filesFolder(options, isTrial)))
        follow(server, options.show, logger, () => rebuild(logger))
      },
      'astro:build:done': async ({dir}) => {
        await cp(filesFolder(options, isTrial), fileURLToPath(dir), {recursive: true, filter: isForSite})
      },
    },
  }
}

function showModule(built: () => BuiltShow | undefined): ModulePlugin {
  const resolved = `\0${moduleName}`
  return {
    name: 'castwright',
    resolveId: (id) => (id === moduleName ? resolved : undefined),
    load: (id) => {
      const {show, episodes} = built() ?? {}
      return id === resolved
        ? `export const show = ${JSON.stringify(show)}\nexport const episodes = ${JSON.stringify(episodes)}\n`
        : undefined
    },
  }
}

/** Builds again whenever a file of the show changed, one build at a time, and has open pages load anew. */
function follow(
  {watcher, moduleGraph, ws}: DevServer,
  show: string,
  logger: Logger,
  rebuild: () => Promise<void>,
): void {
  const folder = resolve(show)
  let isWaiting = false
  let last: Promise<unknown> = Promise.resolve()
  const again = async () => {
    isWaiting = false
    try {
      await rebuild()
    } catch (error) {
      // The pages stay as they were before the error.
      logger.warn(error instanceof Error ? error.message : String(error))
      return
    }
    moduleGraph.invalidateAll()
    ws.send({type: 'full-reload'})
  }
  watcher.add(folder)
  watcher.on('all', (_event, path) => {
    if (isWaiting || !isAuthored(folder, resolve(path))) return
    isWaiting = true
    last = last.then(again)
  })
}

/** What a build writes beside the author's files must not start another build, or this would go on for ever. */
function isAuthored(folder: string, path: string): boolean {
  return (
    path.startsWith(folder + sep) && !/[\\/](?:\.castwright|castwright\.lock\.json)/.test(path.slice(folder.length))
  )
}
