import type {FeedProfile} from './rule.ts'

/** The documents that hold the rules for feeds. */
export const specs = {
  xml: 'https://www.w3.org/TR/xml/',
  namespaces: 'https://www.w3.org/TR/xml-names/',
  html: 'https://html.spec.whatwg.org/multipage/',
  rss: 'https://www.rssboard.org/rss-specification',
  rssProfile: 'https://www.rssboard.org/rss-profile',
  atom: 'https://www.rfc-editor.org/rfc/rfc4287',
  jsonFeed: 'https://www.jsonfeed.org/version/1.1/',
  opml: 'http://opml.org/spec2.opml',
  mediaRss: 'https://www.rssboard.org/media-rss',
  podcastNamespace: 'https://podcasting2.org/podcast-namespace',
  appleGuide: 'https://podcasters.apple.com/support/823-podcast-requirements',
  appleCategories: 'https://podcasters.apple.com/support/1691-apple-podcasts-categories',
  psp1: 'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  webVtt: 'https://www.w3.org/TR/webvtt1/#file-structure',
  subRip: 'https://wiki.videolan.org/SubRip/',
  jsonTranscript: 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md',
  jsonChapters: 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/chapters/jsonChapters.md',
  slash: 'https://web.resource.org/rss/1.0/modules/slash/',
  syndication: 'https://web.resource.org/rss/1.0/modules/syndication/',
  geo: 'https://www.w3.org/2003/01/geo/',
  rfc822: 'https://www.rfc-editor.org/rfc/rfc822#section-5',
  rfc3339: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  rfc3986: 'https://www.rfc-editor.org/rfc/rfc3986',
  rfc5005: 'https://www.rfc-editor.org/rfc/rfc5005',
  rfc5646: 'https://www.rfc-editor.org/rfc/rfc5646',
  npt: 'https://www.rfc-editor.org/rfc/rfc2326#section-3.6',
  tagUri: 'https://www.rfc-editor.org/rfc/rfc4151',
  urn: 'https://www.rfc-editor.org/rfc/rfc8141',
  uuid: 'https://www.rfc-editor.org/rfc/rfc9562#section-4',
  mediaTypes: 'https://www.rfc-editor.org/rfc/rfc6838#section-4.2',
  w3cDates: 'https://www.w3.org/TR/NOTE-datetime',
} as const

type Profiles = readonly FeedProfile[]

/** The profiles that insist on a rule. */
export const everyone: Profiles = ['apple', 'spotify', 'podcast2', 'w3c', 'psp1']
/** All but the podcast namespace, which says nothing about the older elements of RSS. */
export const rssReaders: Profiles = ['apple', 'spotify', 'w3c', 'psp1']
export const validator: Profiles = ['w3c']
export const apple: Profiles = ['apple']
export const appleAndValidator: Profiles = ['apple', 'w3c']
/** PSP-1 requires the link; all others recommend it. */
export const selfLink: Profiles = ['w3c', 'psp1']
/** Apps, and not validators. */
export const readers: Profiles = ['apple', 'spotify', 'podcast2', 'psp1']
export const appleAndStandard: Profiles = ['apple', 'psp1']
export const appleW3cAndStandard: Profiles = ['apple', 'w3c', 'psp1']
export const ownership: Profiles = ['spotify', 'w3c']
/** The profiles whose apps show captions of a linked file. */
export const captionReaders: Profiles = ['apple', 'podcast2']
export const podcast2: Profiles = ['podcast2']
export const podcastApps: Profiles = ['apple', 'spotify', 'psp1']
export const standard: Profiles = ['psp1']
