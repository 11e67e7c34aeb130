import type {TopicsPageData} from '../../data/template-types.ts'
import {listFolders, siteAddress} from '../../model/site-paths.ts'
import type {SiteChannel} from '../../model/templates.ts'
import {type Html, html} from '../../text/markup/html.ts'
import type {Words} from '../../words/words.ts'
import {type PageHead, wholePage} from '../page.ts'
import {pageLink} from '../page-links.ts'
import {part} from '../parts/part.ts'
import {type Group, leastEpisodesOfPage} from '../topics.ts'

/** How many episodes of a topic stand on the page of all topics. A topic with more has a page of its own. */
const newestOfTopic = leastEpisodesOfPage

/** Every topic with the newest of its episodes. Its weight grows with the topics, and not with the episodes of each. */
export function topicsPage(
  channel: SiteChannel,
  head: PageHead,
  mainStart: string,
  topics: readonly Group[],
  words: Words,
): Iterable<string> {
  const rows = topics.map((topic) => rowOf(channel, head, topic))
  const data = () => ({topics: rows})
  const main = part<TopicsPageData>({channel, page: head, name: 'topics', data}, function* () {
    yield `${mainStart}<div class="topics">\n`
    for (const row of rows) yield section(row, words).html
    yield '</div>\n</main>\n'
  })
  return wholePage(channel, head, main)
}

type Topic = TopicsPageData['topics'][number]

function rowOf(channel: SiteChannel, head: PageHead, {slug, title, items}: Group): Topic {
  const address = siteAddress(channel.siteUrl, `${listFolders.topics}${slug}/`)
  return {
    id: slug,
    title,
    ...(items.length < leastEpisodesOfPage ? {} : {link: pageLink(address, head)}),
    count: items.length,
    episodes: items.slice(0, newestOfTopic).map((item) => ({title: item.title, link: pageLink(item.url, head)})),
  }
}

function section({id, title, link, count, episodes}: Topic, {allEpisodes}: Words): Html {
  const name = link === undefined ? html`<bdi>${title}</bdi>` : html`<a href="${link}"><bdi>${title}</bdi></a>`
  const rows = episodes.map((each) => html`<li><a href="${each.link}" dir="auto">${each.title}</a></li>\n`)
  const rest =
    count > episodes.length &&
    html`<li class="rest"><a href="${link}" aria-label="${allEpisodes}: ${title}">${allEpisodes}</a></li>\n`
  return html`<section class="topic"><h2 id="${id}">${name} <small>${count}</small></h2>
<ul>
${rows}${rest}</ul>
</section>
`
}
