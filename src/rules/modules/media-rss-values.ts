import {isCountry} from '../../text/country-codes.ts'
import type {ElementCheck, ValueCheck} from '../element-table.ts'
import {complaint, fine, quoted} from '../rule.ts'
import {structureRules} from '../structure-rules.ts'
import {htmlFaults} from '../values/html-faults.ts'
import {htmlComplaints, htmlRules} from '../values/html-rules.ts'
import {languageRules} from '../values/language-rules.ts'
import {readableCharacters} from '../values/text-rules.ts'
import {fullUri} from '../values/uri-rules.ts'
import {mediaRssRules} from './media-rss-rules.ts'

/** Text or HTML; the attribute `type` says which. */
export const textOfType: ValueCheck = (value) => {
  if (value.element.attributes.get('type') === 'html') return htmlComplaints(value, htmlFaults(value.text))
  const undeclared = htmlRules['feed-html-undeclared'].judge(value)
  return undeclared.length > 0 ? undeclared : readableCharacters(value)
}

/** A scheme of Media RSS is a word after `urn:`, or an address. */
export const schemeName: ValueCheck = (value) => (/^urn:[a-z0-9-]+$/.test(value.trimmed) ? fine : fullUri(value))

/** Countries (in capitals or small letters), addresses, or one of the words `all` and `none`. */
export const restriction: ValueCheck = (value) => {
  const type = value.element.attributes.get('type')
  const words = value.trimmed === '' ? [] : value.trimmed.split(/\s+/).slice(0, 500)
  if (type === 'country') {
    return words
      .filter((code) => !isCountry(code))
      .map((code) => `${value.subject} names ${quoted(code, 20)}, which is no country of ISO 3166`)
      .map((message) => complaint(languageRules['feed-country-invalid'], message))
  }
  if (type === 'uri') return words.flatMap((word) => fullUri({...value, text: word, trimmed: word}))
  return mediaRssRules['feed-media-restriction-invalid'].judge(value)
}

/** The element must name the file itself, or a page that plays it. */
export const somethingToPlay: ElementCheck = (content) => {
  if (content.attributes.has('url') || content.childCounts.has('media:player')) return fine
  const message = 'media:content has neither url nor media:player, so there is nothing to play'
  return [complaint(structureRules['feed-attribute-missing'], message)]
}
