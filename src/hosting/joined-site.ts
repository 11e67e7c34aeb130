import type {ServedSite} from '../model/serving.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import {basePath} from './served-rules.ts'

/** Sites that one server or host serves together, and sites that are elsewhere. */
export type JoinedSites = {readonly site: ServedSite; readonly apart: readonly ServedSite[]}

/**
 * Makes one site of a network's own and those of its shows, because a server reads one configuration. A show whose address is not
 * below that of the network is a site apart.
 */
export function joinSites(own: ServedSite, shows: readonly ServedSite[]): JoinedSites {
  const below = shows.filter(({siteUrl}) => siteUrl !== own.siteUrl && siteUrl.startsWith(own.siteUrl))
  const apart = shows.filter((show) => !below.includes(show))
  const parts = below.map((show) => inFolder(show, basePath(show.siteUrl).slice(basePath(own.siteUrl).length)))
  return {
    site: {
      siteUrl: own.siteUrl,
      rules: [...own.rules, ...parts.flatMap(({rules}) => rules)],
      redirects: [...own.redirects, ...parts.flatMap(({redirects}) => redirects)],
      precompressed: own.precompressed || below.some(({precompressed}) => precompressed),
    },
    apart,
  }
}

/** `folder` ends in `/`. */
function inFolder(site: ServedSite, folder: string): Pick<ServedSite, 'rules' | 'redirects'> {
  const segments = folder.split('/').filter((segment) => segment !== '')
  return {
    rules: site.rules.map((rule) => ({
      ...rule,
      pattern: {...rule.pattern, segments: [...segments.map(percentDecoded), ...rule.pattern.segments]},
    })),
    redirects: site.redirects.map((redirect) => ({...redirect, from: `${percentDecoded(folder)}${redirect.from}`})),
  }
}
