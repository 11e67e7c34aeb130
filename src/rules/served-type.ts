import type {FeedFormat} from './feed-facts.ts'
import {type Complaint, complaint} from './rule-table.ts'

/** Media types under which readers and browsers take a document for what it is. */
const general = ['application/xml', 'text/xml']
const servedTypes: Readonly<Record<FeedFormat, readonly string[]>> = {
  rss: ['application/rss+xml', ...general],
  rdf: ['application/rdf+xml', 'application/rss+xml', ...general],
  atom: ['application/atom+xml', ...general],
  opml: ['text/x-opml', ...general],
  json: ['application/feed+json', 'application/json'],
  vtt: ['text/vtt'],
  srt: ['application/x-subrip', 'application/srt', 'text/srt', 'text/plain'],
  transcript: ['application/json'],
  chapters: ['application/json+chapters', 'application/json'],
}

/** Whether the server called the file by its type: a feed that is `text/html` is shown as a page, or refused. */
export function judgeServedType(mimeType: string, format: FeedFormat): readonly Complaint[] {
  const served = mimeType.split(';')[0]?.trim().toLowerCase() ?? ''
  const expected = servedTypes[format]
  if (served === '' || expected.includes(served)) return []
  const hint = `Serve it as ${expected[0]}; charset=utf-8`
  return [complaint('feed-served-type-unexpected', `The server calls the feed ${served.slice(0, 80)}`, hint)]
}
