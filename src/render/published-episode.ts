import {type AbsoluteUrl, absoluteUrl} from '../model/absolute-url.ts'
import type {ProbedEpisode} from '../model/episode.ts'
import type {Channel, FeedItem} from '../model/feed.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {RenderedEpisode} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {fileStemOf, siteAddress, sitePaths} from '../model/site-paths.ts'
import {episodeCard} from './cards.ts'
import {renderChapters} from './chapters.ts'
import {feedNotes} from './feeds/feed-notes.ts'
import {renderEpisodePictures} from './image.ts'
import {renderMedia} from './media.ts'
import {descriptionProblems, notesCut, titleProblems} from './notes/description-problems.ts'
import {renderNotes} from './notes/notes.ts'
import {summaryOf} from './notes/summary.ts'
import {notesOptions} from './notes-options.ts'
import {renderPeople} from './people.ts'
import {problem} from './render-problems.ts'
import {soundbiteProblems} from './soundbites.ts'
import {pictureCopies, pictureSizes} from './text-pictures.ts'
import {transcriptHtml} from './transcript-html.ts'
import {transcriptLengthProblems} from './transcript-length.ts'
import {renderTranscripts} from './transcripts.ts'

/** Long enough for two or three sentences, short enough for every list of episodes. */
const summaryLimitInCharacters = 300

/** The address of the episode's page, and the date of the episode. */
export type EpisodePage = {readonly url: AbsoluteUrl; readonly publishedAt: Date}

/** An episode as its page publishes it. Whether its time has come is not asked here. */
export function renderPublished(
  show: Show,
  channel: Channel,
  episode: ProbedEpisode,
  page: EpisodePage,
): {readonly rendered: RenderedEpisode; readonly problems: readonly Problem[]} {
  const parts = renderParts(show, channel, episode)
  const pageNotes = renderNotes(episode.notes, notesOptions(channel, episode, page.url, 'page'))
  const notes = renderFeedNotes({show, channel, episode, page, parts})
  const {media, pictures, card, people, transcripts} = parts
  return {
    rendered: {
      item: itemOf({show, channel, episode, page, parts}, notes),
      pageNotesHtml: pageNotes.html,
      notesPictures: pictureSizes(show, episode.notesPictures),
      transcripts: transcripts.transcripts,
      mediaUrls: media.urls,
      copies: [...media.copies, ...pictures.own, ...card.copies],
      portraits: [
        ...people.portraits,
        ...pictures.shared,
        ...pictureCopies(episode.notesPictures),
        ...pictureCopies(episode.chapterPictures),
      ],
      ...present({captionsUrl: transcripts.captionsUrl, card: card.card}),
    },
    problems: [
      ...media.problems,
      // The notes of the page allow more HTML. So what was removed there is removed everywhere.
      ...pageNotes.problems,
      ...(notes.isCut ? [notesCut(episode)] : []),
      ...transcripts.problems,
      ...transcriptLengthProblems(episode),
      ...parts.chapters.problems,
      ...numberProblems(channel, episode),
      ...soundbiteProblems(episode),
      ...titleProblems(episode),
      ...descriptionProblems(episode.summary ?? '', 'summary', episode),
    ].map((each) => ({file: episode.file, ...each})),
  }
}

/** What an episode has beside its text. */
function renderParts(show: Show, channel: Channel, episode: ProbedEpisode) {
  const transcripts = renderTranscripts(channel, episode)
  return {
    media: renderMedia(show, episode),
    pictures: renderEpisodePictures(show, episode),
    card: episodeCard(show, channel, episode),
    people: renderPeople(show, episode.people),
    transcripts,
    chapters: renderChapters(show, episode, transcripts.headings),
  }
}

type Rendering = {
  readonly show: Show
  readonly channel: Channel
  readonly episode: ProbedEpisode
  readonly page: EpisodePage
  readonly parts: ReturnType<typeof renderParts>
}

type EpisodeNotes = ReturnType<typeof feedNotes> & {readonly summary: string}

/** The notes for feeds, and the summary: the author's summary, else the beginning of the notes, else the subtitle. */
function renderFeedNotes({show, channel, episode, page: {url}, parts}: Rendering): EpisodeNotes {
  const fromNotes = () => summaryOf(episode.notes, {maxCharacters: summaryLimitInCharacters})
  const summary = episode.summary ?? (fromNotes() || episode.subtitle || '')
  const {html: notesHtml} = renderNotes(episode.notes, notesOptions(channel, episode, url, 'feed'))
  const notes = feedNotes({
    notesHtml,
    chapters: parts.chapters.chapters,
    listsChapters: episode.chapterSource?.inNotes === true,
    url,
    language: episode.language ?? channel.language,
    ...present({
      // A summary that was made from the notes says nothing beside them.
      summary: episode.summary ?? (notesHtml === '' ? summary : undefined),
      hostedVideo: episode.hostedVideo,
      transcript: show.transcriptLinks ? parts.transcripts.transcripts[0]?.transcript : undefined,
    }),
  })
  return {summary, ...notes}
}

/** What every feed has of the episode. */
function itemOf({show, channel, episode, page, parts}: Rendering, notes: EpisodeNotes): FeedItem {
  const {url, publishedAt} = page
  const {media, pictures, people, transcripts, chapters} = parts
  return {
    guid: episode.guid,
    slug: episode.slug,
    url,
    aliases: episode.aliases,
    title: episode.title,
    summary: notes.summary,
    notesHtml: notes.notesHtml,
    publishedAt,
    updatedAt: episode.updatedAt ?? publishedAt,
    alternates: media.alternates,
    otherMedia: media.otherMedia,
    people: people.people,
    type: episode.type,
    explicit: episode.explicit ?? channel.explicit,
    blocked: episode.blocked,
    tags: episode.tags,
    transcripts: transcripts.links,
    chapters: chapters.chapters,
    tagValues: episode.tagValues,
    source: {file: episode.file, ...episode.media[0]?.place},
    ...present({
      filesAt: episode.filesAt,
      externalUrl: externalUrl(channel, episode.link),
      descriptionHtml: notes.descriptionHtml,
      transcriptHtml: show.feeds.some(({hasTranscripts}) => hasTranscripts)
        ? transcriptHtml(transcripts.transcripts[0]?.transcript, episode.language ?? channel.language)
        : undefined,
      subtitle: episode.subtitle,
      translations: episode.translations,
      enclosure: media.enclosure,
      hostedVideo: episode.hostedVideo,
      image: pictures.image,
      pictures: pictures.pictures.length === 0 ? undefined : pictures.pictures,
      season: episode.season,
      seasonName: episode.seasonName,
      aliasesPlace: episode.aliases.length === 0 ? undefined : episode.places.get('aliases'),
      number: episode.number,
      shortCode: episode.shortCode,
      notBefore: episode.notBefore,
      language: episode.language,
      chaptersUrl:
        chapters.chapters.length === 0
          ? undefined
          : siteAddress(channel.siteUrl, sitePaths.chapters(fileStemOf(episode))),
    }),
  }
}

/** Apple: episode numbers are mandatory in a serial show. */
function numberProblems({type}: Channel, {file, type: episodeType, number, title}: ProbedEpisode): readonly Problem[] {
  if (type !== 'serial' || episodeType !== 'full' || number !== undefined) return []
  const message = `"${title}" has no number, which Apple Podcasts requires in a serial show`
  return [problem('number-missing', {file, line: 1}, message, 'Write: episode: 1')]
}

/** A path, or an address below our own site, is where another generator had the page. It is no other page. */
function externalUrl({siteUrl}: Channel, link: string | undefined): AbsoluteUrl | undefined {
  const url = link !== undefined && /^https?:\/\//i.test(link) ? absoluteUrl(link) : undefined
  return url?.startsWith(siteUrl) ? undefined : url
}
