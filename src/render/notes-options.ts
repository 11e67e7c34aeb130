import {type AbsoluteUrl, absoluteUrl} from '../model/absolute-url.ts'
import type {ProbedEpisode} from '../model/episode.ts'
import type {Channel} from '../model/feed.ts'
import {present} from '../model/present.ts'
import {siteAddress, sitePaths} from '../model/site-paths.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import {ownIdPrefix} from '../text/marks/footnotes.ts'
import {fragmentOf} from './notes/heading-ids.ts'
import type {NotesOptions} from './notes/notes-context.ts'
import type {NotesPolicy} from './notes/notes-policy.ts'
import {pictureAddresses} from './text-pictures.ts'

/** How the notes of an episode are written for feeds or for its page, which is at `base`. */
export function notesOptions(
  channel: Channel,
  {file, episodeLinks, notesPictures}: ProbedEpisode,
  base: AbsoluteUrl,
  policy: NotesPolicy,
): NotesOptions {
  const pictures = pictureAddresses(channel, notesPictures)
  return {base, policy, file, pictures, ...present({episodes: episodeAddresses(channel, episodeLinks)})}
}

/** The pages that links to files of episodes lead to. */
function episodeAddresses({siteUrl}: Channel, links: ProbedEpisode['episodeLinks']): NotesOptions['episodes'] {
  if (links === undefined) return undefined
  const addressOf = (reference: string, slug: string): AbsoluteUrl | undefined =>
    absoluteUrl(siteAddress(siteUrl, sitePaths.episode(slug)) + ownFragment(reference))
  return new Map(
    [...links].map(([reference, slug]) => [reference, slug === undefined ? undefined : addressOf(reference, slug)]),
  )
}

/** A heading there has an id of ours, if the id is the one that GitHub makes. */
function ownFragment(reference: string): string {
  const at = reference.indexOf('#')
  return at === -1 ? '' : `#${ownIdPrefix}${fragmentOf(percentDecoded(reference.slice(at + 1)))}`
}
