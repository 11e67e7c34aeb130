export const feedProblems = {
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
  'enclosure-duplicate': {
    severity: 'error',
    why: 'Two episodes name one media file. Apple Podcasts goes by the address of the enclosure and ignores the second episode, and downloads of the two cannot be told apart.',
    bad: 'audio: same.mp3   # in two episodes',
    good: 'audio: 002-second.mp3',
  },
  'description-too-long': {
    severity: 'warning',
    why: 'Apple Podcasts and PSP-1 allow 4,000 bytes (not characters) in a description; what is longer is cut or refused there.',
    bad: 'summary: a text of 4,200 bytes',
    good: 'summary: two or three sentences; the rest goes into the show notes',
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
} as const
