import {channelChecks, itemChecks, rootChecks} from './rss-structure.ts'
import {guid, guidFlag, hourOfDay, imageFormat, weekday} from './rss-values.ts'
import {all, type ElementRule, first, type RequiredChild} from './rule-table.ts'
import {rfc822Date} from './value-dates.ts'
import {language} from './value-languages.ts'
import {contact} from './value-mail.ts'
import {enclosureLength, integerBetween, mediaTypeAttribute, portNumber, positiveInteger} from './value-numbers.ts'
import {anyText, htmlNotBlank, notBlank, plainText} from './value-texts.ts'
import {fullUri, webUrlAttribute} from './value-uris.ts'

const missing = 'feed-attribute-missing'
const title: RequiredChild = {name: 'title', code: 'feed-title-missing'}
const link: RequiredChild = {name: 'link', code: 'feed-link-missing'}
const imageTitle: RequiredChild = {name: 'title', code: 'feed-image-title-missing'}
const imageLink: RequiredChild = {name: 'link', code: 'feed-image-link-missing'}
const description: RequiredChild = {name: 'description', code: 'feed-description-missing'}
const url: RequiredChild = {name: 'url', code: 'feed-element-missing'}
const name: RequiredChild = {name: 'name', code: 'feed-element-missing'}
/** Readers must be able to go there, so a scheme is needed. */
const page = all(notBlank, fullUri)

const person = all(notBlank, contact)
const date = all(notBlank, rfc822Date)

/**
 * RSS 0.91 to 2.0, and the elements RSS 1.0 shares with them. https://www.rssboard.org/rss-specification,
 * https://www.rssboard.org/rss-profile, https://web.resource.org/rss/1.0/spec
 */
export const rssRules: readonly ElementRule[] = [
  {
    name: 'rss',
    in: [''],
    attributes: {version: {required: missing}},
    requires: [{name: 'channel', code: 'feed-element-missing'}],
    whole: rootChecks,
  },
  {
    name: 'rdf:RDF',
    in: [''],
    attributes: 'any',
    requires: [{name: 'channel', code: 'feed-element-missing'}],
  },
  {
    name: 'channel',
    in: ['rss', 'rdf:RDF'],
    attributes: {'rdf:about': {check: fullUri}},
    requires: [description, link, title],
    whole: channelChecks,
  },
  {name: 'title', in: ['channel', 'image', 'textInput', 'textinput', 'item'], text: plainText},
  {name: 'link', in: ['channel', 'image', 'textInput', 'textinput', 'item'], text: page},
  {name: 'description', in: ['channel', 'image', 'textInput', 'textinput'], text: plainText},
  {name: 'description', in: ['item'], text: htmlNotBlank},
  {name: 'language', in: ['channel'], text: language},
  {name: 'copyright', in: ['channel'], text: plainText},
  {name: 'managingEditor', in: ['channel'], text: person},
  {name: 'webMaster', in: ['channel'], text: person},
  {name: 'pubDate', in: ['channel', 'item'], text: date},
  {name: 'lastBuildDate', in: ['channel'], text: date},
  {name: 'category', in: ['channel', 'item'], many: true, attributes: {domain: {}}, text: plainText},
  {name: 'generator', in: ['channel'], text: plainText},
  {name: 'docs', in: ['channel'], text: page},
  {name: 'rating', in: ['channel'], text: anyText},
  {name: 'ttl', in: ['channel'], text: all(notBlank, positiveInteger)},
  {
    name: 'cloud',
    in: ['channel'],
    attributes: {
      domain: {required: missing},
      path: {required: missing},
      port: {required: missing, check: portNumber},
      protocol: {required: missing},
      registerProcedure: {required: missing},
    },
  },
  {
    name: 'image',
    in: ['channel'],
    attributes: {'rdf:resource': {check: fullUri}},
    requires: [imageLink, imageTitle, url],
  },
  {name: 'image', in: ['rdf:RDF'], attributes: {'rdf:about': {}}, requires: [imageLink, imageTitle, url]},
  {name: 'url', in: ['image'], text: first(page, imageFormat)},
  {name: 'width', in: ['image'], text: integerBetween(1, 144, 'feed-image-width-invalid')},
  {name: 'height', in: ['image'], text: integerBetween(1, 400, 'feed-image-height-invalid')},
  {
    name: 'textInput',
    in: ['channel'],
    requires: [title, link, description, name],
    whole: [() => [{code: 'feed-text-input', message: 'textInput is a form that no app shows any more'}]],
  },
  {name: 'textinput', in: ['channel', 'rdf:RDF'], attributes: {'rdf:about': {}, 'rdf:resource': {}}, content: 'any'},
  {name: 'name', in: ['textInput', 'textinput'], text: notBlank},
  {name: 'skipHours', in: ['channel'], requires: [{name: 'hour', code: 'feed-element-missing'}]},
  {name: 'hour', in: ['skipHours'], many: true, text: hourOfDay},
  {name: 'skipDays', in: ['channel'], requires: [{name: 'day', code: 'feed-element-missing'}]},
  {name: 'day', in: ['skipDays'], many: true, text: weekday},
  {name: 'items', in: ['channel'], content: 'any'},
  {
    name: 'item',
    in: ['channel', 'rdf:RDF'],
    many: true,
    released: true,
    closes: 'feed-item-misplaced',
    attributes: {'rdf:about': {check: fullUri}},
    whole: itemChecks,
  },
  {name: 'author', in: ['item'], text: person},
  {name: 'comments', in: ['item'], text: page},
  {
    name: 'enclosure',
    in: ['item'],
    many: true,
    attributes: {
      url: {required: missing, check: webUrlAttribute},
      length: {required: missing, check: enclosureLength},
      type: {required: missing, check: mediaTypeAttribute},
    },
  },
  {name: 'guid', in: ['item'], attributes: {isPermaLink: {check: guidFlag}}, text: all(notBlank, guid)},
  {name: 'source', in: ['item'], attributes: {url: {required: missing, check: fullUri}}, text: plainText},
]
