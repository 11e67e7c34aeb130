import type {Channel, Enclosure, FeedItem} from '../model/feed.ts'
import {firstOfFormats} from '../model/feed-settings.ts'
import {eachOnce} from '../model/person.ts'
import {isoDuration} from './labels.ts'

/** https://schema.org/PodcastSeries */
export function seriesStructuredData(channel: Channel): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastSeries',
    name: channel.title,
    url: channel.siteUrl,
    description: channel.description,
    inLanguage: channel.language,
    webFeed: firstOfFormats(channel.feedUrls),
    image: channel.image?.url,
    author: {'@type': 'Person', name: channel.author},
  }
}

/** https://schema.org/PodcastEpisode */
export function episodeStructuredData(channel: Channel, item: FeedItem): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastEpisode',
    name: item.title,
    url: item.url,
    description: item.summary || undefined,
    inLanguage: item.language ?? channel.language,
    datePublished: item.publishedAt.toISOString(),
    dateModified: item.updatedAt.toISOString(),
    episodeNumber: item.number ?? item.shortCode,
    image: item.image?.url ?? channel.image?.url,
    associatedMedia: item.enclosure === undefined ? undefined : mediaData(item.enclosure),
    contributor: eachOnce(item.people).map(({name, url}) => ({'@type': 'Person', name, url})),
    partOfSeason: item.season === undefined ? undefined : seasonData(item),
    partOfSeries: {
      '@type': 'PodcastSeries',
      name: channel.title,
      url: channel.siteUrl,
      webFeed: firstOfFormats(channel.feedUrls),
    },
  }
}

function seasonData({season, seasonName}: FeedItem): object {
  return {'@type': 'PodcastSeason', seasonNumber: season, name: seasonName}
}

function mediaData({url, kind, facts}: Enclosure): object {
  return {
    '@type': kind === 'video' ? 'VideoObject' : 'AudioObject',
    contentUrl: url,
    encodingFormat: facts.mimeType,
    duration: facts.durationInSeconds === undefined ? undefined : isoDuration(facts.durationInSeconds),
    contentSize: facts.sizeInBytes === 0 ? undefined : String(facts.sizeInBytes),
  }
}
