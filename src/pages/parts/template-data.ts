import type {
  TemplateData,
  TemplateEpisode,
  TemplateLink,
  TemplatePage,
  TemplatePerson,
  TemplateShow,
} from '../../data/template-types.ts'
import type {Channel, ImageLink, ListedItem} from '../../model/feed.ts'
import {eachOnce, type Person} from '../../model/person.ts'
import type {SiteLink} from '../../model/theme.ts'
import {wordsFor} from '../../words/words.ts'
import {webAddress} from '../episode/episode-aside.ts'
import {seekAddress} from '../episode/episode-media.ts'
import {dateText} from '../labels.ts'
import {isOwn, type LinkBase, pageLink, pageRoot} from '../page-links.ts'
import {resizedAddress} from '../picture.ts'

/** A page that is made: where it is, and what templates are told of it. */
export type MadePage = LinkBase & TemplatePage

/** A picture for a template is this wide, if the author's picture is wide enough. */
const pictureWidthInPixels = 960

/** What every template gets, whatever it is of. */
export function commonData(channel: Channel, page: MadePage): TemplateData {
  const {theme} = channel
  const {kind, title, url} = page
  const logo = theme?.logo
  return {
    page: {kind, title, url},
    root: pageRoot(page),
    show: showOf(channel, page),
    navigation: linksOf(theme?.navigation, page),
    footer_links: linksOf(theme?.footer, page),
    logo:
      logo === undefined
        ? null
        : {link: pageLink(logo.url, page), width: logo.widthInPixels, height: logo.heightInPixels},
    words: wordsFor(channel.language).words,
  }
}

function showOf(channel: Channel, base: LinkBase): TemplateShow {
  const {title, subtitle, description, author, copyright, language, type, siteUrl, image, people} = channel
  return {
    title,
    subtitle: subtitle ?? null,
    paragraphs: paragraphsOf(description),
    author,
    copyright: copyright ?? null,
    language,
    type,
    url: siteUrl,
    link: pageRoot(base) || './',
    image: pictureLink(image, base),
    people: people.map((person) => personOf(person, base)),
  }
}

export function paragraphsOf(description: string): readonly string[] {
  return description.split(/\n\s*\n/)
}

function pictureLink(image: ImageLink | undefined, base: LinkBase): string | null {
  if (image === undefined || !isOwn(image.url, base)) return null
  return pageLink(resizedAddress(image, base, pictureWidthInPixels), base)
}

function linksOf(links: readonly SiteLink[] = [], base: LinkBase): readonly TemplateLink[] {
  return links.map(({text, url}) => ({text, link: pageLink(url, base)}))
}

/** An address of a person may be anything that an author or a feed says; `javascript:` is no link. */
function personOf({name, role, url, image}: Person, base: LinkBase): TemplatePerson {
  const picture = webAddress(image)
  return {
    name,
    role,
    url: webAddress(url) ?? null,
    image: picture === undefined || !isOwn(picture, base) ? null : pageLink(picture, base),
  }
}

export function episodeOf(channel: Channel, item: ListedItem, base: LinkBase): TemplateEpisode {
  const {enclosure} = item
  return {
    title: item.title,
    subtitle: item.subtitle ?? null,
    slug: item.slug,
    url: item.url,
    link: pageLink(item.url, base),
    date: item.publishedAt.toISOString(),
    date_label: dateText(item.publishedAt, channel),
    summary: item.summary,
    language: item.language ?? channel.language,
    type: item.type,
    season: item.season ?? null,
    season_name: item.seasonName ?? null,
    number: item.number ?? null,
    is_explicit: item.explicit,
    tags: item.tags,
    image: pictureLink(item.image ?? channel.image, base),
    duration_in_seconds: enclosure?.facts.durationInSeconds ?? null,
    media:
      enclosure === undefined
        ? null
        : {link: pageLink(enclosure.url, base), kind: enclosure.kind, mime_type: enclosure.facts.mimeType},
    people: eachOnce(item.people).map((person) => personOf(person, base)),
    chapters: item.chapters
      .filter(({hidden}) => hidden !== true)
      .map(({title, startInSeconds}) => ({
        title,
        start_in_seconds: startInSeconds,
        link: seekAddress(item, startInSeconds) ?? null,
      })),
  }
}
