import type {OutputFile} from '../model/output.ts'
import type {HostName, ServedSite} from '../model/serving.ts'
import {apacheFile} from './apache.ts'
import {caddyFile} from './caddy.ts'
import {headersFile, redirectsFile} from './netlify.ts'
import {nginxFile} from './nginx.ts'

/** A file that tells a host how to serve the output. */
type HostFile = {
  /** Its place in the output folder, where the host looks for it. For a server's own configuration, the name that it usually has. */
  readonly path: string
  readonly format: (site: ServedSite) => string
  /** Written only where there is something to say in it. */
  readonly mayBeEmpty?: true
}

const headers: HostFile = {path: '_headers', format: headersFile}
const redirects: HostFile = {path: '_redirects', format: redirectsFile}
// Jekyll leaves out what begins with `_`, and takes minutes for a large show.
const noJekyll: HostFile = {path: '.nojekyll', format: () => '', mayBeEmpty: true}

/** A host or web server, and the files that it reads. To add one: its format, if that is new, and a row. */
export type Host = {
  readonly title: string
  /** Inside the output folder, where the host looks for them and takes them as instructions. */
  readonly inOutput: readonly HostFile[]
  /** For a server's own configuration, which is outside of what it serves: `castwright hosting` prints it. */
  readonly configuration?: HostFile
}

export const hosts: Readonly<Record<HostName, Host>> = {
  netlify: {title: 'Netlify', inOutput: [headers, redirects]},
  'cloudflare-pages': {title: 'Cloudflare Pages', inOutput: [headers, redirects]},
  'github-pages': {title: 'GitHub Pages', inOutput: [noJekyll]},
  'gitlab-pages': {title: 'GitLab Pages', inOutput: [redirects]},
  apache: {title: 'Apache 2.4', inOutput: [{path: '.htaccess', format: apacheFile}]},
  nginx: {title: 'nginx', inOutput: [], configuration: {path: 'nginx.conf', format: nginxFile}},
  caddy: {title: 'Caddy 2', inOutput: [], configuration: {path: 'Caddyfile', format: caddyFile}},
  none: {title: 'a host that needs nothing', inOutput: []},
}

/** What hosts take for instructions: no part of the site itself. */
export const hostFilePaths: ReadonlySet<string> = new Set(
  Object.values(hosts).flatMap(({inOutput}) => inOutput.map(({path}) => path)),
)

/** The files for `names` in the output folder, each once, in the order of their paths. */
export function hostFiles(names: readonly HostName[], site: ServedSite, source: string): readonly OutputFile[] {
  const files = new Map<string, HostFile>(
    names.flatMap((name) => hosts[name].inOutput.map((file) => [file.path, file] as const)),
  )
  return [...files.values()]
    .map(({path, format, mayBeEmpty}) => ({path, text: format(site), mayBeEmpty}))
    .filter(({text, mayBeEmpty}) => text !== '' || mayBeEmpty === true)
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(({path, text}) => ({path, mimeType: 'text/plain', rank: 'moved', source, pieces: [text]}))
}

/** What `castwright hosting` prints for one host: its configuration, or all its files, each under its name. */
export function hostText(name: HostName, site: ServedSite): string {
  const {configuration, inOutput} = hosts[name]
  if (configuration !== undefined) return configuration.format(site)
  const [only, ...others] = inOutput
  if (only !== undefined && others.length === 0) return only.format(site)
  return inOutput.map(({path, format}) => `# ${path}\n${format(site)}`).join('\n')
}
