import {readFileSync} from 'node:fs'
import type {Place, Problem} from '../../model/problem.ts'
import {checkFeed} from '../../rules/check-feed.ts'
import type {FeedProblem} from '../../rules/findings.ts'
import {feedProfiles} from '../../rules/rule.ts'
import {atomId} from '../../serialise/serialise.ts'
import {decodeCharacterReferences} from '../../text/markup/character-references.ts'
import {joinedPieces, type TextPiece} from '../../text/text-piece.ts'
import type {FeedAuthors, TakenFeed} from './taken-feed.ts'

/** A document that is about to be published: in a file, or still in pieces. */
export type FeedDocument = {readonly file: string} | {readonly pieces: Iterable<TextPiece>}

/** What is wrong with a feed of ours that was taken. Nothing is said of a feed that is published already with the same bytes. */
export function judgeFeed(
  {file, reportedPath, authors}: Pick<TakenFeed, 'file' | 'reportedPath' | 'authors'>,
  now: Date,
): readonly Problem[] {
  return 'pieces' in file ? ownProblems(errorsOf(file, now), file, reportedPath, authors) : []
}

/**
 * Judges a feed that is about to be published by the same rules that `check FEED` has for feeds of any maker. So a fault of ours,
 * or a value that slipped through a check, stops the build and not the subscribers' apps. Only errors count here: what is merely
 * advised is said by the stages, in the words of the author's own file.
 */
export function errorsOf(document: FeedDocument, now: Date): readonly FeedProblem[] {
  return errorsIn(textOf(document), now)
}

/** The same for a text. */
export function errorsIn(text: string, now: Date): readonly FeedProblem[] {
  return checkFeed(text, {profiles: feedProfiles, now}).problems.filter(({severity}) => severity === 'error')
}

/** The errors as problems of the author. Each is placed in the file of its episode. */
export function ownProblems(
  errors: readonly FeedProblem[],
  document: FeedDocument,
  path: string,
  authors: FeedAuthors,
): readonly Problem[] {
  if (errors.length === 0) return []
  const placeOf = authorPlaces(textOf(document), authors)
  return errors.map((found) => ownProblem(found, path, placeOf(found.line ?? 1)))
}

function textOf(document: FeedDocument): string {
  return 'file' in document ? readFileSync(document.file, 'utf8') : joinedPieces(document.pieces)
}

function ownProblem({code, severity, line, message, hint}: FeedProblem, path: string, place: Place): Problem {
  const said = `${path} would be invalid in line ${line}: ${message}`
  const advice = 'If the value is as you wrote it, change it there; if not, this is a bug of ours: please report it'
  return {code, severity, ...place, message: said, hint: hint === undefined ? advice : `${hint}. ${advice}`}
}

/** The identity of an item of RSS, of an entry of Atom or of an item of a JSON feed. It has a line of its own. */
const identity = /<guid\b[^>]*>([^<]+)<\/guid>|<id>([^<]+)<\/id>|^ {6}"id": ("(?:[^"\\]|\\.)*")/
const itemStart = /^\s*<(?:item|entry)\b|^ {4}\{$/
const itemEnd = /<\/(?:item|entry)>\s*$|^ {4}\},?$/

/**
 * Finds the author's file by the line of one of our own feeds. There, the start, the end and the identity of an item have lines
 * of their own.
 */
function authorPlaces(text: string, {items, showFile}: FeedAuthors): (line: number) => Place {
  const lines = text.split('\n')
  const sources = new Map(items.flatMap(({guid, source}) => [guid, atomId(guid)].map((id) => [id, source] as const)))
  return (line) => {
    const start = lines.findLastIndex((each, index) => index < line && itemStart.test(each))
    const end = start === -1 ? -1 : lines.findIndex((each, index) => index >= start && itemEnd.test(each))
    if (end < line - 1) return {file: showFile}
    for (const each of lines.slice(start, end)) {
      const [, guid, id, member] = identity.exec(each) ?? []
      const written = guid ?? id
      const found = written === undefined ? parsed(member) : decodeCharacterReferences(written)
      const source = sources.get(found)
      if (source !== undefined) return source
    }
    return {file: showFile}
  }
}

/** `undefined` if the identity itself is what is wrong. */
function parsed(member: string | undefined): string {
  try {
    return member === undefined ? '' : String(JSON.parse(member))
  } catch {
    return ''
  }
}
