import type {Outcome, Problem} from '../model/problem.ts'
import {isJsonObject} from '../text/json-object.ts'
import {atomShow} from './atom.ts'
import {childElement} from './elements.ts'
import {jsonFeedShow} from './json-feed.ts'
import {rssShow} from './rss.ts'
import {readSourceDocument, type SourceElement} from './source-document.ts'
import {problem} from './source-problems.ts'
import type {SourceShow} from './source-show.ts'
import {type SourceBytes, sourceText} from './source-text.ts'
import {type TakenItems, takenItems} from './taken-items.ts'
import {isWordPressExport, wordPressShow} from './wordpress.ts'
import {youTubeShow} from './youtube.ts'

/**
 * Reads a show from the bytes of a feed (RSS, Atom, JSON Feed), of a WordPress export, or of a YouTube channel's feed. What is
 * broken in it is reported and read all the same, as apps do. Only a text that is none of these fails (`source-unreadable`).
 * `name` is what messages call it.
 */
export function readSource(bytes: SourceBytes, name: string): Outcome<SourceShow> {
  const {pieces, isJson, complaints} = sourceText(bytes)
  const problems = complaints.map((message) => problem('source-damaged', {file: name}, message))
  if (isJson) return readJson([...pieces].join(''), name, problems)
  const items = takenItems()
  const document = readSourceDocument(pieces, items.take)
  const show = document === undefined ? undefined : showOf(document.root, items)
  if (document === undefined || show === undefined) return unreadable(name)
  const {faults, isCutOff} = document
  if (faults > 0) {
    const times = faults === 1 ? 'once' : `${faults} times`
    const message = `${name} is not well-formed XML: the reader had to guess ${times}`
    problems.push(problem('source-damaged', {}, message, 'Look at the texts of the episodes after the import'))
  }
  return {ok: true, value: isCutOff ? {...show, isCutOff} : show, problems}
}

function showOf(root: SourceElement, {episodes, filmCount}: TakenItems): SourceShow | undefined {
  if (root.name === 'rss' || root.name === 'rdf:RDF') {
    const channel = childElement(root, 'channel')
    if (channel === undefined) return undefined
    return isWordPressExport(channel) ? wordPressShow(channel, episodes) : rssShow(channel, episodes)
  }
  if (root.name !== 'atom:feed') return undefined
  return filmCount() > 0 ? youTubeShow(root, episodes) : atomShow(root, episodes)
}

function readJson(text: string, name: string, problems: readonly Problem[]): Outcome<SourceShow> {
  let feed: unknown
  try {
    feed = JSON.parse(text)
  } catch {
    return unreadable(name)
  }
  const isFeed = isJsonObject(feed) && typeof feed.version === 'string' && feed.version.includes('jsonfeed.org')
  return isFeed && isJsonObject(feed) ? {ok: true, value: jsonFeedShow(feed), problems} : unreadable(name)
}

function unreadable(name: string): Outcome<never> {
  const message = `${name} is no feed that can be imported`
  const hint =
    'Give the address or the file of an RSS, Atom or JSON feed, a WordPress export, or the feed of a YouTube channel'
  return {ok: false, problems: [problem('source-unreadable', {}, message, hint)]}
}
