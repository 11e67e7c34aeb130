import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {ProbedEpisode} from '../model/episode.ts'
import type {Channel, FeedItem} from '../model/feed.ts'
import {present} from '../model/present.ts'
import {type Problem, problem} from '../model/problem.ts'
import type {EarlyEpisode, RenderedEpisode} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {siteAddress, sitePaths} from './addresses.ts'
import {renderChapters} from './chapters.ts'
import {descriptionProblems, notesCut, titleProblems} from './description-problems.ts'
import {dueAt} from './due.ts'
import {feedNotes} from './feed-notes.ts'
import {renderImage, renderPictures} from './image.ts'
import {renderMedia} from './media.ts'
import {renderNotes} from './notes.ts'
import {renderPeople} from './people.ts'
import {soundbiteProblems} from './soundbites.ts'
import {summaryOf} from './summary.ts'
import {transcriptHtml} from './transcript-html.ts'
import {transcriptLengthProblems} from './transcript-length.ts'
import {renderTranscripts} from './transcripts.ts'

/** Why an episode is not published now, and when it will be. Nothing of it may reach any output, so there is no value beside the reason. */
export type HeldBack = {readonly state: 'draft'} | {readonly state: 'scheduled'; readonly at: Date}

export type EpisodeRendering = {readonly problems: readonly Problem[]} & (
  | {readonly heldBack: HeldBack; readonly rendered?: never}
  | {readonly rendered: RenderedEpisode; readonly heldBack?: never}
)

/** Long enough for two or three sentences, short enough for every list of episodes. */
const summaryLimitInCharacters = 300

function heldBack(show: Show, {publication, notBefore}: ProbedEpisode, now: Date): HeldBack | undefined {
  if (publication.state === 'draft') return {state: 'draft'}
  const due = dueAt({publishedAt: publication.at, ...present({notBefore})}, show.schedule)
  return due > now ? {state: 'scheduled', at: due} : undefined
}

/** An episode with everything of its own that is published; or why it is held back at `now`. */
export function renderEpisode(show: Show, channel: Channel, episode: ProbedEpisode, now: Date): EpisodeRendering {
  const {publication} = episode
  const held = heldBack(show, episode, now)
  if (held !== undefined || publication.state === 'draft') return {heldBack: held ?? {state: 'draft'}, problems: []}

  const url = siteAddress(channel.siteUrl, sitePaths.episode(episode.slug))
  return renderPublished(show, channel, episode, {url, publishedAt: publication.at})
}

/** An episode that is held back, for feeds of members; nothing for a draft. Its page is not there yet: links lead to that of the show. */
export function renderEarly(show: Show, channel: Channel, episode: ProbedEpisode): EarlyEpisode | undefined {
  const {publication} = episode
  if (publication.state === 'draft') return undefined
  const page = {url: channel.siteUrl, publishedAt: publication.at}
  const {rendered, problems} = renderPublished(show, channel, episode, page)
  const {chaptersUrl: _unpublished, ...item} = rendered.item
  return {
    item: {...item, aliases: [], transcripts: []},
    copies: [...rendered.copies, ...rendered.portraits],
    mediaUrls: rendered.mediaUrls,
    errors: problems.filter(({severity}) => severity === 'error'),
  }
}

type Page = {readonly url: AbsoluteUrl; readonly publishedAt: Date}

function renderPublished(
  show: Show,
  channel: Channel,
  episode: ProbedEpisode,
  {url, publishedAt}: Page,
): {readonly rendered: RenderedEpisode; readonly problems: readonly Problem[]} {
  const media = renderMedia(show, episode)
  const picture = renderImage(show, episode.image, episode.imageFacts, episode.slug)
  const {people, portraits} = renderPeople(show, episode.people)
  const further = renderPictures(show, episode.pictures, episode.slug)
  const pageNotes = renderNotes(episode.notes, {base: url, policy: 'page', file: episode.file})
  const transcripts = renderTranscripts(channel, episode)
  const chapters = renderChapters(show, episode, transcripts.headings)

  const fromNotes = () => summaryOf(episode.notes, {maxCharacters: summaryLimitInCharacters})
  const summary = episode.summary ?? (fromNotes() || episode.subtitle || '')
  const {html: notesHtml} = renderNotes(episode.notes, {base: url, policy: 'feed', file: episode.file})
  const notes = feedNotes({
    notesHtml,
    chapters: chapters.chapters,
    listsChapters: episode.chapterSource?.inNotes === true,
    url,
    language: episode.language ?? channel.language,
    ...present({
      // One that was made from the notes says nothing beside them.
      summary: episode.summary ?? (notesHtml === '' ? summary : undefined),
      hostedVideo: episode.hostedVideo,
      transcript: show.transcriptLinks ? transcripts.transcripts[0]?.transcript : undefined,
    }),
  })

  const item: FeedItem = {
    guid: episode.guid,
    slug: episode.slug,
    url,
    aliases: episode.aliases,
    title: episode.title,
    summary,
    notesHtml: notes.notesHtml,
    publishedAt,
    updatedAt: episode.updatedAt ?? publishedAt,
    alternates: media.alternates,
    otherMedia: media.otherMedia,
    people,
    type: episode.type,
    explicit: episode.explicit ?? channel.explicit,
    blocked: episode.blocked,
    tags: episode.tags,
    transcripts: transcripts.links,
    chapters: chapters.chapters,
    tagValues: episode.tagValues,
    source: {file: episode.file, ...episode.media[0]?.place},
    ...present({
      descriptionHtml: notes.descriptionHtml,
      transcriptHtml: show.feeds.some(({hasTranscripts}) => hasTranscripts)
        ? transcriptHtml(transcripts.transcripts[0]?.transcript, episode.language ?? channel.language)
        : undefined,
      subtitle: episode.subtitle,
      enclosure: media.enclosure,
      hostedVideo: episode.hostedVideo,
      image: picture.image,
      pictures: further.pictures.length === 0 ? undefined : further.pictures,
      season: episode.season,
      seasonName: episode.seasonName,
      number: episode.number,
      notBefore: episode.notBefore,
      language: episode.language,
      chaptersUrl:
        chapters.chapters.length === 0 ? undefined : siteAddress(channel.siteUrl, sitePaths.chapters(episode.slug)),
    }),
  }
  return {
    rendered: {
      item,
      pageNotesHtml: pageNotes.html,
      transcripts: transcripts.transcripts,
      mediaUrls: media.urls,
      copies: [...media.copies, ...picture.copies, ...further.copies],
      portraits,
      ...present({captionsUrl: transcripts.captionsUrl}),
    },
    problems: [
      ...media.problems,
      // The page's list: it allows more, so what it says was removed is removed everywhere.
      ...pageNotes.problems,
      ...(notes.isCut ? [notesCut(episode)] : []),
      ...transcripts.problems,
      ...transcriptLengthProblems(episode),
      ...chapters.problems,
      ...numberProblems(channel, episode),
      ...soundbiteProblems(episode),
      ...titleProblems(episode),
      ...descriptionProblems(episode.summary ?? '', 'summary', episode),
    ].map((each) => ({file: episode.file, ...each})),
  }
}

/** Apple: episode numbers are mandatory in a serial show. */
function numberProblems({type}: Channel, {file, type: episodeType, number, title}: ProbedEpisode): readonly Problem[] {
  if (type !== 'serial' || episodeType !== 'full' || number !== undefined) return []
  const message = `"${title}" has no number, which Apple Podcasts requires in a serial show`
  return [problem('number-missing', {file, line: 1}, message, 'Write: episode: 1')]
}

export {siteAddress} from './addresses.ts'
export {renderChannels} from './channel.ts'
export {renderFeeds} from './feed.ts'
export {oldSlugs, renderMoves} from './moved.ts'
