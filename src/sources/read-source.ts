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
import {feedsOfPage, isWebPage} from './web-page.ts'
import {isWordPressExport, wordPressShow} from './wordpress.ts'
import {youTubeShow} from './youtube.ts'

/**
 * Reads a show from the bytes of a feed (RSS, Atom, JSON Feed), of a WordPress export, or of a YouTube channel's feed. What is
 * broken in it is reported and read all the same, as apps do. Only a text that is none of these fails (`source-unreadable`).
 * `name` is what messages call it.
 */
export function readSource(bytes: SourceBytes, name: string): Outcome<SourceShow> {
  const {pieces, isJson, start, complaints} = sourceText(bytes)
  const problems = complaints.map((message) => problem('source-damaged', {file: name}, message))
  if (start === '') return unreadable(`${name} is empty`)
  if (isWebPage(start)) return pageInstead(name, feedsOfPage(pieces, name))
  if (isJson) return readJson([...pieces].join(''), name, problems)
  const items = takenItems()
  const document = readSourceDocument(pieces, items.take)
  const show = document === undefined ? undefined : showOf(document.root, items)
  if (document === undefined || show === undefined) return unreadable(`${name} is no feed that can be imported`)
  const {faults, isCutOff} = document
  if (isCutOff) problems.push(cutOff(name, show))
  else if (faults > 0) {
    const times = faults === 1 ? 'once' : `${faults} times`
    const message = `${name} is not well-formed XML: the reader had to guess ${times}`
    problems.push(problem('source-damaged', {}, message, 'Look at the texts of the episodes after the import'))
  }
  return {ok: true, value: isCutOff ? {...show, isCutOff} : show, problems}
}

function showOf(root: SourceElement, {episodes, filmCount, leftPosts}: TakenItems): SourceShow | undefined {
  if (root.name === 'rss' || root.name === 'rdf:RDF') {
    const channel = childElement(root, 'channel')
    if (channel === undefined) return undefined
    return isWordPressExport(channel) ? wordPressShow(channel, episodes, leftPosts()) : rssShow(channel, episodes)
  }
  if (root.name !== 'atom:feed') return undefined
  return filmCount() > 0 ? youTubeShow(root, episodes) : atomShow(root, episodes)
}

function readJson(text: string, name: string, problems: readonly Problem[]): Outcome<SourceShow> {
  let feed: unknown
  try {
    feed = JSON.parse(text)
  } catch {
    return unreadable(`${name} is no feed that can be imported`)
  }
  const isFeed = isJsonObject(feed) && typeof feed.version === 'string' && feed.version.includes('jsonfeed.org')
  return isFeed && isJsonObject(feed)
    ? {ok: true, value: jsonFeedShow(feed), problems}
    : unreadable(`${name} is no feed that can be imported`)
}

/** What was read is used: the next import brings the rest. */
function cutOff(name: string, {episodes}: SourceShow): Problem {
  const last = episodes.at(-1)
  const end = last === undefined ? 'before its first episode' : `behind “${last.title}”`
  const message = `${name} ends in the middle, ${end}: what should follow is missing`
  return problem('source-damaged', {}, message, 'Import it again: what is here stays, and the rest is added')
}

function pageInstead(name: string, feeds: readonly string[]): Outcome<never> {
  const [first, ...others] = feeds
  const more = others.length === 0 ? '' : ` (or ${others.slice(0, 3).join(', ')})`
  const hint =
    first === undefined
      ? 'Look for a link named RSS on the page, or for the address of the feed in your account at the host'
      : `Give the feed that the page names: ${first}${more}`
  return unreadable(`${name} is a web page, and no feed`, hint)
}

function unreadable(
  message: string,
  hint = 'Give the address or the file of an RSS, Atom or JSON feed, a WordPress export, or the feed of a YouTube channel',
): Outcome<never> {
  return {ok: false, problems: [problem('source-unreadable', {}, message, hint)]}
}
