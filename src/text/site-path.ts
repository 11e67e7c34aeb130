/**
 * The path below a site that an old address of it means, decoded and without a leading `/`: `/2019/first.html`, or the whole address.
 * As in Hugo, a path that begins with `/` is below the site, also where the site itself has a path. `undefined` for an address that no
 * file of the site can have: of another site, the site itself, or one told apart by its query alone.
 */
export function oldSitePath(siteUrl: string, reference: string): string | undefined {
  const isAddress = /^https?:/i.test(reference)
  if (!URL.canParse(isAddress ? reference : `./${reference.replace(/^\/+/, '')}`, siteUrl)) return undefined
  const base = new URL(siteUrl)
  const withBase = !isAddress && base.pathname !== '/' && reference.startsWith(base.pathname)
  const relative = withBase ? reference : `./${reference.replace(/^\/+/, '')}`
  const url = new URL(isAddress ? reference : relative, base)
  if (url.host !== base.host || !url.pathname.startsWith(base.pathname) || url.search !== '') return undefined
  try {
    const path = decodeURIComponent(url.pathname.slice(base.pathname.length))
    return path === '' || path === 'index.html' || /[\p{Cc}\\]/u.test(path) ? undefined : path
  } catch {
    return undefined
  }
}
