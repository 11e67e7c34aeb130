import {changeKinds, compareFeeds, type EpisodeChange} from '../compare/compare-feeds.ts'
import {isSameMedia} from '../text/addresses/analytics-prefixes.ts'
import type {AddressAnswer, MediaAnswers, MoveFacts} from './move-facts.ts'

/** `unknown`: it could not be found out, which is not good enough for listeners either. */
export type MoveState = 'done' | 'to do' | 'unknown'

/** What is checked. */
export type MoveCheckName =
  | 'online'
  | 'episodes'
  | 'media-addresses'
  | 'podcast-guid'
  | 'media'
  | 'artwork'
  | 'new-feed-url'
  | 'redirect'

/** One line of the checklist. */
export type MoveCheck = {
  readonly name: MoveCheckName
  readonly state: MoveState
  /** What was found, as a sentence. */
  readonly found: string
  readonly todo?: string
  /** The things that it is about, one a line. */
  readonly about?: readonly string[]
}

type Finding = Omit<MoveCheck, 'name'>

const done = (found: string): Finding => ({state: 'done', found})

/** In the order in which somebody does them. */
const moveChecks = {
  online,
  episodes,
  'media-addresses': mediaAddresses,
  'podcast-guid': podcastGuid,
  media: mediaServed,
  artwork: artworkServed,
  'new-feed-url': newFeedUrl,
  redirect,
} satisfies Readonly<Record<MoveCheckName, (facts: MoveFacts) => Finding>>

export function checkMoveFacts(facts: MoveFacts): readonly MoveCheck[] {
  const names = Object.keys(moveChecks) as MoveCheckName[]
  return names.map((name) => ({name, ...moveChecks[name](facts)}))
}

function online({live, newUrl, planned}: MoveFacts): Finding {
  if ('fault' in live) {
    const found = `The new feed is not at its address: ${newUrl} ${live.fault}.`
    return {state: 'to do', found, todo: 'Build the show and publish the output.'}
  }
  const guids = new Set(live.feed.items.map(({guid}) => guid))
  const missing = planned.items.filter(({guid}) => !guids.has(guid))
  if (missing.length === 0) return done(`The new feed is at ${newUrl}, with ${episodesOf(live.feed.items.length)}.`)
  return {
    state: 'to do',
    found: `The new feed is at ${newUrl}, and lacks ${episodesOf(missing.length)} of the show.`,
    todo: 'Build the show and publish the output.',
    about: missing.map(({title}) => title),
  }
}

/** What apps are going to get: the published feed or, before it is published, the feed that a build would write. */
function newFeed({live, planned}: MoveFacts): MoveFacts['planned'] {
  return 'feed' in live ? live.feed : planned
}

function changesOf(facts: MoveFacts): readonly EpisodeChange[] | undefined {
  return facts.old === undefined ? undefined : compareFeeds(facts.old, newFeed(facts))
}

const copyHint = 'Name a copy of the old feed: `--old old-feed.xml`. Your host may have it under “export” or “RSS”.'

function withoutOldFeed(what: string): Finding {
  return {state: 'unknown', found: `Without the old feed nobody can say whether ${what}.`, todo: copyHint}
}

function episodes(facts: MoveFacts): Finding {
  const changes = changesOf(facts)
  if (changes === undefined) return withoutOldFeed('every episode keeps its guid')
  const lost = changes.filter(({kind}) => kind === 'vanished' || kind === 'delivered-again')
  const count = facts.old?.items.length ?? 0
  if (lost.length === 0) return done(`All ${episodesOf(count)} of the old feed are in the new one, with the same guid.`)
  return {
    state: 'to do',
    found: `${episodesOf(lost.length)} of ${count} would be lost to subscribers or delivered twice.`,
    todo: 'Take the guids over: `castwright adopt --feed OLD_FEED` for a repository, `castwright import OLD_FEED` otherwise.',
    about: lost.map(({title, kind}) => `“${title}” ${changeKinds[kind].says}`),
  }
}

function mediaAddresses(facts: MoveFacts): Finding {
  const changes = changesOf(facts)
  if (changes === undefined) return withoutOldFeed('every media file keeps its address')
  const moved = changes.filter(({kind}) => kind === 'downloaded-again')
  if (moved.length === 0) return done('Every media file has the address that it has in the old feed.')
  const lost = moved.filter(({before = ''}) => !leadsOn(facts.movedMedia.get(before)))
  if (lost.length === 0) return done(`${filesOf(moved.length)} moved, and every old address leads to the new one.`)
  return {
    state: 'to do',
    found: `${filesOf(lost.length)} moved, and the old address does not lead to the new one. Apps that have an episode in a queue lose it, or download it again.`,
    todo: 'Redirect the old addresses to the new ones, or keep the old addresses in the episodes (`audio: https://…`).',
    about: lost.map(({before = 'none', after = 'none'}) => `${before} → ${after}`),
  }
}

function leadsOn(moved: {readonly to: string; readonly answer: AddressAnswer} | undefined): boolean {
  return moved !== undefined && 'url' in moved.answer && isSameMedia(moved.answer.url, moved.to)
}

function podcastGuid(facts: MoveFacts): Finding {
  const {old} = facts
  const now = newFeed(facts).podcastGuid ?? 'none'
  if (old === undefined) return withoutOldFeed('`podcast:guid` stays the same')
  if (old.podcastGuid === undefined)
    return done('The old feed has no `podcast:guid`, so the new one is free to have any.')
  if (old.podcastGuid === now) return done('`podcast:guid` is the same in both feeds.')
  return {
    state: 'to do',
    found: `\`podcast:guid\` is ${old.podcastGuid} in the old feed and ${now} in the new one: apps take it for another show.`,
    todo: `Write \`guid: ${old.podcastGuid}\` in show.yaml.`,
  }
}

function newFeedUrl(facts: MoveFacts): Finding {
  const {newUrl, oldUrl} = facts
  const named = newFeed(facts).newFeedUrl
  if (named === newUrl) return done('The new feed names its own address (`itunes:new-feed-url`), as Apple asks for.')
  return {
    state: 'to do',
    found:
      named === undefined
        ? 'The new feed does not name its own address (`itunes:new-feed-url`); Apple Podcasts wants that beside the redirect.'
        : `The new feed names ${named} as its address (\`itunes:new-feed-url\`).`,
    todo: `Write \`old_feed_urls: [${oldUrl}]\` in show.yaml, and no \`new_feed_url\`.`,
  }
}

function redirect({redirect: answer, oldUrl, newUrl, old, hasCopy}: MoveFacts): Finding {
  const {hops} = answer
  const copy =
    old === undefined || hasCopy ? '' : 'Keep a copy of the old feed: run this again with `--old old-feed.xml`. Then '
  const todo = `${copy === '' ? 'Let' : `${copy}let`} your old host redirect ${oldUrl} to ${newUrl} for good: with 301, not 302.`
  const about = hops.map(({status, from, to}) => `${status} ${from} → ${to}`)
  const end = 'url' in answer ? answer.url : undefined
  if (end === newUrl) {
    const passing = hops.find(({status}) => status !== 301 && status !== 308)
    if (hops.length === 0) return done('The feed keeps its address: nothing has to redirect.')
    if (passing === undefined) return done(`${oldUrl} redirects to the new feed for good (${hops[0]?.status}).`)
    const found = `The old address redirects with ${passing.status}, which is for a while: apps keep the old address.`
    return {state: 'to do', found, todo, about}
  }
  if ('status' in answer && answer.status === 410) {
    return {
      state: 'to do',
      found: `${oldUrl} answers 410 (Gone): apps take that as the end of the show, and unsubscribe whoever has it.`,
      todo: `Let your old host take the 410 back today. ${todo}`,
      about,
    }
  }
  if ('fault' in answer || answer.status >= 400) {
    return {
      state: 'to do',
      found: `${oldUrl} ${answered(answer)}: whoever subscribed there gets no new episodes.`,
      todo,
      about,
    }
  }
  const found = hops.length === 0 ? 'The old address still serves the old feed.' : `The old address leads to ${end}.`
  return {state: 'to do', found, todo, about}
}

function artworkServed({artwork}: MoveFacts): Finding {
  if (artwork === undefined) {
    return {state: 'to do', found: 'The new feed has no artwork.', todo: 'Write `image: cover.jpg` in show.yaml.'}
  }
  const {url, head} = artwork
  if ('status' in head && head.status === 200 && head.mimeType?.startsWith('image/') === true) {
    return done('The artwork is there, and its server answers HEAD, as Apple asks for.')
  }
  const found = `The artwork is not served as apps need it: ${url} ${answered(head, 'HEAD')}.`
  return {state: 'to do', found, todo: 'Publish it, and let the server answer HEAD with the type of the picture.'}
}

function mediaServed({media}: MoveFacts): Finding {
  const wrong = media.flatMap((each) => mediaFault(each) ?? [])
  if (wrong.length === 0) return done(`All ${filesOf(media.length)} are there, and can be played from any second.`)
  return {
    state: 'to do',
    found: `${filesOf(wrong.length)} of ${media.length} are not served as apps need it.`,
    todo: 'Publish the files, on a server that answers HEAD and byte ranges (206): without these, apps do not seek.',
    about: wrong,
  }
}

function mediaFault({url, head, range}: MediaAnswers): string | undefined {
  if (!('status' in head) || head.status !== 200) return `${url} ${answered(head, 'HEAD')}`
  if (!('status' in range) || range.status !== 206) return `${url} ${answered(range, 'a byte range')}`
  return undefined
}

/** A clause about an address: what became of a request for it. */
function answered(answer: AddressAnswer, request = ''): string {
  if ('fault' in answer) return answer.fault
  const type = answer.mimeType === undefined ? '' : ` (${answer.mimeType})`
  return `answers ${request === '' ? '' : `${request} with `}${answer.status}${type}`
}

function episodesOf(count: number): string {
  return `${count} ${count === 1 ? 'episode' : 'episodes'}`
}

function filesOf(count: number): string {
  return `${count} media ${count === 1 ? 'file' : 'files'}`
}
