import {fileKinds} from '../../file-kinds/all-kinds.ts'
import type {FileKind} from '../../file-kinds/file-kind.ts'
import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import {absoluteUrl} from '../../model/absolute-url.ts'
import {present} from '../../model/present.ts'
import type {Authored, Reading, ReadingContext, ValueKind, Wrong} from '../../tags/kinds/value-kind.ts'
import {isAbsent, isWordForNothing, quotedAuthored, scalarKind, text} from '../../tags/kinds/value-kinds.ts'
import {listOf, objectOf} from '../../tags/kinds/value-shapes.ts'
import {languageTag} from '../../tags/kinds/value-texts.ts'
import {isAuthoredMap} from '../data/authored-data.ts'

/** A transcript as front matter names it. `location` is as written: a path, or an address. */
export type NamedTranscript = {
  readonly location: string
  readonly mimeType?: string
  readonly language?: string
  readonly rel?: string
}

const location: ValueKind<string> = {name: 'file or web address', jsonSchema: {type: 'string'}, read: readLocation}

function readLocation(authored: Authored): Reading<string> {
  if (isAbsent(authored)) return {absent: true}
  if (typeof authored !== 'string') return {wrong: `is ${quotedAuthored(authored)}, but must be a file or an address`}
  const written = authored.trim()
  if (isWordForNothing(written) || /^(?:false|no)$/i.test(written)) return {absent: true}
  if (written.startsWith('//')) return readLocation(`https:${written}`)
  // A colon may stand in the name of a file as well.
  if (!/^(?:[a-z][a-z\d+.-]+:\/\/|(?:javascript|data|file|mailto|blob|vbscript):)/i.test(written))
    return {value: written}
  if (/^https?:/i.test(written) && absoluteUrl(written) !== undefined) return {value: written}
  const hint = 'Write the path of a file of the show, or an address that begins with https://'
  return {wrong: `is ${quotedAuthored(written)}, but apps cannot open this address`, hint}
}

/** A media type, or the name of a format: `type: vtt`. */
const transcriptType: ValueKind<string> = scalarKind('media type', {type: 'string'}, (value) => {
  if (/^[\w.+-]+\/[\w.+-]+$/.test(value)) return {value: value.toLowerCase()}
  const kind = kindOfFormat(value)
  if (kind !== undefined) return {value: kind.mimeType}
  const written = Object.values(transcriptKinds).flatMap(({isWritten, mimeType}) => (isWritten ? [mimeType] : []))
  return {wrong: `is ${quotedAuthored(value)}, but must be a media type`, hint: `Write one of ${written.join(', ')}`}
})

function kindOfFormat(name: string): FileKind | undefined {
  const kind = fileKinds.ofName(`.${name.toLowerCase()}`)
  return kind?.role === 'transcript' ? kind : undefined
}

const described = objectOf({
  url: {kind: location, required: true, aliases: ['file', 'src', 'href', 'path']},
  type: {kind: transcriptType, aliases: ['mime_type']},
  language: {kind: languageTag, aliases: ['lang']},
  rel: {kind: text()},
})
const describingKeys = /^(?:url|file|src|href|path|type|mime_?type|language|lang|rel)$/i

const oneTranscript: ValueKind<readonly NamedTranscript[]> = {
  name: 'file, web address, map with url, type, language, or map of languages to files',
  jsonSchema: {anyOf: [location.jsonSchema, described.jsonSchema, {type: 'object'}]},
  read: (authored, context) => {
    if (isAuthoredMap(authored)) {
      const describes = Object.keys(authored).some((key) => describingKeys.test(key))
      return describes ? readDescribed(authored, context) : readByLanguage(authored, context)
    }
    const reading = readLocation(authored)
    return 'value' in reading ? {...reading, value: [{location: reading.value}]} : reading
  },
}

function readDescribed(authored: Authored, context: ReadingContext): Reading<readonly NamedTranscript[]> {
  const reading = described.read(authored, context)
  if (!('value' in reading)) return reading
  const {url, type, ...facts} = reading.value
  return {...reading, value: [{location: url, ...facts, ...present({mimeType: type})}]}
}

/** The keys of such a map are languages (`{en: one.vtt, de: one.de.vtt}`), or formats (`{vtt: one.vtt, srt: one.srt}`). */
function readByLanguage(
  authored: {readonly [key: string]: Authored},
  context: ReadingContext,
): Reading<readonly NamedTranscript[]> {
  const value: NamedTranscript[] = []
  const leftOut: Wrong[] = []
  for (const [key, file] of Object.entries(authored)) {
    const language = kindOfFormat(key) ? undefined : languageTag.read(key, context)
    const found = readLocation(file)
    if ('wrong' in found) leftOut.push({...found, wrong: `${key} ${found.wrong}`, at: [key]})
    if (!('value' in found)) continue
    if (language !== undefined && 'wrong' in language)
      leftOut.push({...language, wrong: `has a key that ${language.wrong}`, at: [key], isKey: true})
    else {
      const known = language !== undefined && 'value' in language ? {language: language.value} : {}
      value.push({location: found.value, ...known})
    }
  }
  if (value.length === 0) return leftOut[0] ?? {absent: true}
  return leftOut.length === 0 ? {value} : {value, leftOut}
}

const listed = listOf(oneTranscript)

/** Transcripts in all forms that authors use. */
export const transcriptList: ValueKind<readonly NamedTranscript[]> = {
  name: 'file, web address, or a list of them',
  jsonSchema: {type: ['array', 'object', 'string']},
  read: (authored, context) => {
    const reading = listed.read(authored, context)
    return 'value' in reading ? {...reading, value: reading.value.flat()} : reading
  },
}
