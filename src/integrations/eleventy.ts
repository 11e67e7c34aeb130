import {type BuiltShow, buildShow, filesFolder, isForSite, type ShowOptions, workFolder} from './built-show.ts'

export type {BuiltShow, ShowOptions}

/** The part of Eleventy's configuration that the plugin uses. https://www.11ty.dev/docs/config/ */
export type EleventyConfig = {
  readonly ignores: {add(glob: string): unknown}
  readonly watchIgnores?: {add(glob: string): unknown} | undefined
  readonly logger?: {warn(text: string): void}
  addGlobalData(name: string, value: () => unknown): unknown
  addPassthroughCopy(paths: Record<string, string>, options: {readonly filter: (path: string) => boolean}): unknown
  addWatchTarget(path: string): unknown
  on(event: string, call: () => Promise<void>): unknown
}

/**
 * A plugin for Eleventy 3: `config.addPlugin(castwrightPlugin, {show: 'show'})`. Before each build of the site it builds the show. Templates get
 * the show and its episodes as `podcast.show` and `podcast.episodes`; feeds, transcripts, chapters and media are copied to the site. With
 * `--serve` or `--watch` the lock records nothing.
 */
export function castwrightPlugin(config: EleventyConfig, options: ShowOptions): void {
  const isTrial = process.env.ELEVENTY_RUN_MODE === 'serve' || process.env.ELEVENTY_RUN_MODE === 'watch'
  const show = slashed(options.show)
  const work = slashed(workFolder(options))
  let built: BuiltShow | undefined
  // Markdown of the show is no page of the site. And what a build writes must not start another build, or this would go on for
  // ever.
  for (const folder of [show, work]) config.ignores.add(`${folder}/**`)
  for (const glob of [`${work}/**`, `${show}/.castwright/**`, `${show}/castwright.lock.json`])
    config.watchIgnores?.add(glob)
  config.addWatchTarget(options.show)
  config.addPassthroughCopy({[slashed(filesFolder(options, isTrial))]: '/'}, {filter: isForSite})
  config.on('eleventy.before', async () => {
    built = await buildShow(options, isTrial, (text) => config.logger?.warn(text))
  })
  config.addGlobalData('podcast', () => built)
}

/** As globs have it. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}
