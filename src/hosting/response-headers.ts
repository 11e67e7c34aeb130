import type {Redirect, ServedRule, ServedSite} from '../model/serving.ts'

type Header = readonly [name: string, value: string]

/** What every answer for the files of a rule says beside its type. */
export function responseHeaders({cacheControl, forOtherSites}: ServedRule): readonly Header[] {
  return [['Cache-Control', cacheControl], ...(forOtherSites ? [['Access-Control-Allow-Origin', '*'] as const] : [])]
}

export function isPage({pattern: {segments}}: ServedRule): boolean {
  return segments.at(-1) === 'index.html'
}

/** Where a redirect leads: on the site itself as a path, so that it also holds where the site is only tried out. */
export function redirectTarget({to}: Redirect, {siteUrl}: ServedSite): string {
  const {origin} = new URL(siteUrl)
  // Servers put variables in place of `$1` and `{...}`; braces are encoded in every address of ours.
  return (to.startsWith(siteUrl) ? to.slice(origin.length) : to).replaceAll('$', '%24')
}
