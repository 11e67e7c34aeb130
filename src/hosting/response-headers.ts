import type {Redirect, ServedRule, ServedSite} from '../model/serving.ts'

type Header = readonly [name: string, value: string]

/** What every answer for the files of a rule says beside its type. */
export function responseHeaders(rule: ServedRule): readonly Header[] {
  const {contentType = '', cacheControl, forOtherSites, isPrivate} = rule
  return [
    ['Cache-Control', cacheControl],
    ...(forOtherSites ? [['Access-Control-Allow-Origin', '*'] as const] : []),
    ...framePolicy(rule),
    // Without it Safari looks for a feed in what is called XML, and hands it to another program.
    ...(contentType.startsWith('application/xml') ? [['X-Content-Type-Options', 'nosniff'] as const] : []),
    ...(isPrivate ? [['X-Robots-Tag', 'noindex'] as const] : []),
  ]
}

/**
 * No other site may put a page into a frame and have it clicked there. The player for other sites is the exception, because it is
 * made for frames. Browsers take this from a header alone (https://www.w3.org/TR/CSP3/#directive-frame-ancestors).
 */
export function framePolicy(rule: ServedRule): readonly Header[] {
  const isFramed = !isPage(rule) || rule.pattern.segments.includes('embed')
  return isFramed ? [] : [['Content-Security-Policy', "frame-ancestors 'self'"]]
}

export function isPage({pattern: {segments}}: ServedRule): boolean {
  return segments.at(-1) === 'index.html'
}

/** Where a redirect leads. On the site itself it is a path, so that it also works where the site is only tried out. */
export function redirectTarget({to}: Redirect, {siteUrl}: ServedSite): string {
  const {origin} = new URL(siteUrl)
  // Servers replace variables such as `$1` and `{...}`; braces are encoded in every address of ours.
  return (to.startsWith(siteUrl) ? to.slice(origin.length) : to).replaceAll('$', '%24')
}
