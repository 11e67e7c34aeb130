import {isJsonObject, type JsonObject} from '../../text/json-object.ts'
import type {Findings} from '../findings.ts'
import {jsonFeedRules} from './json-feed-rules.ts'
import type {JsonMemberRow} from './json-members.ts'
import {type JsonReport, jsonReport, judgeObject, readJson} from './json-object.ts'
import {sidecarRules} from './sidecar-rules.ts'

const seconds: JsonMemberRow = {kind: 'number'}
const text: JsonMemberRow = {kind: 'string'}
const flag: JsonMemberRow = {kind: 'boolean'}

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md */
const transcript: Readonly<Record<string, JsonMemberRow>> = {
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

const location: JsonMemberRow = {
  kind: {
    list: false,
    members: {name: {kind: 'string', needed: 'required'}, geo: {kind: 'string', needed: 'required'}, osm: text},
  },
}

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/chapters/jsonChapters.md */
const chapters: Readonly<Record<string, JsonMemberRow>> = {
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
  readonly members: Readonly<Record<string, JsonMemberRow>>
  readonly list: 'segments' | 'chapters'
  readonly one: string
  /** Whether two entries of the list may start at the same time, as the words of two speakers do. */
  readonly sharesStarts: boolean
  readonly name: 'transcript' | 'chapter'
}

const sidecars: Readonly<Record<'transcript' | 'chapters', Sidecar>> = {
  transcript: {
    members: transcript,
    list: 'segments',
    one: 'segment',
    sharesStarts: true,
    name: 'transcript',
  },
  chapters: {
    members: chapters,
    list: 'chapters',
    one: 'chapter',
    sharesStarts: false,
    name: 'chapter',
  },
}

/** The kind of sidecar that a JSON text is, by the list in it; `undefined` for a feed and for everything else. */
export function jsonSidecar(json: string): 'transcript' | 'chapters' | undefined {
  // A feed may have members of any name, also these. But it has items, and its version is an address.
  if (/"items"\s*:\s*\[|jsonfeed\.org\//.test(json.slice(0, 100_000))) return undefined
  if (/"segments"\s*:/.test(json)) return 'transcript'
  return /"chapters"\s*:/.test(json) ? 'chapters' : undefined
}

export function checkJsonSidecar(json: string, kind: 'transcript' | 'chapters', findings: Findings): boolean {
  const read = readJson(json)
  if ('reason' in read) {
    const {reason, offset} = read
    for (const found of jsonFeedRules['json-feed-not-json'].judge(reason)) findings.add({...found, offset})
    return false
  }
  const sidecar = sidecars[kind]
  const {name, members} = sidecar
  const report = jsonReport(json, findings)
  if (!isJsonObject(read.value)) {
    report(sidecarRules[`${name}-file-value-invalid`].judge('The file holds JSON, and no object'), [])
    return false
  }
  judgeObject(read.value, members, [], (found, path) => {
    for (const {rule, message} of found) {
      // Apps skip members that they do not know. Only JSON Feed has a rule for the names of further members.
      if (rule.code === 'json-feed-member-unknown') continue
      const kindOfFault = rule.code === 'json-feed-member-missing' ? 'member-missing' : 'value-invalid'
      const said = path.length === 0 ? message.replace(/^The feed/, 'The file') : message
      report(sidecarRules[`${name}-file-${kindOfFault}`].judge(said), path)
    }
  })
  judgeOrder(read.value, sidecar, report)
  return true
}

function judgeOrder(file: JsonObject, {list, one, name, sharesStarts}: Sidecar, report: JsonReport): void {
  const entries = file[list]
  if (!Array.isArray(entries)) return
  const {judge} = sidecarRules[`${name}-file-disordered`]
  let latest = -1
  for (const [index, entry] of entries.entries()) {
    if (!isJsonObject(entry)) continue
    const {startTime, endTime, toc} = entry
    if (typeof startTime !== 'number') continue
    if (typeof endTime === 'number' && endTime < startTime) {
      report(judge('ends early', one, startTime, endTime), [list, index, 'endTime'])
    }
    // A silent chapter marks a picture within another chapter.
    if (toc === false) continue
    const start = [list, index, 'startTime']
    if (startTime < latest) report(judge('starts early', one, startTime), start)
    else if (startTime === latest && !sharesStarts) report(judge('starts again', one, startTime), start)
    latest = Math.max(latest, startTime)
  }
}
