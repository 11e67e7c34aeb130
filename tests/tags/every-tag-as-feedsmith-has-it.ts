import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseRssFeed} from 'feedsmith'

/*
 * All that feedsmith 3.0.1 returns, held against what stands in show.yaml and in the episodes of the fixture. It reads no
 * podcast:contentLink and podcast:funding of an item, no podcast:socialInteract of a channel, and of podcast:liveItem none
 * of the elements that are RSS’s own, such as its title: its parseLiveItem looks for those of the namespace alone.
 */
const feed = readFileSync(join(import.meta.dirname, '../fixtures/shows/every-tag/expected/feed.xml'), 'utf8')
export const parsed: ReturnType<typeof parseRssFeed> = parseRssFeed(feed)

export const isla = {
  display: 'Isla Brannoch',
  role: 'host',
  group: 'cast',
  img: 'https://pictures.example/fog/isla.jpg',
  href: 'https://fog.example/isla',
}
