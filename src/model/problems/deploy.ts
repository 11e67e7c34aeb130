import type {ProblemKind} from '../problem-kind.ts'

export const deployProblems = {
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
  'deploy-failed': {
    severity: 'error',
    why: 'The store refused, or could not be reached. Feeds are sent last and nothing is deleted before, so what listeners have is still whole; the next deploy goes on where this one ended.',
    bad: 'keys that may not write to the bucket, or a bucket that does not exist',
    good: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of a user who may list, read, write and delete there',
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
