import type {Chapter} from '../model/chapter.ts'
import type {Channel, Enclosure} from '../model/feed.ts'
import {present} from '../model/present.ts'
import type {RenderedEpisode, RenderedTranscript} from '../model/rendered-episode.ts'
import {siteAddress} from '../model/site-paths.ts'
import type {Cue, Transcript} from '../model/transcript.ts'
import type {ChapterData, CueData, EpisodeData, MediaData, TranscriptData, TranscriptPart} from './data-types.ts'
import {personData} from './show-data.ts'

/** An episode as other site generators get it. */
export function episodeData(channel: Channel, episode: RenderedEpisode): EpisodeData {
  const {item, transcripts, pageNotesHtml} = episode
  const {slug, guid, title, url, publishedAt, updatedAt, summary, type, explicit, tags, people, chapters} = item
  const {subtitle, season, seasonName, number, image, enclosure, hostedVideo} = item
  return {
    version: 1,
    slug,
    guid,
    title,
    url,
    date: publishedAt.toISOString(),
    updated: updatedAt.toISOString(),
    summary,
    notesHtml: pageNotesHtml,
    language: item.language ?? channel.language,
    type,
    isExplicit: explicit,
    tags,
    media: [enclosure, ...item.alternates, ...item.otherMedia].flatMap((each) =>
      each === undefined ? [] : [mediaData(each)],
    ),
    people: people.map(personData),
    chapters: chapters.map(chapterData),
    transcripts: transcripts.map((each) => transcriptData(channel, each)),
    ...present({
      subtitle,
      season,
      seasonName,
      number,
      image: image?.url,
      durationInSeconds: enclosure?.facts.durationInSeconds,
      hostedVideo: hostedVideo?.pageUrl,
    }),
  }
}

function mediaData({url, kind, facts: {mimeType, sizeInBytes, durationInSeconds}}: Enclosure): MediaData {
  return {url, kind, mimeType, sizeInBytes, ...present({durationInSeconds})}
}

function chapterData({startInSeconds, endInSeconds, title, url, image, hidden = false}: Chapter): ChapterData {
  return {startInSeconds, title, isHidden: hidden, ...present({endInSeconds, url, image})}
}

function transcriptData({siteUrl}: Channel, {transcript, language, files}: RenderedTranscript): TranscriptData {
  return {
    language,
    parts: transcript.parts.map(partData),
    files: files.map(({path, mimeType, captions}) => ({
      url: siteAddress(siteUrl, path),
      mimeType,
      isCaptions: captions,
    })),
  }
}

function partData(part: Transcript['parts'][number]): TranscriptPart {
  if (part.kind === 'note') return {kind: 'note', text: part.text}
  if (part.kind === 'section')
    return {kind: 'section', text: part.title, ...present({startInSeconds: part.startInSeconds})}
  const speaker = part.speaker?.name ?? part.speaker?.label
  const cues = part.cues.map(cueData)
  return {kind: 'turn', cues, ...present({speaker, startInSeconds: cues[0]?.startInSeconds})}
}

function cueData({spans, startInSeconds, endInSeconds, timing}: Cue): CueData {
  const text = spans.map((span) => span.text).join('')
  return {text, isEstimated: timing === 'estimated', ...present({startInSeconds, endInSeconds})}
}
