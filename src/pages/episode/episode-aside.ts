import {type AbsoluteUrl, absoluteUrl} from '../../model/absolute-url.ts'
import type {Chapter} from '../../model/chapter.ts'
import type {FeedItem} from '../../model/feed.ts'
import {eachOnce, type Person} from '../../model/person.ts'
import {type Html, html} from '../../text/markup/html.ts'
import {formatDuration} from '../../text/time/durations.ts'
import type {Words} from '../../words/words.ts'
import {startLabel} from '../labels.ts'
import type {LinkBase} from '../page-links.ts'
import {pictureOf} from '../picture.ts'
import {seekAddress} from './episode-media.ts'

/** The chapters to jump to. Hidden ones are markers for machines. */
export function chapterList(item: FeedItem, words: Words): Html | undefined {
  const listed = item.chapters.filter((chapter) => chapter.hidden !== true)
  if (listed.length === 0) return undefined
  const rows = listed.map((chapter) => {
    const {startInSeconds, title} = chapter
    const label = html`<span class="time">${formatDuration(startInSeconds)}</span> <span dir="auto">${title}</span>`
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

export function peopleList(people: readonly Person[], base: LinkBase, words: Words): Html | undefined {
  if (people.length === 0) return undefined
  const rows = eachOnce(people).map((person) => {
    const {name} = person
    const roles = people.flatMap((each) => (isSame(each, person) ? [each.role] : []))
    const address = webAddress(person.url)
    const label = address === undefined ? html`<bdi>${name}</bdi>` : html`<a href="${address}"><bdi>${name}</bdi></a>`
    return html`<li>${portrait(person, base)}<span>${label} ${rolesLabel(roles, words)}</span></li>\n`
  })
  return section('people', words.people, html`<ul>\n${rows}</ul>`)
}

/** The roles are those of the podcast taxonomy, in English, unless we have words for all of them. */
function rolesLabel(roles: readonly string[], words: Words): Html {
  const labels = roles.flatMap((role) => words.roles[role.toLowerCase()] ?? [])
  return labels.length === roles.length
    ? html`<small>${labels.join(', ')}</small>`
    : html`<small lang="en">${roles.join(', ')}</small>`
}

function isSame(one: Person, other: Person): boolean {
  return one.name.toLowerCase() === other.name.toLowerCase()
}

/** A picture on another host would tell it of everybody who opens the page: the first letter stands for it. */
function portrait({name, image, imageWidths: widths}: Person, base: LinkBase): Html {
  const url = webAddress(image)
  const shown = {class: 'portrait', widthInPixels: 40, isLazy: true} as const
  const picture = url && pictureOf({url, ...(widths === undefined ? {} : {widths})}, base, shown)
  return picture ?? html`<span class="portrait" aria-hidden="true">${[...name][0]}</span>`
}

/** These come as the author or a media file has them; a link on a page must not run code (`javascript:`). */
export function webAddress(url: string | undefined): AbsoluteUrl | undefined {
  return url === undefined ? undefined : absoluteUrl(url)
}

export function section(name: string, title: string, content: Html): Html {
  return html`<section class="${name}" aria-labelledby="${name}"><h2 id="${name}">${title}</h2>
${content}
</section>
`
}
