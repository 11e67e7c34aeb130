import {problemsOf} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'
import {fileProblems} from '../read/files/file-problems.ts'
import {imageProblems} from './images/image-problems.ts'

/** Problems of media files, and of what authors say about them. */
export const probeProblems = {
  'media-missing': {
    severity: 'error',
    otherwise: 'A warning if it is not the file that apps download first, and the other files are there.',
    why: 'A media file that the episode names is not there. Subscribers would get an episode that does not play.',
    bad: 'audio: 001-frist-light.mp3',
    good: 'audio: 001-first-light.mp3',
  },
  'media-not-a-file': {
    severity: 'error',
    why: 'The path names a folder, a pipe or a device. Only regular files can be published.',
    bad: 'audio: recordings/',
    good: 'audio: recordings/001.mp3',
  },
  'media-empty': {
    severity: 'error',
    why: 'The file has no bytes, as after an export that failed. Apps show an episode that cannot be played.',
    bad: '001-first-light.mp3 (0 bytes)',
    good: '001-first-light.mp3 (28 MB)',
  },
  'media-unreadable': {
    severity: 'error',
    why: 'The file cannot be opened, or no player could: its index is missing or damaged.',
    bad: 'an MP4 recording that was cut off before its index was written',
    good: 'the same recording, exported again',
  },
  'media-not-media': {
    severity: 'error',
    why: 'The bytes are not audio or video: often a Git LFS pointer, or an error page saved under the name of the episode.',
    bad: '001.mp3 that starts with "version https://git-lfs.github.com/spec/v1"',
    good: '001.mp3 after `git lfs pull`',
  },
  'media-truncated': {
    severity: 'error',
    why: 'The file is shorter than its own headers say: a copy or an upload was cut off. Listeners would lose the end of the episode.',
    bad: 'a 60 minute file of which 12 minutes were copied',
    good: 'the whole file, copied again',
  },
  'media-header-disagrees': {
    severity: 'warning',
    why: 'The header of the file gives another duration than the sound has, as after cutting an MP3 without writing a new header. Apps show a wrong length and seek to wrong times.',
    bad: 'an MP3 of 10 minutes whose Xing header says 40 minutes',
    good: 'ffmpeg -i old.mp3 -c copy new.mp3',
  },
  'media-duration-unknown': {
    severity: 'warning',
    why: 'Neither the file nor the author says how long the episode is, so apps show no length until it is downloaded.',
    bad: 'audio: {url: https://media.example/001.mp3, size: 28311552}',
    good: 'audio: {url: https://media.example/001.mp3, size: 28311552}\nduration: 31:07',
  },
  'media-size-unknown': {
    severity: 'warning',
    why: 'The size of a file on another server was not given. The feed says 0 bytes, and apps that check the space before a download cannot.',
    bad: 'audio: https://media.example/001.mp3',
    good: 'audio: {url: https://media.example/001.mp3, size: 28311552}',
  },
  'media-type-unknown': {
    severity: 'warning',
    why: 'Neither the author nor the file name says what a file on another server is. The feed has to say something, and apps may refuse the episode if it is wrong.',
    bad: 'audio: https://media.example/listen/001',
    good: 'audio: {url: https://media.example/listen/001, type: audio/mpeg}',
  },
  'media-extension-wrong': {
    severity: 'warning',
    why: 'The file name says something else than the bytes. Apple Podcasts goes by the name and may leave the episode out or fail to play it.',
    bad: '001.mp3 that holds AAC in MP4',
    good: '001.m4a',
  },
  'media-not-for-apple': {
    severity: 'warning',
    why: 'Apple Podcasts lists MP3, M4A, MP4, M4V and MOV only; an episode whose first file is something else is missing there.',
    bad: 'audio: 001.opus',
    good: 'audio: [001.mp3, 001.opus]',
  },
  'media-size-disagrees': {
    severity: 'warning',
    why: 'The size in the front matter is not the size of the file. The bytes are believed.',
    bad: 'audio: {file: 001.mp3, size: 27}',
    good: 'audio: 001.mp3',
  },
  'media-duration-disagrees': {
    severity: 'warning',
    why: 'The duration in the front matter and the duration of the file differ by more than two seconds. The bytes are believed.',
    bad: 'duration: 1:31:07 (for a file of 31:07)',
    good: 'leave `duration` out: it is read from the file',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf({...fileProblems, ...imageProblems, ...probeProblems})
