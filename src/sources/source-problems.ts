import {problemsOf} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'

/** Problems of shows that come from elsewhere. */
export const sourceProblems = {
  'source-unreadable': {
    severity: 'error',
    why: 'The source is no feed and no export that is known, so there is nothing to import. Often it is the address of a page: feeds have one of their own.',
    bad: 'castwright import https://example.org/podcast',
    good: 'castwright import https://example.org/podcast/feed.xml',
  },
  'source-damaged': {
    severity: 'warning',
    why: 'Some parts of the source are broken. Apps guess, and so does the import; what was guessed wrong is seen in the files.',
    bad: '<title>Tea & Trains</title>',
    good: '<title>Tea &amp; Trains</title>',
  },
  'source-empty': {
    severity: 'error',
    why: 'The source has no episode, so a show made of it would publish nothing.',
    bad: 'castwright import empty.xml',
    good: 'castwright import feed.xml',
  },
  'source-locked': {
    severity: 'error',
    why: 'The feed asks not to be imported (podcast:locked), so that nobody takes a show that is not theirs. Its owner proves to be the owner by the address in the feed.',
    bad: 'castwright import https://example.org/feed.xml',
    good: 'castwright import https://example.org/feed.xml --owner mara@example.org',
  },
  'source-private': {
    severity: 'error',
    why: 'The feed is a private one: the addresses of its media hold secrets, which would stand in files that others may read.',
    bad: 'castwright import https://example.org/private/7d41a0/feed.xml',
    good: 'castwright import https://example.org/private/7d41a0/feed.xml --media',
  },
  'source-incomplete': {
    severity: 'warning',
    why: 'Many hosts keep only the newest episodes in the feed. What is not in the source is not imported, and its listeners would lose it.',
    bad: 'castwright import feed.xml   # the newest 100 of 212 episodes',
    good: 'castwright import export.xml   # all 212, after the limit was lifted at the host',
  },
  'source-item-repeated': {
    severity: 'warning',
    why: 'Two items have one guid. For apps they are one episode, the first one; only that is imported.',
    bad: '<guid>12</guid> … <guid>12</guid>',
    good: '<guid>13</guid> … <guid>12</guid>',
  },
  'source-date-missing': {
    severity: 'warning',
    why: 'The date of an item cannot be read, and an episode without a date is not published: it would be announced as a new one.',
    bad: '<pubDate>yesterday</pubDate>',
    good: '<pubDate>Sat, 31 Jan 2026 08:00:00 GMT</pubDate>',
  },
  'source-date-future': {
    severity: 'warning',
    why: 'An item of the source has a date that is still to come. Many apps show it at once, and here it is published on that date.',
    bad: '<pubDate>Thu, 31 Jan 2126 08:00:00 GMT</pubDate>',
    good: '<pubDate>Sat, 31 Jan 2026 08:00:00 GMT</pubDate>',
  },
  'source-media-varies': {
    severity: 'info',
    why: 'The host puts advertisements into a media file when it is asked for, so each answer has another size and another length. No size is held against an earlier one, and times of chapters and transcripts are those of the file without advertisements.',
    bad: 'https://traffic.megaphone.fm/ABC1.mp3   # 41,310,208 bytes today, 43,021,440 tomorrow',
    good: 'castwright import feed.xml --media   # the files as they are today, served by yourself',
  },
  'source-moved': {
    severity: 'warning',
    why: 'The feed tells apps that it is at another address now. A show made of it says the same, so its subscribers would be sent there.',
    bad: 'new_feed_url: https://old-host.example/feed.xml   # in the show.yaml of the new place',
    good: 'old_feed_urls: [https://old-host.example/feed.xml]',
  },
  'source-site-unknown': {
    severity: 'warning',
    why: 'Pages and feeds are published below site_url. The source names no page of the show, or one at its host, where only the host can publish.',
    bad: 'site_url: https://host.example/shows/night-trains/',
    good: 'site_url: https://example.org/night-trains/',
  },
  'source-post-left': {
    severity: 'info',
    why: 'An export of WordPress has all posts of a site. An episode is a post that is published and has a recording.',
    bad: 'a post whose recording stands in its text only',
    good: 'a post with the recording in the field of PowerPress or Seriously Simple Podcasting',
  },
  'source-element-unknown': {
    severity: 'info',
    why: 'The source says something for which there is no field. It is kept in castwright.import.json, and not published.',
    bad: '<acast:episodeId>5f1e</acast:episodeId>',
    good: '<guid>5f1e</guid>',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(sourceProblems)
