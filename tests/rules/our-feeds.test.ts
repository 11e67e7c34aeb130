import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {describe, expect, it} from 'vitest'
import {checkFeed} from '../../src/rules/check-feed.ts'
import {feedProfiles} from '../../src/rules/rule.ts'

const shows = join(import.meta.dirname, '../fixtures/shows')
const feedStart = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*|<\?xml-stylesheet[^>]*>\s*)*<(?:rss|feed)\b/
const jsonFeedStart = /^\s*\{\s*"version":\s*"https:\/\/jsonfeed\.org\//

function isFeed(text: string): boolean {
  return feedStart.test(text) || jsonFeedStart.test(text)
}

/** Of each show all feeds, wherever its settings put them; chapters and transcripts are XML and JSON as well. */
function feedsOf(show: string): readonly (readonly [string, string])[] {
  const expected = join(shows, show, 'expected')
  return readdirSync(expected, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.(?:xml|json)$/.test(name))
    .map((name): readonly [string, string] => {
      const path = join(expected, name)
      return [relative(shows, path), readFileSync(path, 'utf8')]
    })
    .filter(([, text]) => isFeed(text))
}

const names = readdirSync(shows)

describe('the feeds we write', () => {
  it.each(names)('%s has an RSS, an Atom and a JSON feed', (show) => {
    const formats = feedsOf(show).map(([, text]) => checkFeed(text).format)
    expect(formats.sort()).toEqual(['atom', 'json', 'rss'])
  })

  it.each(names.flatMap(feedsOf))('%s keeps the rules of everybody', (_path, text) => {
    const found = checkFeed(text, {profiles: feedProfiles}).problems
    // A post without a recording is an item of the feed all the same; apps leave it out, and that is meant.
    const unmeant = found.filter(({code}) => code !== 'feed-episode-without-enclosure')
    expect(unmeant.map(({line, code, message}) => `${line} ${code}: ${message}`)).toEqual([])
  })
})
