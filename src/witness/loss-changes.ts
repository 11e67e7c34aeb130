import {type Change, change} from '../lock/published-changes.ts'
import type {Place} from '../model/problem.ts'
import type {Loss} from './losses.ts'

/** Where the author can correct a loss: for a feed in the show's file, for an episode in its own file. */
export type LossPlaces = {
  /** The address that the site had. */
  readonly site: string
  readonly feed: (name: string) => Place
  readonly episode: (slug: string) => Place
  /** What decides which episodes a feed has, if it is not the feed and the episodes alone. */
  readonly asked?: string
}

const mostNamed = 5

/** Losses as subscribers would see them: one change for each feed or episode and each kind of loss. */
export function changesOfLosses(losses: readonly Loss[], places: LossPlaces): readonly Change[] {
  const groups = new Map<string, Loss[]>()
  for (const loss of losses) {
    const kind = loss.kind === 'archived' ? 'item' : loss.kind
    const key = `${kind}\n${loss.kind === 'feed' ? loss.what : loss.of}`
    groups.set(key, [...(groups.get(key) ?? []), loss])
  }
  return [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [changeOf(group[0], group, places)]))
}

function changeOf(first: Loss, group: readonly Loss[], places: LossPlaces): Change {
  const {kind, of, what, now = ''} = first
  const place = places.feed(of)
  switch (kind) {
    case 'feed':
      return feedMoved(first, places)
    case 'feed-guid': {
      const message = `The podcast guid of the feed ${of} was ${what} and would be ${now}: to directories and apps it would be another show`
      return change('feed-guid-changed', of, place, message, `Write the guid that it had: ${of}: {guid: ${what}}`)
    }
    case 'members': {
      if (first.now !== undefined) {
        const before = what.slice('at '.length) || places.site
        const message = `The feed ${of} would be below ${now || places.site} for its members, who have it below ${before}: every member loses the feed`
        const hint = before === places.site ? 'Leave `members_url` out' : `Write: members_url: ${before}`
        return change('members-moved', of, place, message, hint)
      }
      const message = `The addresses of the members of ${of} would all be others: CASTWRIGHT_SECRET is not the one that they were made from, so every member loses the feed`
      return change('members-moved', of, place, message, 'Set CASTWRIGHT_SECRET to the secret of before')
    }
    case 'again': {
      const message = `The items of the feed ${of} would have other guids (${what} would be ${now}): its subscribers get ${counted(group)} a second time`
      const line = `Leave item_guids and the guid of ${of} as they were`
      return change('item-guids-changed', of, place, message, line)
    }
    case 'enclosure': {
      const message = `In the feed ${of}, ${named(group)} would have another file (${what} would be ${now || 'none'}), and the old address leads nowhere: apps that have it fail`
      return change('feed-enclosures-moved', of, place, message, `Leave the media that ${of} asks for as they were`)
    }
    case 'address':
      return addressGone(first, group, places)
    case 'bytes': {
      const message = `${what} would hold other bytes than were published: who has downloaded it keeps the old ones`
      return change('media-bytes-changed', of, places.episode(of), message, 'Publish it under another name')
    }
    default: {
      const isArchived = group.every((each) => each.kind === 'archived')
      const message = isArchived
        ? `${named(group)} would go from the feed ${of} to its archives, which Apple Podcasts and Spotify do not read: their subscribers lose ${counted(group)}`
        : `${named(group)} would not be in the feed ${of} any more: its subscribers lose ${counted(group)}`
      const line = isArchived
        ? `Leave items_per_feed of ${of} as it was`
        : `Leave what ${of} asks for as it was, and ${places.asked ?? 'what the episodes say (season, tags, language, media)'}`
      return change('feed-episodes-gone', of, place, message, line)
    }
  }
}

function feedMoved({of, what}: Loss, places: LossPlaces): Change {
  const place = places.feed(of)
  if (what === '') {
    const message = `The feed ${of} for members would not be written any more, or under another name: every member loses it`
    return change('feed-moved', of, place, message, `Keep its name: feeds: {${of}: {members: …}}`)
  }
  const message = `${what} is a feed that subscribers have, and would not be written any more: they get no new episodes`
  const isMain = of === 'main' || of === what
  const line = isMain
    ? `Keep its path, or leave it there: old_feed_urls: [${places.site}${what}]`
    : `Keep its path: ${of}: {path: ${what}}`
  return change('feed-moved', what, place, message, line)
}

function addressGone({of, slug}: Loss, group: readonly Loss[], places: LossPlaces): Change {
  const paths = group.map(({what}) => what)
  const place = slug === undefined ? places.feed(of) : places.episode(slug)
  const verb = paths.length === 1 ? 'was' : 'were'
  const message = `${listed(paths)} ${verb} published and would be gone: links to ${paths.length === 1 ? 'it' : 'them'} break, and apps that have the feed of yesterday ask in vain`
  return change('address-gone', of, place, message, 'Restore what it was made from')
}

function named(group: readonly Loss[]): string {
  return listed(group.map(({slug, what}) => slug ?? what))
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed
  return more <= 0 ? names.join(', ') : `${names.slice(0, mostNamed).join(', ')} and ${more} more`
}

function counted(group: readonly Loss[]): string {
  return group.length === 1 ? 'the episode' : `${group.length} episodes`
}
