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
  'feed-path-taken': {
    severity: 'error',
    why: 'Two feeds have one address, so subscribers of one would get the other.',
    bad: 'feeds: {film: {media: video, path: feed.xml}}',
    good: 'feeds: {film: {media: video, path: film.xml}}',
  },
  'feed-empty': {
    severity: 'warning',
    why: 'No published episode is what the feed asks for. It is written all the same, since subscribers may have its address; who subscribes sees nothing.',
    bad: 'feeds: {second: {season: 2}}   # and every episode is of season 1',
    good: 'feeds: {first: {season: 1}}',
  },
  'feed-too-large': {
    severity: 'warning',
    why: 'Apps fetch a feed whole whenever they look for new episodes, and some of them do so hourly: a large feed is slow on phones and costs the host traffic. The size is that of the file; compressed on the wire it is about a tenth.',
    bad: 'a feed of 1,500 episodes with long show notes, 6 MB',
    good: 'items_per_feed: 300   # in show.yaml; older episodes go to archives',
  },
  'members-secret': {
    severity: 'error',
    why: 'A feed is for members, and CASTWRIGHT_SECRET is missing or too short. The addresses of members are made from it, so without it nothing can be written, and with another one every member would lose the feed.',
    bad: 'castwright build   # with CASTWRIGHT_SECRET unset',
    good: 'CASTWRIGHT_SECRET=… castwright build   # made once by openssl rand -hex 32, kept as a secret of CI',
  },
  'members-unreadable': {
    severity: 'error',
    why: 'The list of the members of a private feed is not there. An empty list takes the feed from everybody, so a missing one stops the build.',
    bad: 'feeds: {members: {members: membres.txt}}',
    good: 'feeds: {members: {members: members.txt}}',
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
