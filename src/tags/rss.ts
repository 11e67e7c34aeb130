import {measuredUrl} from '../text/addresses/analytics-prefixes.ts'
import {cdata, type XmlElement, xml} from '../text/markup/xml.ts'
import {formatRfc822} from '../text/time/date-formats.ts'
import {historyLinks} from './feed-history.ts'
import {comments} from './podcast/podcast-social.ts'
import type {Namespace, Tag} from './tag.ts'

const spec = 'https://www.rssboard.org/rss-specification'

/** An element with text, or no element. An empty element would say something, and something wrong. */
export function textElement(name: string, text: string | undefined): readonly XmlElement[] {
  return text === undefined || text === '' ? [] : [xml(name, {}, text)]
}

function htmlElement(name: string, html: string): readonly XmlElement[] {
  return html === '' ? [] : [xml(name, {}, cdata(html))]
}

const tags: readonly Tag[] = [
  {
    name: 'title',
    spec,
    summary: 'The title, as its author wrote it.',
    atom: 'title',
    json: 'title',
    channel: ({channel}) => [xml('title', {}, channel.title)],
    item: (item) => [xml('title', {}, item.title)],
  },
  {
    name: 'link',
    spec,
    summary: 'The address of the site, or of the page of the episode.',
    atom: 'link rel="alternate"',
    json: 'home_page_url, url',
    channel: ({channel}) => [xml('link', {}, channel.siteUrl)],
    item: (item) => [xml('link', {}, item.url)],
  },
  {
    name: 'description',
    spec,
    summary:
      'Show: `description` as plain text. Episode: `summary` and the show notes, in the HTML that Apple and Spotify show, cut after 4,000 bytes.',
    atom: 'subtitle, summary',
    json: 'description, summary',
    channel: ({channel}) => [xml('description', {}, channel.description)],
    // Before content:encoded: some readers keep the last of the two they meet (RSS Best Practices Profile).
    item: ({descriptionHtml, notesHtml}) => htmlElement('description', descriptionHtml ?? notesHtml),
  },
  {
    name: 'language',
    spec,
    summary: '`language` of the show. Apple requires it.',
    atom: 'xml:lang',
    json: 'language',
    channel: ({channel}) => [xml('language', {}, channel.language)],
  },
  {
    name: 'copyright',
    spec,
    summary:
      '`copyright`, if the author writes one. No year is added, because then every feed would change in January.',
    atom: 'rights',
    channel: ({channel}) => textElement('copyright', channel.copyright),
  },
  {
    name: 'lastBuildDate',
    spec,
    summary:
      'The newest date in the show. It is never the time of the build, so an unchanged show gives an unchanged feed.',
    atom: 'updated',
    channel: (feed) => (feed.items.length === 0 ? [] : [xml('lastBuildDate', {}, formatRfc822(feed.updatedAt))]),
  },
  {
    name: 'generator',
    spec,
    summary: 'Castwright, without its version, because an upgrade alone must not change a feed.',
    atom: 'generator',
    channel: () => [xml('generator', {}, 'Castwright')],
  },
  {
    name: 'image',
    spec,
    summary: 'The cover art, for readers that know no iTunes tags.',
    atom: 'icon',
    json: 'icon',
    channel: ({channel}) =>
      channel.image === undefined
        ? []
        : [
            xml(
              'image',
              {},
              xml('url', {}, channel.image.url),
              xml('title', {}, channel.title),
              xml('link', {}, channel.siteUrl),
            ),
          ],
  },
  {
    name: 'guid',
    spec,
    summary:
      'The identity of the episode. It may look like an address but is none, so `isPermaLink` is always `false`.',
    // The default of isPermaLink is true, which would make every id that is no URL invalid. Only the value is the identity.
    atom: 'id',
    json: 'id',
    item: (item) => [xml('guid', {isPermaLink: false}, item.guid)],
  },
  {
    name: 'pubDate',
    spec,
    summary: '`date`, in UTC.',
    atom: 'published',
    json: 'date_published',
    item: (item) => [xml('pubDate', {}, formatRfc822(item.publishedAt))],
  },
  {
    name: 'enclosure',
    spec,
    summary:
      'The first media file, with `prefixes` before its address. It is never a page, so a hosted video has no enclosure.',
    atom: 'link rel="enclosure"',
    json: 'attachments',
    item: ({enclosure}, {channel: {prefixes, guid}}) =>
      enclosure === undefined
        ? []
        : [
            xml('enclosure', {
              url: measuredUrl(enclosure.url, prefixes, guid),
              length: enclosure.facts.sizeInBytes,
              type: enclosure.facts.mimeType,
            }),
          ],
  },
  {
    name: 'category',
    spec,
    summary: '`tags` of the episode.',
    atom: 'category',
    json: 'tags',
    item: (item) => item.tags.map((tag) => xml('category', {}, tag)),
  },
  comments,
]

export const rss: Namespace = {prefix: '', uri: '', tags}

export const content: Namespace = {
  prefix: 'content',
  uri: 'http://purl.org/rss/1.0/modules/content/',
  tags: [
    {
      name: 'content:encoded',
      spec: 'https://web.resource.org/rss/1.0/modules/content/',
      summary: 'The whole show notes as HTML, with safe elements only.',
      atom: 'content',
      json: 'content_html',
      item: ({notesHtml}) => htmlElement('content:encoded', notesHtml),
    },
  ],
}

function feedLink(rel: string, type: string, href: string | undefined): readonly XmlElement[] {
  return href === undefined ? [] : [xml('atom:link', {href, rel, type})]
}

export const atom: Namespace = {
  prefix: 'atom',
  uri: 'http://www.w3.org/2005/Atom',
  tags: [
    {
      name: 'atom:link',
      spec: 'https://www.rssboard.org/rss-profile#namespace-elements-atom-link',
      summary:
        'The addresses of the feed itself, of its other formats, of its archives (RFC 5005), and of `hubs` (WebSub).',
      channel: ({channel: {feedUrls, hubs}, history}) => [
        ...feedLink('self', 'application/rss+xml', feedUrls.rss),
        ...feedLink('alternate', 'application/atom+xml', feedUrls.atom),
        ...feedLink('alternate', 'application/feed+json', feedUrls.json),
        ...historyLinks(history, 'rss').flatMap(({rel, href}) => feedLink(rel, 'application/rss+xml', href)),
        ...hubs.map((href) => xml('atom:link', {href, rel: 'hub'})),
      ],
    },
  ],
}
