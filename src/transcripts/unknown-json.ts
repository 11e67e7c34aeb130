import type {Place, Problem} from '../model/problem.ts'
import {isJsonObject} from '../text/json-object.ts'
import {problem} from './transcript-problems.ts'

/** Why nothing is read of JSON in which no reader found its form. */
export function unknownJson(text: string, place: Place): Problem {
  const {fault, document} = parsed(text)
  const hint = 'Export it again as WebVTT (.vtt) or SubRip (.srt)'
  const said = (message: string, what = hint) => problem('transcript-format-unknown', place, message, what)
  if (fault !== undefined) return said(`The file is not JSON, so it is not read: ${fault}`)
  if (!isJsonObject(document)) return said('The JSON is that of no transcript that is known, so it is not read')
  if (Array.isArray(document.chapters))
    return said('The file holds chapters and no transcript', 'Let its name end in .chapters.json')
  const failure = [document.error, document.message].find((each) => typeof each === 'string' && each !== '')
  if (failure !== undefined) return said(`The file holds an answer of a service, and no transcript: "${failure}"`)
  if (Array.isArray(document.segments) && document.segments.length === 0)
    return problem('transcript-empty', place, 'The transcript has no words in it, so there is nothing to show')
  const keys = Object.keys(document).slice(0, 6).join(', ')
  return said(`The JSON is that of no transcript that is known (it has ${keys || 'nothing'}), so it is not read`)
}

function parsed(text: string): {readonly fault?: string; readonly document?: unknown} {
  try {
    return {document: JSON.parse(text.replace(/^\uFEFF/, ''))}
  } catch (error) {
    return {fault: error instanceof Error ? error.message.slice(0, 120) : String(error)}
  }
}
