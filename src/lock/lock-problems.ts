import {problemsOf} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'

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
    why: 'An episode that was published is a draft now, dated in the future, or named in `leave_out`. It would vanish from every app, and come back later.',
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
    bad: '001-first-light.mp3 replaced by a video',
    good: 'an address that says what it is: 001-first-light.mp4',
  },
  'media-bytes-changed': {
    severity: 'error',
    why: 'The bytes of a published file changed under an unchanged address. Whoever has downloaded it keeps the old one; caches may serve a mixture of both.',
    bad: 'exporting 001-first-light.mp3 again',
    good: 'a new name for the new file, or: castwright build --accept media-bytes-changed:001-first-light',
  },
  'publication-moved': {
    severity: 'error',
    why: 'The date of a published episode moved by more than a day. Apps sort it elsewhere in their list, and some announce it again.',
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
    good: 'the path that subscribers have, or a redirect (301) and: castwright build --accept feed-moved:feed.xml',
  },
  'feed-guid-changed': {
    severity: 'error',
    why: 'Each feed has a podcast guid of its own, which follows from its address if nobody wrote one. With another one it is another show to directories and apps, also where the address redirects.',
    bad: 'site_url: https://new.example/   (in a show whose further feeds have no guid of their own)',
    good: 'video: {media: video, guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810}   (as it was published)',
  },
  'item-guids-changed': {
    severity: 'error',
    why: 'The items of a feed have other guids than before, so every subscriber of that feed gets all of its episodes a second time.',
    bad: 'item_guids: own   (added to a feed that was published without)',
    good: 'item_guids as it was when the feed was first published',
  },
  'feed-episodes-gone': {
    severity: 'error',
    why: 'Published episodes leave a feed. Either the feed asks for something else than before, or the episodes say something else of themselves. Subscribers of that feed lose them. A feed that had `latest` or `items_per_feed` from the start moves on by design.',
    bad: 'latest: 10   (added to a feed that was published with all episodes)',
    good: 'a new feed beside the old one: newest: {latest: 10}',
  },
  'feed-enclosures-moved': {
    severity: 'error',
    why: 'Items of a feed have other files than before, and the old addresses lead nowhere. Apps that have them fail, and some download the episodes again.',
    bad: 'media: audio   (in a feed of films)',
    good: 'a new feed for the other files',
  },
  'members-moved': {
    severity: 'error',
    why: 'The private addresses of members are made from CASTWRIGHT_SECRET and from the names in the list. With another secret, or with a list that names nobody of before, all addresses are different, and every member loses the feed.',
    bad: 'CASTWRIGHT_SECRET made anew in CI',
    good: 'the secret of before; or, if it leaked: castwright build --accept members-moved:supporters, and new addresses for everybody',
  },
  'site-part-gone': {
    severity: 'error',
    why: 'The build wrote the pages or the media so far, and would not do so any more. Links and feeds go on naming their addresses, and lead nowhere until another program puts something there.',
    bad: 'pages: false   (in a show whose pages were published)',
    good: 'no `pages: false`; or, once the other program makes them: castwright build --accept site-part-gone:pages',
  },
  'member-respelt': {
    severity: 'error',
    why: 'The private address of a member is made from the spelling in the list. Somebody corrected the spelling, so the member would have another address: the app asks the old one for ever and gets no new episodes. Upper and lower case count as well.',
    bad: 'kim@trial.example   (which was Kim@trial.example when the address was sent)',
    good: 'Kim@trial.example   (as it was; what is new of a member goes on a line with #)',
  },
  'address-gone': {
    severity: 'error',
    why: 'Something that was published leads nowhere any more: a transcript, chapters, a picture, an old page. Links to it break, and apps that have the feed of yesterday ask for it in vain.',
    bad: 'deleting 001-first-light.vtt',
    good: 'restore the file, or: castwright build --accept address-gone:001-first-light',
  },
  'unrecorded-loss': {
    severity: 'error',
    why: 'The output folder holds what was published. The build would take some of it back, and the lock does not know of it: the lock is missing, is older than the output, or was edited. Subscribers have what is in the output.',
    bad: 'castwright.lock.json deleted, and an episode renamed',
    good: 'git checkout castwright.lock.json',
  },
  'show-removed': {
    severity: 'error',
    why: 'A show of a network was published and is not built any more. Its subscribers get no new episodes, and where the output is made anew each time, its feed is gone.',
    bad: 'taking night-trains out of `shows` in network.yaml',
    good: 'keep its folder in the network; a show that has ended says `complete: true`',
  },
  'output-of-another-show': {
    severity: 'error',
    why: 'The output folder holds a show that has nothing in common with this one. The build would delete it, and its subscribers would get this show instead.',
    bad: 'two shows built with the same --out',
    good: 'castwright build second-show --out output-of-second-show',
  },
  'lock-of-another-show': {
    severity: 'error',
    why: 'The lock says what another show has published: it names another site, and knows none of the episodes here. It comes with the folder when somebody copies a show to begin a new one.',
    bad: 'cp -r night-trains day-trains, and castwright.lock.json with it',
    good: 'delete castwright.lock.json in the new folder: the first build makes one',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

/** Problems of the lock itself. */
export const lockProblems = {
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
    bad: '"castwrightLock": 3',
    good: 'npm install castwright@latest',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf({...publishedProblems, ...lockProblems})
