import {feedKinds} from '../file-kinds/feed-kinds.ts'
import type {FeedUrls} from '../model/feed-settings.ts'
import type {Html} from '../text/markup/html.ts'
import {html} from '../text/markup/html.ts'

type FormatLink = {readonly address: string; readonly type: string; readonly label: string}

/** The addresses of a feed, the form that podcast apps read first. */
export function formatLinks(urls: FeedUrls): readonly FormatLink[] {
  return feedKinds.flatMap(({name, label, mimeType}) => {
    const address = urls[name]
    return address === undefined ? [] : [{address, type: mimeType, label}]
  })
}

export function separated(parts: readonly Html[], separator: string): readonly Html[] {
  return parts.map((part, index) => (index === 0 ? part : html`${separator}${part}`))
}
