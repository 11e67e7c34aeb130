/** Where the site of the show is, for `{{ site.url }}` and `{{ site.baseurl }}`. */
export type SiteOfTemplates = {readonly siteUrl?: string}

/** The inside of a tag, its first word and what follows: `youtube`, `dQw4w9WgXcQ`. */
const tag = /^\{(?:%-?|\{[<%]?)\s*([\s\S]*?)\s*(?:-?%|[>%]?\})\}$/
const siteValue = /^site\.(?:github\.)?(url|baseurl|base_url|baseURL)$/i
const quotedPath =
  /^["']([^"']{1,500})["']\s*\|\s*(?:relative_url|absolute_url|relURL|absURL|prepend:\s*site\.baseurl|url)/i

/**
 * What a tag of Jekyll, Hugo or Eleventy stands for, if that is certain: the address of the site, another file, a video, or a
 * picture. Otherwise `undefined`.
 */
export function resolveTemplate(written: string, {siteUrl}: SiteOfTemplates): string | undefined {
  const inside = tag.exec(written)?.[1]
  if (inside === undefined) return undefined
  const [, part] = siteValue.exec(inside) ?? []
  if (part !== undefined) return partOfSite(part.toLowerCase(), siteUrl)
  const path = quotedPath.exec(inside)?.[1]
  if (path !== undefined && siteUrl !== undefined) return `${siteUrl.replace(/\/$/, '')}/${path.replace(/^\//, '')}`
  const [, name = '', rest = ''] = /^([\w.-]{1,40})\s*([\s\S]*)$/.exec(inside) ?? []
  return Object.hasOwn(tags, name) ? tags[name]?.(rest) : undefined
}

/** Jekyll's `url` is the host, and its `baseurl` the path below it. */
function partOfSite(part: string, siteUrl: string | undefined): string {
  if (siteUrl === undefined) return ''
  const {origin, pathname} = new URL(siteUrl)
  return part === 'url' ? origin : pathname.replace(/\/$/, '')
}

const tags: Readonly<Record<string, (rest: string) => string | undefined>> = {
  link: (rest) => (/^[^\s{}]{1,300}$/.test(rest) ? `/${rest.replace(/^\//, '')}` : undefined),
  post_url: (rest) => (/^[^\s{}]{1,300}$/.test(rest) ? `${rest}.md` : undefined),
  ref: fileOfReference,
  relref: fileOfReference,
  youtube: (rest) => video(rest, /^[\w-]{11}$/, 'https://www.youtube.com/watch?v='),
  youtubeLite: (rest) => video(rest, /^[\w-]{11}$/, 'https://www.youtube.com/watch?v='),
  vimeo: (rest) => video(rest, /^\d{4,12}$/, 'https://vimeo.com/'),
  include: (rest) => {
    const [, service] = /^(?:\w+\/)?(youtube|vimeo)[\w-]*\.(?:html|liquid)\b/i.exec(rest) ?? []
    return service === undefined ? undefined : tags[service.toLowerCase()]?.(rest.slice(rest.indexOf(' ') + 1))
  },
  figure: (rest) => {
    const source = argument(rest, 'src')
    if (source === undefined || /[\s<>]/.test(source)) return undefined
    const text = argument(rest, 'alt') ?? argument(rest, 'caption') ?? argument(rest, 'title') ?? ''
    return `![${text.replace(/[[\]\n]/g, ' ')}](${source})`
  },
  raw: () => '',
  endraw: () => '',
}

function fileOfReference(rest: string): string | undefined {
  const [, path] = /^["']?([^\s"'{}]{1,300})["']?$/.exec(rest) ?? []
  if (path === undefined) return undefined
  const [file = '', fragment] = path.split('#')
  const named = file === '' || /\.\w+$/.test(file) ? file : `${file}.md`
  return fragment === undefined ? named : `${named}#${fragment}`
}

function video(rest: string, id: RegExp, address: string): string | undefined {
  const named = argument(rest, 'id') ?? argument(rest, 'video_id') ?? /^["']?([\w-]+)["']?(?:\s|$)/.exec(rest)?.[1]
  return named !== undefined && id.test(named) ? `<${address}${named}>` : undefined
}

function argument(rest: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s?[=:]\\s?(?:"([^"]{0,500})"|'([^']{0,500})'|([^\\s"']{1,300}))`).exec(
    rest,
  )
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3])
}
