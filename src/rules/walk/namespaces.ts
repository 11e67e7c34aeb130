import {namespaces as tagNamespaces} from '../../tags/all-tags.ts'
import type {Namespace as TagNamespace} from '../../tags/tag.ts'

/** How a namespace is judged. `rules`: by the rows of its table. `free`: not at all, it may hold anything. */
export type NamespaceKind = 'rules' | 'free'

export type JudgedNamespace = {readonly prefix: string; readonly uri: string; readonly kind: NamespaceKind}

function rules(prefix: string, uri: string): JudgedNamespace {
  return {prefix, uri, kind: 'rules'}
}

function free(prefix: string, uri: string): JudgedNamespace {
  return {prefix, uri, kind: 'free'}
}

/** Each namespace with its conventional prefix, which its elements have in the rule tables. The names of RSS itself have no prefix. */
const namespaces: readonly JudgedNamespace[] = [
  rules('', ''),
  // RSS 1.0, and the namespaces in which some makers of RSS 2.0 and 0.90 put its elements.
  rules('', 'http://purl.org/rss/1.0/'),
  rules('', 'http://my.netscape.com/rdf/simple/0.9/'),
  rules('', 'http://channel.netscape.com/rdf/simple/0.9/'),
  rules('', 'http://backend.userland.com/rss2'),
  rules('', 'http://blogs.law.harvard.edu/tech/rss'),
  rules('atom', 'http://www.w3.org/2005/Atom'),
  rules('app', 'http://www.w3.org/2007/app'),
  rules('admin', 'http://webns.net/mvcb/'),
  rules('blogChannel', 'http://backend.userland.com/blogChannelModule'),
  rules('cc', 'http://web.resource.org/cc/'),
  rules('content', 'http://purl.org/rss/1.0/modules/content/'),
  rules('creativeCommons', 'http://backend.userland.com/creativeCommonsRssModule'),
  rules('creativeCommons', 'http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html'),
  rules('dc', 'http://purl.org/dc/elements/1.1/'),
  rules('dcterms', 'http://purl.org/dc/terms/'),
  rules('ev', 'http://purl.org/rss/1.0/modules/event/'),
  rules('fh', 'http://purl.org/syndication/history/1.0'),
  rules('geo', 'http://www.w3.org/2003/01/geo/wgs84_pos#'),
  rules('geourl', 'http://geourl.org/rss/module/'),
  rules('georss', 'http://www.georss.org/georss'),
  rules('icbm', 'http://postneo.com/icbm'),
  rules('itunes', 'http://www.itunes.com/dtds/podcast-1.0.dtd'),
  rules('l', 'http://purl.org/rss/1.0/modules/link/'),
  rules('media', 'http://search.yahoo.com/mrss/'),
  // Old documents write it without the final slash. The rules say what is wrong with that.
  rules('media', 'http://search.yahoo.com/mrss'),
  rules('opensearch', 'http://a9.com/-/spec/opensearch/1.1/'),
  rules('opensearch', 'http://a9.com/-/spec/opensearchrss/1.0/'),
  rules('podcast', 'https://podcastindex.org/namespace/1.0'),
  rules('podcast', 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md'),
  rules('psc', 'http://podlove.org/simple-chapters'),
  rules('slash', 'http://purl.org/rss/1.0/modules/slash/'),
  rules('sy', 'http://purl.org/rss/1.0/modules/syndication/'),
  rules('taxo', 'http://purl.org/rss/1.0/modules/taxonomy/'),
  rules('thr', 'http://purl.org/syndication/thread/1.0'),
  rules('trackback', 'http://madskills.com/public/xml/rss/module/trackback/'),
  rules('wfw', 'http://wellformedweb.org/CommentAPI/'),
  rules('xhtml', 'http://www.w3.org/1999/xhtml'),
  free('ag', 'http://purl.org/rss/1.0/modules/aggregation/'),
  free('annotate', 'http://purl.org/rss/1.0/modules/annotate/'),
  free('audio', 'http://media.tangent.org/rss/1.0/'),
  rules('cp', 'http://my.theinfo.org/changed/1.0/rss/'),
  free('cf', 'http://www.microsoft.com/schemas/rss/core/2005'),
  free('company', 'http://purl.org/rss/1.0/modules/company'),
  free('email', 'http://purl.org/rss/1.0/modules/email/'),
  free('feedburner', 'http://rssnamespace.org/feedburner/ext/1.0'),
  free('foaf', 'http://xmlns.com/foaf/0.1/'),
  free('g', 'http://base.google.com/ns/1.0'),
  free('gd', 'http://schemas.google.com/g/2005'),
  free('gml', 'http://www.opengis.net/gml'),
  free('googleplay', 'http://www.google.com/schemas/play-podcasts/1.0'),
  free('math', 'http://www.w3.org/1998/Math/MathML'),
  free('openid', 'http://openid.net/xmlns/1.0'),
  free('rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'),
  free('rdfs', 'http://www.w3.org/2000/01/rdf-schema#'),
  free('reqv', 'http://purl.org/rss/1.0/modules/richequiv/'),
  free('ref', 'http://purl.org/rss/1.0/modules/reference/'),
  free('search', 'http://purl.org/rss/1.0/modules/search/'),
  free('spotify', 'http://www.spotify.com/ns/rss'),
  free('ss', 'http://purl.org/rss/1.0/modules/servicestatus/'),
  free('sx', 'http://www.microsoft.com/schemas/rss/sse'),
  free('str', 'http://hacks.benhammersley.com/rss/streaming/'),
  free('svg', 'http://www.w3.org/2000/svg'),
  free('threading', 'http://purl.org/rss/1.0/modules/threading/'),
  free('wiki', 'http://purl.org/rss/1.0/modules/wiki/'),
  free('xlink', 'http://www.w3.org/1999/xlink'),
  free('xml', 'http://www.w3.org/XML/1998/namespace'),
  free('yt', 'http://www.youtube.com/xml/schemas/2015'),
  // Namespaces of the W3C. RFC 4287 names the first two.
  free('ds', 'http://www.w3.org/2000/09/xmldsig#'),
  free('xenc', 'http://www.w3.org/2001/04/xmlenc#'),
  free('owl', 'http://www.w3.org/2002/07/owl#'),
  free('skos', 'http://www.w3.org/2004/02/skos/core#'),
  free('smil', 'http://www.w3.org/2001/SMIL20/'),
  free('xforms', 'http://www.w3.org/2002/xforms'),
  free('xi', 'http://www.w3.org/2001/XInclude'),
  free('xsl', 'http://www.w3.org/1999/XSL/Transform'),
  // Namespaces of podcast hosts, for their own use.
  free('acast', 'https://schema.acast.com/1.0/'),
  free('feedpress', 'https://feed.press/xmlns'),
  free('fireside', 'http://fireside.fm/modules/rss/fireside'),
  free('fyyd', 'https://fyyd.de/fyyd-ns/'),
  free('omny', 'https://omny.fm/rss-extensions'),
  free('rawvoice', 'http://www.rawvoice.com/rawvoiceRssModule/'),
]

/** `rows`, and the namespaces of our own tags that `rows` does not have. So a new tag's own file makes its namespace known. */
export function withNamespacesOf(
  tags: readonly Pick<TagNamespace, 'prefix' | 'uri'>[],
  rows = namespaces,
): typeof rows {
  const missing = tags.filter(({uri}) => !rows.some((row) => row.uri === uri))
  return [...rows, ...missing.map(({prefix, uri}) => rules(prefix, uri))]
}

const known = withNamespacesOf(tagNamespaces)
const byUri: ReadonlyMap<string, JudgedNamespace> = new Map(known.map((each) => [each.uri, each]))
const uriOfPrefix: ReadonlyMap<string, string> = new Map(
  known
    .filter(({prefix}) => prefix !== '')
    .map(({prefix, uri}) => [prefix, uri])
    .reverse() as [string, string][],
)

/** An element's name in the rule tables. In an unknown namespace it is a brace and the name as written: no known name has a brace. */
export function elementName(uri: string, local: string, written: string): string {
  const own = byUri.get(uri)
  if (!own) return `{}${written}`
  return own.prefix === '' ? local : `${own.prefix}:${local}`
}

export function attributeName(uri: string, local: string, written: string): string {
  if (uri === '') return local
  const own = byUri.get(uri)
  return own ? `${own.prefix}:${local}` : written
}

export function namespaceKind(uri: string): NamespaceKind | undefined {
  return byUri.get(uri)?.kind
}

/** The conventional prefix of a known namespace; empty for the names of RSS itself. */
export function conventionalPrefix(uri: string): string | undefined {
  return byUri.get(uri)?.prefix
}

/** The URI that a prefix stands for by convention. Readers that compare prefixes instead of namespaces rely on it. */
export function conventionalUri(prefix: string): string | undefined {
  return uriOfPrefix.get(prefix)
}
