import type {Redirect, ServedRule, ServedSite} from '../model/serving.ts'
import {notFoundPath} from '../model/site-paths.ts'
import {isPage, redirectTarget, responseHeaders} from './response-headers.ts'
import {compressedTypes} from './served-kinds.ts'
import {basePath, hasNotFoundPage, pathWord, patternRegex, redirectRegex} from './served-rules.ts'

/**
 * Lines for a site block of Caddy whose `root` is the folder that the whole site is in.
 * https://caddyserver.com/docs/caddyfile/matchers#path-regexp
 */
export function caddyFile(site: ServedSite): string {
  const base = basePath(site.siteUrl)
  const types = compressedTypes(site.rules)
  return [
    `# ${site.siteUrl} as Caddy is to serve it. Import it in the site block; root is the folder that ${base} is in.\n`,
    // Of JSON it would compress `application/json` alone.
    `encode gzip {\n\tmatch {\n${types.map((type) => `\t\theader Content-Type ${type}*\n`).join('')}\t}\n}\n`,
    ...site.redirects.map((redirect, index) => redirectLines(redirect, index, base, site)),
    ...site.rules.map((rule, index) => ruleLines(rule, index, base)),
    ...(hasNotFoundPage(site) ? [notFoundLines(base)] : []),
    site.precompressed ? 'file_server {\n\tprecompressed br gzip\n}\n' : 'file_server\n',
  ].join('')
}

/** What is thrown by `file_server` is answered with the page, and with 404. https://caddyserver.com/docs/caddyfile/directives/handle_errors */
function notFoundLines(base: string): string {
  const matcher = `@missing {\n\t\texpression {err.status_code} == 404\n\t\tpath ${pathWord(`${base}*`)}\n\t}`
  return `handle_errors {\n\t${matcher}\n\trewrite @missing ${pathWord(`${base}${notFoundPath}`)}\n\tfile_server\n}\n`
}

function redirectLines(redirect: Redirect, index: number, base: string, site: ServedSite): string {
  const name = `moved${index + 1}`
  const to = `${redirectTarget(redirect, site)}${redirect.covers === 'folder' ? `{re.${name}.1}` : ''}`
  return `@${name} path_regexp ${name} "${redirectRegex(base, redirect)}"\nredir @${name} "${to}" 301\n`
}

function ruleLines(rule: ServedRule, index: number, base: string): string {
  const name = `files${index + 1}`
  // A page is asked for by its folder.
  const regex = patternRegex(base, rule.pattern).replace(/index\\\.html\$$/, isPage(rule) ? '(index\\.html)?$' : '$&')
  const type = rule.contentType === undefined ? [] : [['Content-Type', rule.contentType] as const]
  const headers = [...type, ...responseHeaders(rule)].map(([header, value]) => `\t${header} "${value}"\n`)
  return `@${name} path_regexp "${regex}"\nheader @${name} {\n${headers.join('')}}\n`
}
