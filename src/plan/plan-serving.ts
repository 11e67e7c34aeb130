import {hostFiles} from '../hosting/hosts.ts'
import {memberRules} from '../hosting/member-rules.ts'
import {isCompressible} from '../hosting/served-kinds.ts'
import {servedRules} from '../hosting/served-rules.ts'
import type {Problem} from '../model/problem.ts'
import type {Redirect, ServedSite} from '../model/serving.ts'
import type {Show} from '../model/show.ts'
import type {TakeFile} from './take-file.ts'

/** Finds out how the files of a plan are to be served, by looking at each file as it passes. */
export type ServingPlan = {
  /** Takes a file, and notes it. */
  readonly take: TakeFile
  /** All that were taken so far. */
  readonly paths: ReadonlySet<string>
  /** Takes the files for the hosts of the show, once all others have passed. */
  readonly finish: (redirects: readonly Redirect[]) => Promise<{
    readonly site: ServedSite
    /** The site of members, if they have one of their own. */
    readonly membersSite?: ServedSite
    readonly problems: readonly Problem[]
  }>
}

export function planServing(show: Show, takeFile: TakeFile): ServingPlan {
  const {siteUrl, membersUrl, hosting, precompressed, file: showFile, feeds} = show
  const served = servedRules()
  const paths = new Set<string>()
  return {
    paths,
    take: (file) => {
      served.note(file)
      paths.add(file.path)
      return takeFile(precompressed && isCompressible(file.mimeType) ? {...file, compressed: true} : file)
    },
    finish: async (redirects) => {
      const own = served.rules()
      const forMembers = memberRules(feeds, own)
      const rules = membersUrl === undefined ? [...own, ...forMembers] : own
      const site = {siteUrl, rules, redirects, precompressed}
      const problems: Problem[] = []
      for (const file of hostFiles(hosting, site, showFile)) problems.push(...(await takeFile(file)))
      if (membersUrl === undefined) return {site, problems}
      return {
        site,
        membersSite: {siteUrl: membersUrl, rules: forMembers, redirects: [], precompressed: false},
        problems,
      }
    },
  }
}
