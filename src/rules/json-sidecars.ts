import type {ProblemCode} from '../model/problem.ts'
import type {Findings} from './findings.ts'
import type {JsonMember} from './json-feed-rules.ts'
import {isObject, type JsonObject, type JsonReport, jsonReport, judgeObject, readJson} from './json-object.ts'

const seconds: JsonMember = {kind: 'number'}
const text: JsonMember = {kind: 'string'}
const flag: JsonMember = {kind: 'boolean'}

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md */
const transcript: Readonly<Record<string, JsonMember>> = {
  version: {kind: 'string', needed: 'required'},
  segments: {
    needed: 'required',
    kind: {
      list: true,
      members: {
        startTime: {kind: 'number', needed: 'required'},
        body: {kind: 'string', needed: 'required'},
        endTime: seconds,
        speaker: text,
      },
    },
  },
}

const location: JsonMember = {
  kind: {
    list: false,
    members: {name: {kind: 'string', needed: 'required'}, geo: {kind: 'string', needed: 'required'}, osm: text},
  },
}

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/chapters/jsonChapters.md */
const chapters: Readonly<Record<string, JsonMember>> = {
  version: {kind: 'string', needed: 'required'},
  chapters: {
    needed: 'required',
    kind: {
      list: true,
      members: {
        startTime: {kind: 'number', needed: 'required'},
        endTime: seconds,
        title: text,
        img: {kind: 'url'},
        url: {kind: 'url'},
        toc: flag,
        location,
      },
    },
  },
  author: text,
  title: text,
  podcastName: text,
  description: text,
  fileName: text,
  waypoints: flag,
}

type Sidecar = {
  readonly members: Readonly<Record<string, JsonMember>>
  readonly list: 'segments' | 'chapters'
  readonly one: string
  /** Whether two of the list may start at once: words of two speakers do. */
  readonly sharesStarts: boolean
  readonly codes: {readonly invalid: ProblemCode; readonly missing: ProblemCode; readonly disordered: ProblemCode}
}

const sidecars: Readonly<Record<'transcript' | 'chapters', Sidecar>> = {
  transcript: {
    members: transcript,
    list: 'segments',
    one: 'segment',
    sharesStarts: true,
    codes: {
      invalid: 'transcript-file-value-invalid',
      missing: 'transcript-file-member-missing',
      disordered: 'transcript-file-disordered',
    },
  },
  chapters: {
    members: chapters,
    list: 'chapters',
    one: 'chapter',
    sharesStarts: false,
    codes: {
      invalid: 'chapter-file-value-invalid',
      missing: 'chapter-file-member-missing',
      disordered: 'chapter-file-disordered',
    },
  },
}

/** Which sidecar a JSON text is, by the list it has; `undefined` for a feed and everything else. */
export function jsonSidecar(json: string): 'transcript' | 'chapters' | undefined {
  // A feed may have members of any name; its items come with them, and its version is an address.
  if (/"items"\s*:\s*\[|jsonfeed\.org\//.test(json.slice(0, 100_000))) return undefined
  if (/"segments"\s*:/.test(json)) return 'transcript'
  return /"chapters"\s*:/.test(json) ? 'chapters' : undefined
}

export function checkJsonSidecar(json: string, kind: 'transcript' | 'chapters', findings: Findings): boolean {
  const read = readJson(json)
  if ('reason' in read) {
    findings.add({code: 'json-feed-not-json', offset: read.offset, message: `The file is not JSON: ${read.reason}`})
    return false
  }
  const {members, codes, ...sidecar} = sidecars[kind]
  const report = jsonReport(json, findings)
  if (!isObject(read.value)) {
    report(codes.invalid, [], 'The file holds JSON, and no object')
    return false
  }
  judgeObject(read.value, members, [], (code, path, message, hint) => {
    // Apps skip members that they do not know; only feeds promise to name theirs.
    if (code === 'json-feed-member-unknown') return
    const own = code === 'json-feed-member-missing' ? codes.missing : codes.invalid
    report(own, path, path.length === 0 ? message.replace(/^The feed/, 'The file') : message, hint)
  })
  judgeOrder(read.value, {...sidecar, members, codes}, report)
  return true
}

function judgeOrder(file: JsonObject, {list, one, sharesStarts, codes}: Sidecar, report: JsonReport): void {
  const entries = file[list]
  if (!Array.isArray(entries)) return
  let latest = -1
  for (const [index, entry] of entries.entries()) {
    if (!isObject(entry)) continue
    const {startTime, endTime, toc} = entry
    if (typeof startTime !== 'number') continue
    if (typeof endTime === 'number' && endTime < startTime) {
      report(codes.disordered, [list, index, 'endTime'], `The ${one} ends (${endTime}) before it starts (${startTime})`)
    }
    // A silent chapter marks a picture within another one.
    if (toc === false) continue
    if (startTime < latest) {
      const message = `The ${one} starts at ${startTime}, before the one above it`
      report(codes.disordered, [list, index, 'startTime'], message, `Put each ${one} behind those that start earlier`)
    } else if (startTime === latest && !sharesStarts) {
      report(codes.disordered, [list, index, 'startTime'], `Another ${one} starts at ${startTime} as well`)
    }
    latest = Math.max(latest, startTime)
  }
}
