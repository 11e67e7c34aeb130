import type {Channel, ListedItem} from '../../model/feed.ts'
import {siteAddress} from '../../model/site-paths.ts'
import {type Html, html} from '../../text/markup/html.ts'
import type {Words} from '../../words/words.ts'
import {type LinkBase, pageLink} from '../page-links.ts'
import {groupPath, groupsWithPages, groupTitle, type NamedGroups} from './group-pages.ts'

/** More topics than fit on a screen help nobody. The rest are on the page of all topics. */
const mostLinks = 24

/** On the page of the show: its seasons, people and topics that have pages of their own. */
export function groupLinks(channel: Channel, items: readonly ListedItem[], base: LinkBase, words: Words): Html {
  return html`${groupsWithPages(channel.siteUrl, items).map((named) => linksTo(named, channel, base, words))}`
}

function linksTo(named: NamedGroups, channel: Channel, base: LinkBase, words: Words): Html | undefined {
  const groups = named.groups.slice(0, mostLinks)
  if (groups.length === 0) return undefined
  const id = `all-${named.kind}`
  const links = groups.map((group) => {
    const address = siteAddress(channel.siteUrl, groupPath(named.kind, group))
    return html`<li><a href="${pageLink(address, base)}"><bdi>${groupTitle(named.kind, group, words)}</bdi> <small>${group.items.length}</small></a></li>\n`
  })
  return html`<nav class="groups" aria-labelledby="${id}"><h2 id="${id}">${words[named.kind]}</h2>
<ul>
${links}</ul>
</nav>
`
}
