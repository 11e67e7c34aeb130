import type {FeedUrls} from '../../model/feed-plan.ts'
import type {Html} from '../../text/html.ts'
import {html} from '../../text/html.ts'

/** The addresses of a feed, the form that podcast apps read first. */
export function formatLinks({rss, atom, json}: FeedUrls) {
  const links = [
    {address: rss, type: 'application/rss+xml', label: 'RSS'},
    {address: atom, type: 'application/atom+xml', label: 'Atom'},
    {address: json, type: 'application/feed+json', label: 'JSON Feed'},
  ]
  return links.flatMap(({address, ...link}) => (address === undefined ? [] : [{address, ...link}]))
}

export function separated(parts: readonly Html[], separator: string): readonly Html[] {
  return parts.map((part, index) => (index === 0 ? part : html`${separator}${part}`))
}
