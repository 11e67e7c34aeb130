import type {AbsoluteUrl} from '../model/absolute-url.ts'
import {type XmlElement, xml} from '../text/xml.ts'
import {specOf} from './podcast-spec.ts'
import {authored} from './tag.ts'
import {oneOf, text} from './value-kinds.ts'
import {eitherOf, listOf, mapped, objectOf} from './value-shapes.ts'
import {uuid, webUrl} from './value-texts.ts'

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

/** What a show may be; a feed of the kind with an `L` lists what is in other feeds. */
export const mediums = [...kindsOfShow, ...kindsOfShow.map((kind) => `${kind}L` as const), 'mixed'] as const
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
  // `podcast` is what a medium is without the attribute.
  const other = medium === 'podcast' ? undefined : medium
  return xml('podcast:remoteItem', {feedGuid: guid, feedUrl: url, itemGuid: item, medium: other, title})
}

export const podroll = authored<readonly RemoteItem[]>({
  name: 'podcast:podroll',
  spec: specOf('podroll'),
  summary: '`podroll`: shows that its makers recommend, each by the `podcast:guid` of its feed.',
  key: 'podroll',
  aliases: ['recommended_shows'],
  level: 'show',
  kind: listOf(remoteShow),
  example: 'podroll: [{guid: 9b024349-ccf0-5f69-a609-6b82873eab3c, url: https://podnews.net/rss, title: Podnews}]',
  write: (shows) => [xml('podcast:podroll', {}, ...shows.map(remoteItemElement))],
})

export const publisher = authored<RemoteItem>({
  name: 'podcast:publisher',
  spec: specOf('publisher'),
  summary: '`publisher`: the feed of the publisher. It counts only if that feed lists the show as well.',
  key: 'publisher',
  level: 'show',
  kind: objectOf({
    guid: showKeys.guid,
    // An app that does not know the feed by its guid finds it by nothing else.
    url: {...showKeys.url, required: true},
    title: showKeys.title,
  }),
  example: 'publisher: {guid: 003af0a0-6a45-55cf-b765-68e3d349551a, url: https://example.org/publisher.xml}',
  write: (feed) => [xml('podcast:publisher', {}, remoteItemElement({...feed, medium: 'publisher'}))],
})

export const remoteItems = authored<readonly RemoteItem[]>({
  name: 'podcast:remoteItem',
  spec: specOf('remote-item'),
  summary: '`remote_items`: what a list (`medium: musicL`) or a publisher has in it; shows, or episodes of shows.',
  key: 'remote_items',
  aliases: ['remoteItem', 'playlist'],
  level: 'show',
  kind: listOf(remoteItem),
  example:
    'remote_items: [{guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810, item: asdf089j0-ep240-20230510, medium: music}]',
  write: (items) => items.map(remoteItemElement),
})
