import {feedKinds, feedList} from '../file-kinds/feed-kinds.ts'
import {chapterKinds, transcriptKinds} from '../file-kinds/text-kinds.ts'
import type {FeedFormatName} from '../model/feed-settings.ts'
import type {FeedFormat} from './feed-facts.ts'
import {type Complaint, feedRules} from './rule.ts'
import {specs, validator} from './rule-sources.ts'

const xml = ['application/xml', 'text/xml']
const json = [transcriptKinds.json.mimeType]

/** Media types under which readers and browsers recognise a document. We recommend the first. */
const servedTypes: Readonly<Record<Exclude<FeedFormat, FeedFormatName>, readonly string[]>> = {
  rdf: ['application/rdf+xml', 'application/rss+xml', ...xml],
  opml: [feedList.mimeType, ...xml],
  vtt: [transcriptKinds.vtt.mimeType],
  srt: [transcriptKinds.srt.mimeType, ...transcriptKinds.srt.aliases, transcriptKinds.text.mimeType],
  transcript: json,
  chapters: [chapterKinds.json.mimeType, ...json],
}

function typesOf(format: FeedFormat): readonly string[] {
  const kind = feedKinds.find(({name}) => name === format)
  if (kind !== undefined) return [kind.mimeType, ...(kind.form === 'data' ? json : xml)]
  return servedTypes[format as keyof typeof servedTypes]
}

export const servedTypeRules = feedRules({
  'feed-served-type-unexpected': {
    severity: 'warning',
    w3c: 'UnexpectedContentType',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'The server gives the feed the content type of something else. Browsers show it as a page, and some apps refuse it.',
    check: (mimeType: string, format: FeedFormat) => {
      const served = mimeType.split(';')[0]?.trim().toLowerCase() ?? ''
      const expected = typesOf(format)
      if (served === '' || expected.includes(served)) return undefined
      const message = `The server calls the feed ${served.slice(0, 80)}`
      return {message, hint: `Serve it as ${expected[0]}; charset=utf-8`}
    },
    in: 'HTTP header',
    bad: 'Content-Type: text/html',
    good: 'Content-Type: application/rss+xml; charset=utf-8',
  },
})

/** Judges the media type that the server sent. If a feed comes as `text/html`, apps show it as a page, or refuse it. */
export function judgeServedType(mimeType: string, format: FeedFormat): readonly Complaint[] {
  return servedTypeRules['feed-served-type-unexpected'].judge(mimeType, format)
}
