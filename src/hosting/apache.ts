import type {Redirect, ServedRule, ServedSite} from '../model/serving.ts'
import {notFoundPath} from '../model/site-paths.ts'
import {isPage, redirectTarget, responseHeaders} from './response-headers.ts'
import {compressedTypes} from './served-kinds.ts'
import {basePath, hasNotFoundPage, patternRegex, redirectRegex} from './served-rules.ts'

/**
 * `.htaccess` for Apache 2.4. `<If>` rather than `<Files>`: a name alone does not tell the feed from a transcript, and a folder may
 * hold only one `.htaccess`. https://httpd.apache.org/docs/2.4/mod/core.html#if
 */
export function apacheFile(site: ServedSite): string {
  const base = basePath(site.siteUrl)
  const {rules, redirects} = site
  const moved = redirects.map((redirect) => redirectLine(redirect, base, site))
  return [
    ...(moved.length === 0 ? [] : ['<IfModule mod_alias.c>\n', ...moved, '</IfModule>\n']),
    '<IfModule mod_dir.c>\n  DirectoryIndex index.html\n</IfModule>\n',
    ...(hasNotFoundPage(site) ? [`ErrorDocument 404 ${base}${notFoundPath}\n`] : []),
    ...rules.map((rule) => ruleLines(rule, base)),
    compression(rules),
  ].join('')
}

function redirectLine(redirect: Redirect, base: string, site: ServedSite): string {
  const to = `${redirectTarget(redirect, site)}${redirect.covers === 'folder' ? '$1' : ''}`
  return `  RedirectMatch 301 "${redirectRegex(base, redirect)}" "${to}"\n`
}

function ruleLines(rule: ServedRule, base: string): string {
  // A page is asked for by its folder.
  const regex = patternRegex(base, rule.pattern).replace(/index\\\.html\$$/, isPage(rule) ? '(?:index\\.html)?$' : '$&')
  const headers = responseHeaders(rule).map(([name, value]) => `    Header set ${name} "${value}"\n`)
  const type = rule.contentType === undefined ? '' : `  ForceType "${rule.contentType}"\n`
  return `<If "%{REQUEST_URI} =~ m#${regex}#">\n${type}  <IfModule mod_headers.c>\n${headers.join('')}  </IfModule>\n</If>\n`
}

/**
 * Apache adds `-gzip` to the validator of what it compressed, and then does not know it again, so that no client ever gets 304.
 * Both forms are offered to it (https://bz.apache.org/bugzilla/show_bug.cgi?id=45023).
 */
function compression(rules: readonly ServedRule[]): string {
  const types = compressedTypes(rules)
  if (types.length === 0) return ''
  return [
    '<IfModule mod_deflate.c>\n  <IfModule mod_filter.c>\n',
    `    AddOutputFilterByType DEFLATE ${types.join(' ')}\n`,
    '    <IfModule mod_headers.c>\n',
    `      RequestHeader edit If-None-Match '^(.*)-gzip"$' '$1", $1-gzip"'\n`,
    '    </IfModule>\n  </IfModule>\n</IfModule>\n',
  ].join('')
}
