import type {ProblemKind} from '../problem-kind.ts'

/** What subscribers would notice of a build. Each can be accepted: `castwright build --accept CODE:SLUG`. */
export const publishedProblems = {
  'episode-removed': {
    severity: 'error',
    why: 'An episode that was published has no file any more. Subscribers who have not downloaded it lose it, and links to its page break.',
    bad: 'deleting episodes/001-first-light.md',
    good: 'restore the file, or: castwright build --accept episode-removed:001-first-light',
  },
  'episode-withdrawn': {
    severity: 'error',
    why: 'An episode that was published is a draft now, or dated in the future. It would vanish from every app, and come back later.',
    bad: 'draft: true',
    good: 'date: 2026-01-31   (as it was published)',
  },
  'episode-replaced': {
    severity: 'error',
    why: 'Another episode stands where a published one stood: same slug, other media, other date. Apps would take it for the old one, so nobody gets it as new and the old one is lost.',
    bad: 'reusing 001-first-light.md for a new episode',
    good: 'a new file with a name of its own, beside the old one',
  },
  'guid-changed': {
    severity: 'error',
    why: 'Apps know an episode by its guid. With another one, every subscriber gets the episode a second time and loses the play position.',
    bad: 'guid: first-light-2',
    good: 'guid: first-light   (as it was published)',
  },
  'guid-reused': {
    severity: 'error',
    why: 'A new episode has the guid of one that was published before. Apps would show it as the old one, or not at all.',
    bad: 'guid: first-light   (copied from another episode with the rest of its front matter)',
    good: 'leave the guid out: each episode gets one of its own',
  },
  'slug-changed': {
    severity: 'error',
    why: 'The slug is in the address of the page, the transcripts and the local media of an episode. Links and downloads of the old address break. The guid is kept.',
    bad: 'slug: dawn   (written into 001-first-light.md)',
    good: 'no slug: the file may have any name, and its episode keeps the address',
  },
  'enclosure-moved': {
    severity: 'error',
    why: 'The media of a published episode has another address. Apps that still have the old one fail unless it redirects, and some download the episode again.',
    bad: 'audio: https://new-host.example/one.mp3',
    good: 'keep the old address, or redirect it and accept: castwright build --accept enclosure-moved:001-first-light',
  },
  'enclosure-removed': {
    severity: 'error',
    why: 'A published episode has no media any more, so podcast apps drop it.',
    bad: 'an episode whose `audio:` was deleted',
    good: 'audio: 001-first-light.mp3',
  },
  'enclosure-type-changed': {
    severity: 'error',
    why: 'The media has another type under an unchanged address. Apps and caches keep the type they were told first, and may refuse to play it.',
    bad: 'a video put in place of 001-first-light.mp3',
    good: 'an address that says what it is: 001-first-light.mp4',
  },
  'media-bytes-changed': {
    severity: 'error',
    why: 'The bytes of a published file changed under an unchanged address. Who has downloaded it keeps the old one; caches may serve a mixture of both.',
    bad: 'exporting 001-first-light.mp3 again',
    good: 'a new name for the new file, or: castwright build --accept media-bytes-changed:001-first-light',
  },
  'publication-moved': {
    severity: 'error',
    why: 'The date of a published episode moved by more than a day. Apps sort it to another place, and some announce it again.',
    bad: 'date: 2027-01-31',
    good: 'date: 2026-01-31   (as it was published)',
  },
  'podcast-guid-changed': {
    severity: 'error',
    why: 'The podcast guid is the identity of the show in directories, wallets and cross-app links. With another one it is another show to them.',
    bad: 'guid: a new UUID in show.yaml',
    good: 'guid: the UUID that was published',
  },
  'site-moved': {
    severity: 'error',
    why: 'The site has another address, so the feed has one as well. Subscribers follow only if the old address redirects.',
    bad: 'site_url: https://new.example/',
    good: 'redirect the old site (301), then: castwright build --accept site-moved',
  },
  'feed-moved': {
    severity: 'error',
    why: 'The address of a feed changed. Subscribers ask the old one for ever and get no new episodes, unless it redirects.',
    bad: 'another path for the RSS feed in show.yaml',
    good: 'the path that subscribers have, or a redirect (301) and: castwright build --accept feed-moved',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const lockProblems = {
  ...publishedProblems,
  'slug-kept': {
    severity: 'info',
    why: 'The file of a published episode has another name or place. The episode was known by its media or its words: it keeps its guid, and its slug, so that no address moves.',
    bad: '001-first-light.md renamed to first-light-of-the-year.md, without anything to accept',
    good: 'slug: first-light-of-the-year   (only if the page is to move as well)',
  },
  'lock-outdated': {
    severity: 'error',
    why: 'With `--frozen`, for CI: there is no castwright.lock.json, or the build would change what it has recorded of published episodes. Episodes that it does not know yet are no mistake: a schedule publishes them without a commit.',
    bad: 'an accepted change without the lock that its build wrote',
    good: 'castwright build && git add castwright.lock.json',
  },
  'show-unfinished': {
    severity: 'error',
    why: 'With `--frozen`, for CI: the show still has placeholders of `castwright init`. Subscribers keep for good what they get once, so nothing is published before they are filled in.',
    bad: 'title: My podcast',
    good: 'title: Night Trains',
  },
  'lock-conflict': {
    severity: 'error',
    why: 'The lock holds the marks of a merge that was not finished. Each line is one episode and stands for itself.',
    bad: '<<<<<<< HEAD',
    good: 'keep the lines of both sides; a .gitattributes with `castwright.lock.json merge=union` does it for you',
  },
  'lock-unreadable': {
    severity: 'error',
    why: 'The lock is not JSON, or is not shaped like a lock. It holds the identity of every episode, so nothing is guessed or overwritten.',
    bad: '{"slug":"001-first-light","guid":',
    good: 'git checkout castwright.lock.json',
  },
  'lock-duplicate': {
    severity: 'error',
    why: 'Two lines of the lock have one slug or one guid, so it does not say which of them was published.',
    bad: 'two lines with "slug":"001-first-light"',
    good: 'keep the line that is older in the history of git',
  },
  'lock-newer': {
    severity: 'error',
    why: 'A newer Castwright wrote the lock. This one would lose what it does not know.',
    bad: '"castwrightLock": 2',
    good: 'npm install castwright@latest',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>
