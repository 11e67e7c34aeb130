import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'
import {probeProblems} from '../probe-problems.ts'

/** Problems of media on other servers, which `castwright probe --remote` asks. */
export const remoteProblems = {
  'media-address-refused': {
    severity: 'error',
    why: 'The address leads into a private network or to the machine itself, is not http(s), or holds a password; or it redirects to such an address. Subscribers could not reach it, so it is not asked for anything.',
    bad: 'audio: http://192.168.1.20/001.mp3',
    good: 'audio: https://media.example/001.mp3',
  },
  'media-not-found': {
    severity: 'error',
    why: 'The server of a media file says that it does not exist. Subscribers get an episode that does not play.',
    bad: 'audio: https://media.example/001.mp3 (answers 404)',
    good: 'the address of a file that was uploaded',
  },
  'media-insecure': {
    severity: 'error',
    why: 'The server of a media file has a certificate that has expired, that belongs to another name, or that nobody known has signed. Apps refuse the download.',
    bad: 'https://media.example with a certificate that ended last week',
    good: 'a certificate that is renewed by itself, as by ACME',
  },
  'media-redirects': {
    severity: 'error',
    why: 'The address of a media file redirects in a circle, too often, or to nowhere, so no app reaches the file.',
    bad: 'a prefix that redirects to an address which redirects to the prefix',
    good: 'the address that the last redirect leads to',
  },
  'media-length-wrong': {
    severity: 'error',
    why: 'The server announces another length than it sends. Downloads fail at the end, or the end is missing.',
    bad: 'Content-Length: 28311552, and then 12,000,000 bytes',
    good: 'the file, uploaded again',
  },
  'media-refused': {
    severity: 'warning',
    why: 'The server of a media file answered, and refused to give it to us. It may do the same to apps that it does not know.',
    bad: 'a host that answers 403 to every agent but browsers',
    good: 'a rule of the host that lets podcast apps in',
  },
  'media-unreachable': {
    severity: 'warning',
    why: 'The server of a media file did not answer, or gave up, also when it was asked again. What an earlier build learned of the file is kept.',
    bad: 'https://media.exmaple/001.mp3',
    good: 'https://media.example/001.mp3',
  },
  'media-without-ranges': {
    severity: 'warning',
    why: 'The server sends the whole file whatever part is asked for. Apple Podcasts asks for byte ranges, and apps cannot seek in what they have not downloaded.',
    bad: 'a server that answers 200 to `Range: bytes=0-99`',
    good: 'a server that answers 206',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf({...probeProblems, ...remoteProblems})
