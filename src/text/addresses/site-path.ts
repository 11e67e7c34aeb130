/** Our own folder in the output. Its name begins with a dot, so hosts do not serve it, and no half-written file has a public name. */
export const privateFolder = '.castwright'

/**
 * Whether `path` is one that a file of a site may have: below the output folder, whatever the system, and not in our own folder there.
 * Paths come from addresses that authors write and from lists that anybody may have edited.
 */
export function isSitePath(path: string): boolean {
  const segments = path.split('/')
  if (segments[0]?.toLowerCase() === privateFolder || /[\\\0]|^[a-z]:/i.test(path)) return false
  return segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..')
}

/**
 * The path below a site that an old address of it means, decoded and without a leading `/`: `/2019/first.html`, or the whole address.
 * As in Hugo, a path that begins with `/` is below the site, also where the site itself has a path. `undefined` for an address that no
 * file of the site can have: of another site, the site itself, one told apart by its query alone, or one that is no path of a file.
 */
export function oldSitePath(siteUrl: string, reference: string): string | undefined {
  const isAddress = /^https?:/i.test(reference)
  try {
    const base = new URL(siteUrl)
    const withBase = !isAddress && base.pathname !== '/' && reference.startsWith(base.pathname)
    const relative = withBase ? reference : `./${reference.replace(/^\/+/, '')}`
    const url = new URL(isAddress ? reference : relative, base)
    if (url.host !== base.host || !url.pathname.startsWith(base.pathname) || url.search !== '') return undefined
    const path = decodeURIComponent(url.pathname.slice(base.pathname.length))
    if (path === 'index.html' || /\p{Cc}/u.test(path)) return undefined
    // A decoded `%2F..%2F` would lead elsewhere.
    return isSitePath(path.replace(/\/$/, '')) ? path : undefined
  } catch {
    // It is no address, or what it decodes to is no text.
    return undefined
  }
}
