import type {Problem} from '../../model/problem.ts'
import {problem} from '../../sources/source-problems.ts'
import type {SourceShow} from '../../sources/source-show.ts'
import {hostOfPodcasts} from '../../text/addresses/podcast-hosts.ts'

/** Where the show is going to be is a guess: the page that the feed names. At a host, nobody else can publish. */
export function siteRemark({siteUrl}: SourceShow): readonly Problem[] {
  const host = siteUrl === undefined ? undefined : hostOfPodcasts(siteUrl)
  if (siteUrl !== undefined && host === undefined) return []
  const message =
    siteUrl === undefined
      ? 'The source names no page of the show, so site_url in show.yaml is an example'
      : `The page of the show is ${siteUrl}, at its host, and you cannot publish there; site_url in show.yaml names it`
  const hint =
    'Write the address at which you will publish into show.yaml: site_url: https://example.org/my-show/; or import with --site and that address'
  return [problem('source-site-unknown', {}, message, hint)]
}
