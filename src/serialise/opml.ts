import type {Channel} from '../model/feed.ts'
import {formatXml, xml} from '../text/markup/xml.ts'

/**
 * OPML 2.0 (http://opml.org/spec2.opml): a list that apps subscribe to in one step. `htmlUrl` stands before `xmlUrl`, because
 * podget takes the last address of a line for the feed.
 */
export function formatOpml(title: string, shows: readonly Channel[]): string {
  const outlines = shows.flatMap(({title: text, description, language, siteUrl, feedUrls}) => {
    if (feedUrls.rss === undefined) return []
    return [
      xml('outline', {text, title: text, description, language, htmlUrl: siteUrl, type: 'rss', xmlUrl: feedUrls.rss}),
    ]
  })
  const document = xml('opml', {version: '2.0'}, xml('head', {}, xml('title', {}, title)), xml('body', {}, ...outlines))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${formatXml(document, '')}\n`
}
