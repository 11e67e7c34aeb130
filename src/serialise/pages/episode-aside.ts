import {type AbsoluteUrl, absoluteUrl} from '../../model/absolute-url.ts'
import type {Chapter} from '../../model/chapter.ts'
import type {FeedItem} from '../../model/feed.ts'
import type {Person} from '../../model/person.ts'
import {formatDuration} from '../../text/durations.ts'
import {type Html, html} from '../../text/html.ts'
import type {Words} from '../../words/words.ts'
import {seekAddress} from './episode-media.ts'
import {startLabel} from './labels.ts'

/** The chapters to jump to. Hidden ones are markers for machines. */
export function chapterList(item: FeedItem, words: Words): Html | undefined {
  const listed = item.chapters.filter((chapter) => chapter.hidden !== true)
  if (listed.length === 0) return undefined
  const rows = listed.map((chapter) => {
    const {startInSeconds, title} = chapter
    const label = html`<span class="time">${formatDuration(startInSeconds)}</span> <span>${title}</span>`
    const address = seekAddress(item, startInSeconds)
    const entry = address === undefined ? html`<span>${label}</span>` : html`<a href="${address}">${label}</a>`
    return html`<li data-start="${startLabel(startInSeconds)}">${entry}${linkOfChapter(chapter)}</li>\n`
  })
  return section('chapters', words.chapters, html`<ol>\n${rows}</ol>`)
}

function linkOfChapter({title, url}: Chapter): Html | undefined {
  const address = webAddress(url)
  return address && html` <a class="more" href="${address}" aria-label="${title}: ${new URL(address).host}">↗</a>`
}

/** The roles are those of the podcast taxonomy, in English. */
export function peopleList(people: readonly Person[], words: Words): Html | undefined {
  if (people.length === 0) return undefined
  const rows = people.map((person) => {
    const {name, role} = person
    const address = webAddress(person.url)
    const label = address === undefined ? html`${name}` : html`<a href="${address}">${name}</a>`
    return html`<li>${portrait(person)}<span>${label} <small lang="en">${role}</small></span></li>\n`
  })
  return section('people', words.people, html`<ul>\n${rows}</ul>`)
}

function portrait({name, image}: Person): Html {
  const address = webAddress(image)
  return address === undefined
    ? html`<span class="portrait" aria-hidden="true">${[...name][0]}</span>`
    : html`<img class="portrait" src="${address}" alt="" width="40" height="40" loading="lazy">`
}

/** These come as the author or a media file has them; a link on a page must not run code (`javascript:`). */
function webAddress(url: string | undefined): AbsoluteUrl | undefined {
  return url === undefined ? undefined : absoluteUrl(url)
}

function section(name: string, title: string, content: Html): Html {
  return html`<section class="${name}" aria-labelledby="${name}"><h2 id="${name}">${title}</h2>
${content}
</section>
`
}
