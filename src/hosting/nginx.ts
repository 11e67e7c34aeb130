import type {Redirect, ServedRule, ServedSite} from '../model/serving.ts'
import {notFoundPath} from '../model/site-paths.ts'
import {isPage, redirectTarget, responseHeaders} from './response-headers.ts'
import {compressedTypes} from './served-kinds.ts'
import {basePath, hasNotFoundPage, pathWord, patternRegex, redirectRegex} from './served-rules.ts'

/**
 * Lines for a `server` block of nginx whose `root` is the folder that the whole site is in.
 * https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 */
export function nginxFile(site: ServedSite): string {
  const base = basePath(site.siteUrl)
  const types = compressedTypes(site.rules).filter((type) => type !== 'text/html')
  return [
    `# ${site.siteUrl} as nginx is to serve it. Include it in the server block; root is the folder that ${base} is in.\n`,
    'index index.html;\n',
    // Behind a proxy, nginx would name its own scheme and port in redirects, and no listener can reach these.
    'absolute_redirect off;\n',
    'charset utf-8;\n',
    // nginx takes neither of them for a text, and would leave out the charset.
    `charset_types ${charsetTypes(site.rules).join(' ')};\n`,
    ...(hasNotFoundPage(site) ? [notFoundLine(base)] : []),
    ...(site.precompressed ? ['gzip_static on;\n'] : []),
    `gzip on;\ngzip_vary on;\ngzip_types ${types.join(' ')};\n`,
    ...site.redirects.map((redirect) => redirectLines(redirect, base, site)),
    ...site.rules.map((rule) => ruleLines(rule, base)),
  ].join('')
}

/** A server may have more than this show below its root. */
function notFoundLine(base: string): string {
  const line = `error_page 404 ${pathWord(`${base}${notFoundPath}`)};`
  return base === '/' ? `${line}\n` : `location ${pathWord(base)} { ${line} }\n`
}

function charsetTypes(rules: readonly ServedRule[]): readonly string[] {
  const types = rules.flatMap(({contentType = ''}) => /^(.*); charset=/.exec(contentType)?.[1] ?? [])
  return [...new Set(['text/html', ...types])].sort().filter((type) => type !== 'text/html')
}

function redirectLines(redirect: Redirect, base: string, site: ServedSite): string {
  const to = `${redirectTarget(redirect, site)}${redirect.covers === 'folder' ? '$1' : ''}`
  return `location ~ "${redirectRegex(base, redirect)}" { return 301 "${to}"; }\n`
}

function ruleLines(rule: ServedRule, base: string): string {
  const regex = patternRegex(base, rule.pattern)
  // Headers of one level hide those of the level above, so each block names all of its own.
  const headers = responseHeaders(rule).map(([name, value]) => `  add_header ${name} "${value}";\n`)
  const type = rule.contentType?.replace(/;.*$/, '')
  // Pages are found by nginx's own table, as the index of their folder.
  const lines = type === undefined || isPage(rule) ? '' : `  types { }\n  default_type ${type};\n`
  return `location ~ "${regex}" {\n${lines}${headers.join('')}}\n`
}
