import type {FeedHistory} from '../model/feed.ts'
import type {FeedFormatName} from '../model/feed-settings.ts'
import {type XmlElement, xml} from '../text/markup/xml.ts'
import type {Namespace} from './tag.ts'

const spec = 'https://www.rfc-editor.org/rfc/rfc5005'

/** Where the other documents of a feed are. The document that people subscribe to is the current one. */
export function historyLinks(
  history: FeedHistory | undefined,
  format: FeedFormatName,
): readonly {readonly rel: string; readonly href: string}[] {
  if (history === undefined || history.kind === 'complete') return []
  const {current, next} = history.kind === 'archive' ? history : {}
  const links = [
    {rel: 'current', href: current?.[format]},
    {rel: 'prev-archive', href: history.previous?.[format]},
    {rel: 'next-archive', href: next?.[format]},
  ]
  return links.flatMap(({rel, href}) => (href === undefined ? [] : [{rel, href}]))
}

/** What kind of document this is; nothing for the one that people subscribe to. */
export function historyMarks(history: FeedHistory | undefined): readonly XmlElement[] {
  if (history === undefined || history.kind === 'subscription') return []
  return [xml(history.kind === 'archive' ? 'fh:archive' : 'fh:complete')]
}

const marksNamed = (name: string) => ({
  channel: ({history}: {readonly history?: FeedHistory}) => historyMarks(history).filter((mark) => mark.name === name),
})

export const feedHistory: Namespace = {
  prefix: 'fh',
  uri: 'http://purl.org/syndication/history/1.0',
  tags: [
    {
      name: 'fh:archive',
      spec,
      summary:
        'In an archive of older episodes (`items_per_feed`). It says that this document does not change any more.',
      ...marksNamed('fh:archive'),
    },
    {
      name: 'fh:complete',
      spec,
      summary:
        'In a feed of the `first` or `latest` episodes. It says that older items, which left the feed, are no part of it any more.',
      ...marksNamed('fh:complete'),
    },
  ],
}
