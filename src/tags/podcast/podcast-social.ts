import type {FeedItem} from '../../model/feed.ts'
import {present} from '../../model/present.ts'
import {type XmlElement, xml} from '../../text/markup/xml.ts'
import type {Authored, Reading, ValueKind} from '../kinds/value-kind.ts'
import {integer, isAbsent, oneOf, quotedAuthored, scalarKind, text} from '../kinds/value-kinds.ts'
import {checked, eitherOf, listOf, objectOf} from '../kinds/value-shapes.ts'
import {webUrl} from '../kinds/value-texts.ts'
import {authored, type Tag, tagKey} from '../tag.ts'
import {specOf} from './podcast-spec.ts'

const protocols = ['disabled', 'activitypub', 'twitter', 'lightning', 'atproto', 'hive', 'matrix', 'nostr'] as const
type Protocol = (typeof protocols)[number]

/** A post under which an episode is talked about. Without a protocol it is a page with comments, which only readers open. */
type Discussion = {
  readonly uri?: string
  readonly protocol?: Protocol
  readonly accountId?: string
  readonly accountUrl?: string
  readonly priority?: number
}

const protocolOfHosts: ReadonlyMap<string, Protocol> = new Map([
  ['twitter.com', 'twitter'],
  ['x.com', 'twitter'],
  ['bsky.app', 'atproto'],
  ['matrix.to', 'matrix'],
  ['hive.blog', 'hive'],
  ['peakd.com', 'hive'],
  ['ecency.com', 'hive'],
  ['njump.me', 'nostr'],
  ['primal.net', 'nostr'],
])
const protocolOfSchemes: ReadonlyMap<string, Protocol> = new Map([
  ['at', 'atproto'],
  ['nostr', 'nostr'],
  ['matrix', 'matrix'],
])
/** Addresses of posts of Mastodon (its page and its object), Pleroma, Misskey and PeerTube. Any host may speak ActivityPub. */
const fediversePost =
  /^\/(?:web\/)?(?:@[^/]+\/\d+|users\/[^/]+\/statuses\/\d+|(?:objects|notice|notes|videos\/watch|w)\/[\w-]+)\/?$/

function protocolOf(uri: string): Protocol | undefined {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(uri)?.[1]?.toLowerCase() ?? ''
  if (!/^https?$/.test(scheme)) return protocolOfSchemes.get(scheme)
  const {hostname, pathname} = new URL(uri)
  return (
    protocolOfHosts.get(hostname.replace(/^www\./, '')) ?? (fediversePost.test(pathname) ? 'activitypub' : undefined)
  )
}

/** The account whose post it is, where the address of the post names it: `/@mara/1080138475`. */
function accountOf(uri: string, protocol: Protocol): Pick<Discussion, 'accountId' | 'accountUrl'> {
  const match = protocol === 'activitypub' ? /^(https:\/\/[^/]+\/(?:web\/)?(@[^/]+))\/\d+\/?$/.exec(uri) : null
  return match === null ? {} : present({accountId: match[2], accountUrl: match[1]})
}

function discussion(written: Discussion): Reading<Discussion> {
  const {uri, protocol = uri === undefined ? undefined : protocolOf(uri)} = written
  // It has no address beside it.
  if (protocol === 'disabled') return {value: {protocol}}
  if (uri === undefined)
    return {wrong: 'has no uri', hint: 'Write the address of the post: https://example.social/@mara/1080138475'}
  if (protocol === undefined) {
    if (/^https?:/.test(uri)) return {value: {uri}}
    return {
      wrong: `is ${quotedAuthored(uri)}, of which no protocol is known`,
      hint: 'Write {uri: …, protocol: activitypub}',
    }
  }
  return {value: {...accountOf(uri, protocol), ...written, uri, protocol}}
}

const address = scalarKind<string>('address of a post', {type: 'string'}, (value, timeZone) =>
  /^(?:at|nostr|matrix|lightning):\S+$/i.test(value) ? {value} : webUrl.read(value, {timeZone}),
)

const closed: ValueKind<Discussion> = scalarKind('disabled', {enum: ['disabled', false]}, (value) =>
  /^(?:disabled|false|no|none|off)$/i.test(value) ? {value: {protocol: 'disabled'}} : {wrong: 'is not "disabled"'},
)

const post = checked(
  objectOf({
    uri: {kind: address, aliases: ['url', 'link', 'href']},
    protocol: {kind: oneOf(protocols)},
    accountId: {kind: text(), aliases: ['account']},
    accountUrl: {kind: webUrl},
    priority: {kind: integer({min: 0})},
  }),
  discussion,
)

/** `social: {mastodon: …, github: …}` lists somebody's profiles in many shows; nothing is discussed there. */
function isProfiles(authored: Authored): boolean {
  if (typeof authored !== 'object' || authored === null || Array.isArray(authored)) return false
  return !Object.keys(authored).some((key) => /^(?:ur[il]|link|href|protocol)$/i.test(key))
}

const discussions = listOf(
  eitherOf(
    eitherOf(
      checked(address, (uri) => discussion({uri})),
      closed,
    ),
    post,
  ),
)

export const discussionKey = tagKey<readonly Discussion[]>({
  key: 'discussion',
  aliases: ['social', 'social_interact', 'discussion_url', 'comments_url', 'socialize_url'],
  level: 'both',
  kind: {
    ...discussions,
    name: 'address of a post, or several',
    read: (authored, context) =>
      isAbsent(authored) || isProfiles(authored) ? {absent: true} : discussions.read(authored, context),
  },
  meaning:
    'The post under which listeners comment. Apps show the answers to it. `disabled` says that there are no comments.',
  example: 'discussion: https://example.social/@mara/108013847520053258',
})

function elements(holder: Pick<FeedItem, 'tagValues'>): readonly XmlElement[] {
  return (discussionKey.of(holder) ?? []).flatMap(({uri, protocol, accountId, accountUrl, priority}) =>
    protocol === undefined ? [] : [xml('podcast:socialInteract', {protocol, uri, accountId, accountUrl, priority})],
  )
}

export const socialInteract: Tag = {
  name: 'podcast:socialInteract',
  spec: specOf('social-interact'),
  summary:
    '`discussion`: the post under which listeners comment. Its address tells the protocol. `disabled` means no comments.',
  authored: discussionKey,
  member: {name: 'social', many: true},
  channel: ({channel}) => elements(channel),
  item: elements,
}

export const comments: Tag = {
  name: 'comments',
  spec: 'https://www.rssboard.org/rss-specification#ltcommentsgtSubelementOfLtitemgt',
  summary: 'The first web address in `discussion`, for feed readers that show a link to the comments.',
  item: (item) => {
    const page = discussionKey.of(item)?.find(({uri}) => uri !== undefined && /^https?:/.test(uri))?.uri
    return page === undefined ? [] : [xml('comments', {}, page)]
  },
}

const chatProtocols = ['irc', 'xmpp', 'nostr', 'matrix'] as const

type Chat = {
  readonly server: string
  readonly protocol: (typeof chatProtocols)[number]
  readonly accountId?: string
  readonly space?: string
}

/** `irc://irc.libera.chat/#trains`, `xmpp:trains@chat.example.org`, `https://matrix.to/#/#trains:example.org`. */
const chatAddress = scalarKind<Chat>('address of a chat', {type: 'string'}, (address) => {
  const irc = /^ircs?:\/\/([\w.-]+)(?::\d+)?\/?(#?[^\s/?]+)?$/i.exec(address)
  if (irc?.[1] !== undefined) return {value: present({server: irc[1], protocol: 'irc' as const, space: irc[2]})}
  const xmpp = /^xmpp:([^\s@/?]+@([\w.-]+))(?:\?join)?$/i.exec(address)
  if (xmpp?.[2] !== undefined) return {value: present({server: xmpp[2], protocol: 'xmpp' as const, space: xmpp[1]})}
  const matrix = /^https:\/\/matrix\.to\/#\/(#[^\s:]+:([\w.-]+))$/i.exec(decoded(address))
  if (matrix?.[2] !== undefined)
    return {value: present({server: matrix[2], protocol: 'matrix' as const, space: matrix[1]})}
  const hint = 'Write irc://irc.libera.chat/#trains, or {server: irc.libera.chat, protocol: irc, space: "#trains"}'
  return {wrong: `is ${quotedAuthored(address)}, which is no address of a chat that apps open`, hint}
})

function decoded(address: string): string {
  return address.replaceAll(/%23/g, '#').replaceAll(/%3A/gi, ':')
}

/** The form that apps use to connect: a name, not the address of a page. */
const server: ValueKind<string> = scalarKind('name of a server', {type: 'string'}, (value) =>
  /^(?:[\w-]+\.)+[\w-]+$/.test(value)
    ? {value}
    : {wrong: `is ${quotedAuthored(value)}, but must be the name of a server`, hint: 'Write irc.libera.chat'},
)

export const chat = authored<Chat>({
  name: 'podcast:chat',
  spec: specOf('chat'),
  summary: '`chat`: the room where listeners talk. That of an episode replaces that of the show.',
  key: 'chat',
  level: 'both',
  kind: eitherOf(
    chatAddress,
    objectOf({
      server: {kind: server, required: true},
      protocol: {kind: oneOf(chatProtocols), required: true},
      accountId: {kind: text(), aliases: ['account']},
      space: {kind: text(), aliases: ['room', 'channel']},
    }),
  ),
  meaning: 'The room where listeners talk. The `chat` of an episode replaces that of the show.',
  example: 'chat: {server: irc.libera.chat, protocol: irc, space: "#trains"}',
  member: {name: 'chat'},
  write: ({server: host, protocol, accountId, space}) => [
    xml('podcast:chat', {server: host, protocol, accountId, space}),
  ],
})
