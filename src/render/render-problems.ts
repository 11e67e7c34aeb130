import {problemsOf} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'

/** What listeners would miss of an episode or a show. */
export const renderProblems = {
  'updated-implausible': {
    severity: 'warning',
    otherwise: 'A note if it is before the date of the episode, as site generators write it for a scheduled episode.',
    why: 'Readers sort by the time of the last change. One in the future keeps the episode on top of their lists, and one before its date says nothing.',
    bad: 'date: 2024-01-31\nupdated: 2042-02-02',
    good: 'date: 2024-01-31\nupdated: 2024-02-02',
  },
  'transcript-beyond-end': {
    severity: 'warning',
    why: 'The transcript goes on after the media file ends: it is that of another cut, or the file is not whole. Players never show these captions.',
    bad: '01:10:00.000 --> 01:10:04.000 (the episode has an hour)',
    good: 'The transcript of this very file',
  },
  'episode-without-enclosure': {
    severity: 'warning',
    why: 'RSS items without an audio or video file are left out by podcast apps: the episode is on its page, in Atom and in JSON Feed, and only readers of articles will see it. A page of a video host is no media file and can never be the enclosure.',
    bad: 'youtube: https://youtu.be/dQw4w9WgXcQ',
    good: 'audio: 003-interview.mp3\nyoutube: https://youtu.be/dQw4w9WgXcQ',
  },
  'episode-without-media': {
    severity: 'warning',
    why: 'The episode has neither a media file nor a hosted video, so there is nothing to play. It is published as an article.',
    bad: 'title: Soon to come',
    good: 'title: Soon to come\naudio: 007-soon.mp3',
  },
  'soundbite-beyond-end': {
    severity: 'warning',
    why: 'A soundbite ends later than the file does, so apps would play less of it, or nothing. Often the hour is wrong, or the file was cut after the times were written.',
    bad: 'soundbites: [{start: 1:31:07, duration: 45}]   # in an episode of 31:07',
    good: 'soundbites: [{start: 11:07, duration: 45}]',
  },
  'stream-not-served': {
    severity: 'error',
    why: 'An HLS playlist (`.m3u8`) in the show folder names other files that are not published with it, so nothing would play.',
    bad: '001-talk.m3u8   # beside 001-talk.md',
    good: 'video: https://media.example/001-talk/master.m3u8',
  },
  'media-mixed': {
    severity: 'warning',
    why: 'With `alternate_video: true` the feed names a film beside the sound (`podcast:alternateEnclosure`). Apps of Podcasting 2.0 let listeners change to it; Apple’s web player shows a black screen instead of playing the sound.',
    bad: 'alternate_video: true',
    good: 'feeds: {video: {media: video}}   # a feed of its own for the films',
  },
  'cover-missing': {
    severity: 'warning',
    why: 'Apple Podcasts, Spotify and most directories refuse a show without cover art.',
    bad: 'title: My show   # and no image',
    good: 'image: cover.jpg   # square, 1400 to 3000 pixels, JPEG or PNG',
  },
  'category-missing': {
    severity: 'warning',
    why: 'Apple Podcasts refuses a show without a category from its list.',
    bad: 'title: My show   # and no categories',
    good: 'categories: [Technology]',
  },
  'number-missing': {
    severity: 'warning',
    why: 'In a serial show every full episode needs its number: apps play from number one on, and Apple requires it.',
    bad: 'type: serial   # in show.yaml, and an episode without `episode`',
    good: 'episode: 3',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(renderProblems)
