import type {AbsoluteUrl} from '../model/absolute-url.ts'
import {type Html, html} from '../text/markup/html.ts'
import {directionOf} from '../words/direction.ts'
import {separated} from './feed-links.ts'

/** The same page in other languages. */
export type Translations = ReadonlyMap<string, AbsoluteUrl>

/** Each by the name that the language has for itself, for those who cannot read this one. */
export function translationLinks(translations: Translations | undefined): Html | undefined {
  if (translations === undefined || translations.size === 0) return undefined
  const links = [...translations].map(([tag, address]) => {
    const name = new Intl.DisplayNames([tag], {type: 'language'}).of(tag) ?? tag
    return html`<a href="${address}" lang="${tag}" hreflang="${tag}" dir="${directionOf(tag)}">${name}</a>`
  })
  return html`<p class="translations">${separated(links, ' · ')}</p>\n`
}
