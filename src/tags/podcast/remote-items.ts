import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import {type XmlElement, xml} from '../../text/markup/xml.ts'
import {oneOf, text} from '../kinds/value-kinds.ts'
import {eitherOf, listOf, mapped, objectOf} from '../kinds/value-shapes.ts'
import {uuid, webUrl} from '../kinds/value-texts.ts'
import {attributesOf, authored, type FeedValue, tagKey, tagOf} from '../tag.ts'
import {specOf} from './podcast-spec.ts'

const kindsOfShow = [
  'podcast',
  'music',
  'video',
  'film',
  'audiobook',
  'newsletter',
  'blog',
  'publisher',
  'course',
] as const

/** The kinds of shows. A feed of a kind with an `L` lists what is in other feeds. */
export const mediums = [...kindsOfShow, ...kindsOfShow.map((kind) => `${kind}L` as const), 'mixed'] as const
/** The kind of a show, as `podcast:medium` has it. */
export type Medium = (typeof mediums)[number]

/** A show somewhere else, or an episode of it. */
export type RemoteItem = {
  readonly guid: string
  readonly url?: AbsoluteUrl
  readonly title?: string
  readonly medium?: Medium
  readonly item?: string
}

const showKeys = {
  guid: {kind: uuid, required: true, aliases: ['feedGuid', 'podcastGuid']},
  url: {kind: webUrl, aliases: ['feedUrl', 'feed']},
  title: {kind: text(), aliases: ['name']},
  medium: {kind: oneOf(mediums)},
} as const

const remoteShow = eitherOf(
  mapped(uuid, (guid): RemoteItem => ({guid})),
  objectOf(showKeys),
)
export const remoteItem = eitherOf(
  mapped(uuid, (guid): RemoteItem => ({guid})),
  objectOf({...showKeys, item: {kind: text(), aliases: ['itemGuid', 'episode']}}),
)

export function remoteItemElement({guid, url, title, medium, item}: RemoteItem): XmlElement {
  // Without the attribute the medium is `podcast`.
  const other = medium === 'podcast' ? undefined : medium
  return xml('podcast:remoteItem', {feedGuid: guid, feedUrl: url, itemGuid: item, medium: other, title})
}

function remoteItemsIn(element: XmlElement | undefined): readonly FeedValue[] {
  const children = element?.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && 'name' in child,
  )
  return (children ?? []).filter(({name}) => name === 'podcast:remoteItem').map(attributesOf)
}

export const podroll = authored<readonly RemoteItem[]>({
  name: 'podcast:podroll',
  spec: specOf('podroll'),
  summary: '`podroll`: shows that the makers recommend, each by the `podcast:guid` of its feed.',
  key: 'podroll',
  aliases: ['recommended_shows'],
  level: 'show',
  kind: listOf(remoteShow),
  meaning: 'Shows that the makers recommend, each by the `guid` of its feed.',
  example: 'podroll: [{guid: 9b024349-ccf0-5f69-a609-6b82873eab3c, url: https://podnews.net/rss, title: Podnews}]',
  fromFeed: (elements) => elements.flatMap(remoteItemsIn),
  write: (shows) => [xml('podcast:podroll', {}, ...shows.map(remoteItemElement))],
})

export const publisherKey = tagKey<RemoteItem>({
  key: 'publisher',
  level: 'show',
  kind: objectOf({
    guid: showKeys.guid,
    // An app that does not know the guid of the feed finds the feed by its address only.
    url: {...showKeys.url, required: true},
    title: showKeys.title,
  }),
  meaning:
    'The feed of the publisher that the show belongs to. Apps trust this only if that feed lists the show as well.',
  example: 'publisher: {guid: 003af0a0-6a45-55cf-b765-68e3d349551a, url: https://example.org/publisher.xml}',
})

export const publisher = tagOf(publisherKey, {
  name: 'podcast:publisher',
  spec: specOf('publisher'),
  summary: '`publisher`: the feed of the publisher. Apps trust it only if that feed lists the show as well.',
  // Its medium is always `publisher`.
  fromFeed: ([element]) => {
    const [item] = remoteItemsIn(element)
    if (typeof item !== 'object' || !('feedGuid' in item)) return undefined
    const {medium: _, ...show} = item
    return show
  },
  write: (feed) => [xml('podcast:publisher', {}, remoteItemElement({...feed, medium: 'publisher'}))],
})

export const remoteItemsKey = tagKey<readonly RemoteItem[]>({
  key: 'remote_items',
  aliases: ['remoteItem', 'playlist'],
  level: 'show',
  kind: listOf(remoteItem),
  meaning:
    'For a show that is a list (`medium: musicL`) or a publisher: the shows, or the single episodes of shows, that it lists.',
  example:
    'remote_items: [{guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810, item: asdf089j0-ep240-20230510, medium: music}]',
})

export const remoteItems = tagOf(remoteItemsKey, {
  name: 'podcast:remoteItem',
  spec: specOf('remote-item'),
  summary: '`remote_items`: the shows, or episodes of shows, that a list (`medium: musicL`) or a publisher has.',
  write: (items) => items.map(remoteItemElement),
})
