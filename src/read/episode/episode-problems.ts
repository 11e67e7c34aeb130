import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'
import {interviewProblems} from '../../transcripts/interview/interview-problems.ts'
import {fieldProblems} from '../fields/field-problems.ts'
import {fileProblems} from '../files/file-problems.ts'

/** Problems of what an episode says about itself, and of what it names. */
export const episodeProblems = {
  'field-missing': {
    severity: 'error',
    why: 'The feed needs something of the episode that is nowhere to be found, such as a title or a date.',
    bad: 'an episode without a date in its front matter, its file name or its text',
    good: 'date: 2024-01-31',
  },
  'front-matter-unread': {
    severity: 'error',
    why: 'Fields stand at the top of the text, but the file does not begin with the fence of a front matter, so they are text: a draft would be published, and its fields would be read by everybody.',
    bad: '\n---\ntitle: One\ndraft: true\n---   (a blank line comes first)',
    good: '---\ntitle: One\ndraft: true\n---',
  },
  'mark-left-out': {
    severity: 'info',
    why: 'Jekyll, Hugo and Obsidian replace certain marks in a text by something else. Here nothing does that, and readers would see the bare mark, so it is left out.',
    bad: '{{< tweet user="mara" id="1" >}}',
    good: '[What Mara wrote](https://example.org/mara/1)',
  },
  'comment-unclosed': {
    severity: 'warning',
    why: 'A line of %% begins a comment of Obsidian. No second one ends it, so nothing below it is published, as Obsidian shows nothing of it.',
    bad: '%%\nNot for readers.',
    good: '%%\nNot for readers.\n%%',
  },
  'text-picture-missing': {
    severity: 'warning',
    why: 'The notes or the chapters show a picture that is not in the show folder, so its address would lead to nothing. Its text stays.',
    bad: '![The harbour](img/habour.jpg)',
    good: '![The harbour](img/harbour.jpg)',
  },
  'placeholder-left': {
    severity: 'warning',
    why: 'A value is still the example that `castwright init` wrote. Only the author knows the real value. The show can be looked at, but it is not recorded in the lock, and CI (`--frozen`) does not publish it.',
    bad: 'description: What the show is about, in a sentence or two.',
    good: 'description: Sleeper trains and the people who run them.',
  },
  'person-unknown': {
    severity: 'info',
    why: 'A person is named by what looks like the name of a file, but no such file exists, so listeners would read the file name.',
    bad: 'guests: [mwinter]',
    good: 'guests: [Mara Winter], or a file people/mwinter.md with her name as its title',
  },
  'reference-missing': {
    severity: 'warning',
    why: 'A key names a transcript or chapters of the show that do not exist, so the episode is published without them.',
    bad: 'transcript: transcripts/on.md',
    good: 'transcript: transcripts/one.md',
  },
  'key-without-meaning': {
    severity: 'warning',
    otherwise:
      'An error where the key says that not everybody may have the episode: `private: true`, `status: private`, `password: …`.',
    why: 'The key is known from other tools, but Castwright has nothing that does what it says yet, so the episode is published as if the key were not there.',
    bad: 'unlisted: true',
    good: 'draft: true   # to keep it back; or: leave_out in show.yaml',
  },
  'reference-unreadable': {
    severity: 'warning',
    why: 'A file that belongs to an episode is in no form that Castwright reads, so nothing of it is published.',
    bad: 'a 001-first-light.chapters.md without a time in it',
    good: 'a 001-first-light.chapters.md with lines like "0:00 Welcome"',
  },
  'video-unrecognised': {
    severity: 'warning',
    why: 'The hosted video is not given by an address of a video on YouTube, Vimeo or PeerTube, so no page can show it.',
    bad: 'youtube: https://www.youtube.com/@nighttrains',
    good: 'youtube: https://www.youtube.com/watch?v=abcdefghijk',
  },
  'media-is-page': {
    severity: 'warning',
    otherwise: 'An error where the episode has nothing else to play.',
    why: 'A page of YouTube, Vimeo or PeerTube stands where a media file should. Apps would download the page and fail to play it. The page of one video is understood in any of its forms; a channel, a playlist or an event is not one.',
    bad: 'video: https://www.youtube.com/playlist?list=PL0123456789',
    good: 'youtube: https://youtu.be/dQw4w9WgXcQ\naudio: 003-interview.mp3',
  },
  'portrait-missing': {
    severity: 'info',
    why: 'The picture of a person is no file of the show folder and no address of a server, so apps and pages show none.',
    bad: 'hosts: [{name: Mara Winter, image: mara.jpg}]   (and no mara.jpg)',
    good: 'hosts: [{name: Mara Winter, image: https://example.org/mara.jpg}]',
  },
  'identity-missing': {
    severity: 'warning',
    why: 'The guid is all zeros, as templates leave it. Several episodes with it would be one episode to every app, so one was derived.',
    bad: 'guid: 00000000-0000-0000-0000-000000000000',
    good: 'leave `guid` out',
  },
  'slug-duplicate': {
    severity: 'error',
    why: 'Two episodes would be published at one address, so one of them would be lost.',
    bad: 'north.md and 2024-01-31-north.md, both without `slug`',
    good: 'slug: north-again',
  },
  'guid-duplicate': {
    severity: 'error',
    why: 'Two episodes have one guid. To an app they are the same episode, and listeners never see one of them.',
    bad: 'an episode copied from another one together with its guid',
    good: 'leave `guid` out of the new episode',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf({...fieldProblems, ...interviewProblems, ...fileProblems, ...episodeProblems})
