import {problemsOf} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'
import {remoteProblems} from '../probe/remote/remote-problems.ts'
import {episodeProblems} from '../read/episode/episode-problems.ts'
import {fieldProblems} from '../read/fields/field-problems.ts'
import {transcriptProblems} from '../transcripts/transcript-problems.ts'
import {writeProblems} from '../write/write-problems.ts'

/** Problems that only show when the library is used for something: a network, a fix, a deployment. */
export const useProblems = {
  'output-misplaced': {
    severity: 'error',
    why: 'The output would be a folder that is something else: the root of the disk, a home folder, or the folder of the show, where the next build would take what it wrote for files of its author. Files in `theme/` are published with the pages.',
    bad: 'castwright build --out .',
    good: 'castwright build --out public',
  },
  'network-show-missing': {
    severity: 'error',
    why: 'network.yaml names a folder that holds no show, or leads out of the network. Its feed would lose the episodes of that show.',
    bad: 'shows: [night-trians]',
    good: 'shows: [night-trains]',
  },
  'network-show-twice': {
    severity: 'error',
    why: 'Two shows of a network have folders whose names differ in upper and lower case only. Many disks and hosts take them for one, so the feed of one show would replace that of the other.',
    bad: 'night-trains/show.yaml and Night-Trains/show.yaml',
    good: 'night-trains/show.yaml and day-boats/show.yaml',
  },
  'network-show-unbuilt': {
    severity: 'error',
    why: 'What a network itself publishes is made from the outputs of its shows. One of them is not there, or another version of Castwright made it. The feeds of the network would lose its episodes.',
    bad: 'castwright build --merge parts   # and no job has built night-trains',
    good: 'castwright build --shard 1/2 --out parts/1, castwright build --shard 2/2 --out parts/2, and then castwright build --merge parts',
  },
  'network-show-elsewhere': {
    severity: 'warning',
    why: 'The files of a show are in its folder of the output. Its `site_url` names another place of the site, so all addresses in its feed lead nowhere, unless a host sends them on.',
    bad: 'site_url: https://waves.example/   # in ebb/show.yaml of the network https://waves.example/',
    good: 'site_url: https://waves.example/ebb/',
  },
  'pictures-not-made': {
    severity: 'warning',
    why: 'Smaller pictures and cards are made with the package sharp, which has a part for each kind of machine. Without it a phone loads a cover of 3000 pixels, and other sites show the bare cover of an episode.',
    bad: 'castwright build   # after: npm install --no-optional castwright',
    good: 'npm install castwright sharp',
  },
  'episode-unknown': {
    severity: 'error',
    why: 'The name that was given on the command line fits no episode of the show, or several.',
    bad: 'castwright show night',
    good: 'castwright show 002-night-train',
  },
  'feed-unreachable': {
    severity: 'error',
    why: 'The feed could not be fetched, so there is nothing to judge; apps that ask for it get as little. Only `check URL` fetches anything.',
    bad: 'castwright check https://example.org/fed.xml',
    good: 'castwright check https://example.org/feed.xml',
  },
  'feed-beyond-limit': {
    severity: 'error',
    why: 'The answer has more than 200 MB, unpacked. No app reads a feed of that size; it is a film under a feed’s address, or an attack.',
    bad: 'castwright check https://example.org/film.mp4',
    good: 'castwright check https://example.org/feed.xml',
  },
  'fix-unwritten': {
    severity: 'error',
    why: 'A file could not be mended by `check --fix`: it was changed meanwhile, or the operating system refused to write it. It is as it was before.',
    bad: 'an episode that an editor saves while `castwright check --fix` runs',
    good: 'run `castwright check --fix` again',
  },
  'lock-outdated': {
    severity: 'error',
    why: 'With `--frozen`, for CI: there is no castwright.lock.json, or the build would change what it has recorded of published episodes. Episodes that it does not know yet are no mistake: a schedule publishes them without a commit.',
    bad: 'an accepted change without the lock that its build wrote',
    good: 'castwright build && git add castwright.lock.json',
  },
  'lock-missing': {
    severity: 'error',
    why: 'With `--frozen --first`, for the first run in CI: there is no castwright.lock.json, but the feed is live, or its server did not answer. A lost lock would give the episodes new guids, and apps would deliver all of them again.',
    bad: 'castwright build --frozen --first, without the lock of a show that listeners have',
    good: 'castwright adopt --feed https://example.org/feed.xml, or the lock from an earlier commit',
  },
  'show-unfinished': {
    severity: 'error',
    why: 'With `--frozen`, for CI: the show still has placeholders of `castwright init`. Subscribers keep for good what they get once, so nothing is published before they are filled in.',
    bad: 'title: My podcast',
    good: 'title: Night Trains',
  },
  'deploy-unbuilt': {
    severity: 'error',
    why: 'The folder holds no finished build, so nobody knows which of its files are to be published, or as what.',
    bad: 'castwright deploy some-folder --to s3://podcast',
    good: 'castwright build && castwright deploy output --to s3://podcast',
  },
  'deploy-file-missing': {
    severity: 'error',
    why: 'A file that the build wrote is gone, or cannot be read. Feeds name it, so nothing is deployed without it.',
    bad: 'deleting a file in output/ by hand',
    good: 'castwright build, which makes it again',
  },
  'deploy-takes-back': {
    severity: 'error',
    why: 'The store has episodes, feeds or addresses that the output would take back without its lock knowing of it: the output was built from an older commit than what was deployed last. Subscribers have what is in the store, so nothing is replaced.',
    bad: 'a job of CI that builds the commit of last week again, and deploys it',
    good: 'git pull && castwright build && castwright deploy output --to s3://podcast',
  },
  'deploy-of-another-show': {
    severity: 'error',
    why: 'The store holds a show that has nothing in common with the output. Its subscribers would get this show instead, so nothing is replaced.',
    bad: 'two shows deployed to s3://podcast',
    good: 'castwright deploy output --to s3://podcast/second-show',
  },
  'deploy-members-gone': {
    severity: 'warning',
    why: 'Members have a private feed from the store, and the output has none for them. That is right for whoever has left. It is wrong for a member who is only named otherwise now: the private address is made from the spelling, so the app of this member gets no new episodes.',
    bad: 'MEMBERS with kim@trial.example   (which was Kim@trial.example at the deploy before)',
    good: 'MEMBERS with Kim@trial.example, as it was; what is new of a member goes on a line with #',
  },
  'deploy-failed': {
    severity: 'error',
    why: 'The store refused, or could not be reached. Feeds are sent last and nothing is deleted before, so what listeners have is still whole; the next deploy goes on where this one ended.',
    bad: 'keys that may not write to the bucket, or a bucket that does not exist',
    good: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of a user who may list, read, write and delete there',
  },
  'notify-unrecorded': {
    severity: 'error',
    why: 'The file that records who was told of what cannot be written, so every run would tell everybody again. If that is seen beforehand, nobody is told.',
    bad: 'castwright notify --state /somewhere/notified.json, where nothing can be written',
    good: 'castwright notify --state notified.json',
  },
  'notify-feed-not-live': {
    severity: 'error',
    why: 'The feed at its address is not the one that was built, so whoever is told to look would find the old one. Nobody was told.',
    bad: 'castwright notify before the deploy, or while a CDN still has the old feed',
    good: 'castwright deploy … && castwright notify --wait 300',
  },
  'notify-refused': {
    severity: 'error',
    why: 'A hub or a directory was asked to look at a feed and refused, or could not be reached. Apps find the new episode later, by themselves.',
    bad: 'a hub that is down, or a PODPING_TOKEN that does not hold',
    good: 'castwright notify once more: only those who were not told are',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf({
  ...writeProblems,
  ...fieldProblems,
  ...episodeProblems,
  ...remoteProblems,
  ...transcriptProblems,
  ...useProblems,
})
