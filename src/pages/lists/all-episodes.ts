import type {GroupPageData} from '../../data/template-types.ts'
import type {ListedShow} from '../../model/rendered-show.ts'
import {allEpisodesPath, siteAddress} from '../../model/site-paths.ts'
import {html} from '../../text/markup/html.ts'
import {wordsFor} from '../../words/words.ts'
import {dateLabel} from '../labels.ts'
import {type PageHead, wholePage} from '../page.ts'
import {pageLink} from '../page-links.ts'
import {part, ready} from '../parts/part.ts'
import {ownEpisodes} from '../topics.ts'

/**
 * Every episode, one line each. The page of an episode leads to its line here, beside which the episodes before and after it
 * stand. So they can be found without a script, and no page is made again when another episode comes.
 */
export function allEpisodesPage({channel, items}: ListedShow): Iterable<string> {
  const {words} = wordsFor(channel.language)
  const {siteUrl, language, blocked, image} = channel
  const head: PageHead = {
    kind: 'group',
    title: words.allEpisodes,
    url: siteAddress(siteUrl, allEpisodesPath),
    siteUrl,
    language,
    type: 'website',
    hidden: blocked,
    ...(image === undefined ? {} : {image}),
  }
  function* lines(): Generator<string> {
    yield '<ol class="all">\n'
    for (const item of ownEpisodes(siteUrl, items))
      yield html`<li id="e-${item.slug}">${dateLabel(item.publishedAt, channel)} <a href="${pageLink(item.url, head)}" dir="auto">${item.title}</a></li>\n`
        .html
    yield '</ol>\n'
  }
  const data = () => ({title: words.allEpisodes, html: {episodes: ready([...lines()].join(''))}})
  const main = part<GroupPageData>({channel, page: head, name: 'group', data}, function* () {
    yield html`<main id="content" class="show">
<header class="title"><h1 dir="auto">${words.allEpisodes}</h1></header>
<div class="episodes">
`.html
    yield* lines()
    yield '</div>\n</main>\n'
  })
  return wholePage(channel, head, main)
}
