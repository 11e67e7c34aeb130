import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {PolicySources, Theme} from '../model/theme.ts'
import {isOwn} from './page-links.ts'

type PolicyOf = {
  readonly siteUrl: AbsoluteUrl
  /** Of what plays on the page. */
  readonly mediaUrls?: readonly string[]
  readonly theme?: Theme | undefined
}

/**
 * Nothing runs but our own script, nothing is framed, nothing is sent anywhere, and no picture comes from elsewhere. Media come
 * from where the author keeps them. What follows the redirect of a counting service may come from anywhere. What
 * `theme/head.html` names is named here as well, and nothing else.
 */
export function contentSecurityPolicy({mediaUrls = [], siteUrl, theme}: PolicyOf): string {
  const isElsewhere = mediaUrls.some((url) => !isOwn(url, {siteUrl}))
  const more = (name: keyof PolicySources) => (theme?.policy[name] ?? []).map((source) => ` ${source}`).join('')
  const fonts = theme?.hasStyle === true || more('fonts') !== '' ? ` font-src 'self'${more('fonts')};` : ''
  return (
    `default-src 'none'; script-src 'self'${more('scripts')}; style-src 'self'${more('styles')};${fonts} img-src 'self' data:${more('images')}; ` +
    `connect-src 'self'${more('connections')}; manifest-src 'self'; ` +
    `media-src 'self'${isElsewhere ? ' https: http:' : ''}; base-uri 'none'; form-action 'none'`
  )
}
