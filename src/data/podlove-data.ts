import type {Channel, Enclosure, FeedItem} from '../model/feed.ts'
import type {Person} from '../model/person.ts'
import {present} from '../model/present.ts'
import type {RenderedEpisode} from '../model/rendered-episode.ts'
import type {Transcript} from '../model/transcript.ts'

/** An episode in the form that the Podlove web player reads (https://docs.podlove.org/podlove-web-player/v5/configuration), version 5. */
export function podloveEpisode(channel: Channel, {item, transcripts}: RenderedEpisode): object {
  const {title, subtitle, summary, url, image, enclosure, publishedAt} = item
  const [spoken] = transcripts
  const captions = spoken?.captions ?? spoken?.transcript
  const media = [enclosure, ...item.alternates, ...item.otherMedia].filter((each) => each !== undefined)
  const files = media.map(mediaFile)
  return {
    version: 5,
    show: present({
      title: channel.title,
      subtitle: channel.subtitle,
      summary: channel.description,
      poster: channel.image?.url,
      link: channel.siteUrl,
    }),
    ...present({subtitle, poster: (image ?? channel.image)?.url}),
    title,
    summary,
    link: url,
    publicationDate: publishedAt.toISOString(),
    duration: clock(enclosure?.facts.durationInSeconds ?? 0),
    audio: media.filter(({kind}) => kind === 'audio').map(mediaFile),
    files,
    chapters: chaptersOf(item),
    contributors: contributorsOf(item.people),
    transcripts: captions === undefined ? [] : linesOf(captions, item.people),
  }
}

function mediaFile({url, facts: {mimeType, sizeInBytes}}: Enclosure): object {
  return {url, mimeType, size: String(sizeInBytes), title: mimeType}
}

function chaptersOf({chapters}: FeedItem): readonly object[] {
  return chapters
    .filter(({hidden}) => hidden !== true)
    .map(({startInSeconds, title, url, image}) => ({
      start: clock(startInSeconds),
      title,
      ...present({href: url, image}),
    }))
}

function idOf({name}: Pick<Person, 'name'>, people: readonly Person[]): string {
  return String(people.findIndex((each) => each.name === name) + 1)
}

function contributorsOf(people: readonly Person[]): readonly object[] {
  const once = people.filter(({name}, index) => people.findIndex((each) => each.name === name) === index)
  return once.map(({name, image, role, group}) => ({
    id: idOf({name}, people),
    name,
    ...present({avatar: image}),
    role: {id: role.toLowerCase(), slug: role.toLowerCase(), title: role},
    group: {id: group.toLowerCase(), slug: group.toLowerCase(), title: group},
  }))
}

/** Only what has its time: the player shows nothing else. */
function linesOf({parts}: Transcript, people: readonly Person[]): readonly object[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'turn') return []
    const name = part.speaker?.name ?? part.speaker?.label
    const isKnown = people.some((person) => person.name === name)
    return part.cues.flatMap(({spans, startInSeconds: start, endInSeconds: end}) => {
      if (start === undefined || end === undefined) return []
      return [
        {
          start: clock(start),
          start_ms: Math.round(start * 1000),
          end: clock(end),
          end_ms: Math.round(end * 1000),
          ...(name === undefined ? {} : isKnown ? {speaker: idOf({name}, people)} : {voice: name}),
          text: spans.map(({text}) => text).join(''),
        },
      ]
    })
  })
}

/** `01:02:03.004` */
function clock(seconds: number): string {
  return new Date(Math.round(seconds * 1000) % 86_400_000).toISOString().slice(11, 23)
}
