import {hostFiles} from '../hosting/hosts.ts'
import {isCompressible} from '../hosting/served-kinds.ts'
import {servedRules} from '../hosting/served-rules.ts'
import type {Problem} from '../model/problem.ts'
import type {Redirect, ServedSite} from '../model/serving.ts'
import type {Show} from '../model/show.ts'
import type {TakeFile} from './plan-episode.ts'

/** How the files of a plan are to be served: found out from the files themselves, as they pass. */
export type ServingPlan = {
  /** Takes a file, and notes it. */
  readonly take: TakeFile
  /** Takes the files for the hosts of the show, once all others have passed. */
  readonly finish: (redirects: readonly Redirect[]) => Promise<{
    readonly site: ServedSite
    readonly problems: readonly Problem[]
  }>
}

export function planServing(show: Show, takeFile: TakeFile): ServingPlan {
  const {siteUrl, hosting, precompressed, file: showFile} = show
  const served = servedRules()
  return {
    take: (file) => {
      served.note(file)
      return takeFile(precompressed && isCompressible(file.mimeType) ? {...file, compressed: true} : file)
    },
    finish: async (redirects) => {
      const site = {siteUrl, rules: served.rules(), redirects, precompressed}
      const problems: Problem[] = []
      for (const file of hostFiles(hosting, site, showFile)) problems.push(...(await takeFile(file)))
      return {site, problems}
    },
  }
}
