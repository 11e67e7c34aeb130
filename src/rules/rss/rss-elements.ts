import {all, type ElementRow, first, type RequiredChild} from '../element-table.ts'
import {rfc822Date} from '../values/date-rules.ts'
import {htmlNotBlank} from '../values/html-rules.ts'
import {language} from '../values/language-rules.ts'
import {contact} from '../values/mail-rules.ts'
import {enclosureLength, mediaTypeAttribute, portNumber, positiveInteger} from '../values/number-rules.ts'
import {attributeNotBlank, nonBlankPlainText, notBlank} from '../values/text-rules.ts'
import {fullUri, webUrlAttribute} from '../values/uri-rules.ts'
import {channelRules} from './channel-rules.ts'
import {
  channelChecks,
  guid,
  guidFlag,
  hourOfDay,
  imageFormat,
  itemChecks,
  rootChecks,
  weekday,
} from './rss-structure.ts'
import {rssValueRules} from './rss-value-rules.ts'

const title: RequiredChild = {name: 'title', rule: channelRules['feed-title-missing']}
const link: RequiredChild = {name: 'link', rule: channelRules['feed-link-missing']}
const imageTitle: RequiredChild = {name: 'title', rule: channelRules['feed-image-title-missing']}
const imageLink: RequiredChild = {name: 'link', rule: channelRules['feed-image-link-missing']}
const description: RequiredChild = {name: 'description', rule: channelRules['feed-description-missing']}
const url: RequiredChild = {name: 'url'}
const name: RequiredChild = {name: 'name'}
/** The address of a page. Readers must be able to open it, so it needs a scheme. */
const page = all(notBlank, fullUri)

const person = all(notBlank, contact)
const date = all(notBlank, rfc822Date)

/**
 * RSS 0.91 to 2.0, and the elements that RSS 1.0 shares with them. https://www.rssboard.org/rss-specification,
 * https://www.rssboard.org/rss-profile, https://web.resource.org/rss/1.0/spec
 */
export const rssElements: readonly ElementRow[] = [
  {
    name: 'rss',
    in: [''],
    attributes: {version: {required: true}},
    requires: [{name: 'channel'}],
    whole: rootChecks,
  },
  {
    name: 'rdf:RDF',
    in: [''],
    attributes: 'any',
    requires: [{name: 'channel'}],
  },
  {
    name: 'channel',
    in: ['rss', 'rdf:RDF'],
    attributes: {'rdf:about': {check: fullUri}},
    requires: [description, link, title],
    whole: channelChecks,
  },
  {name: 'title', in: ['channel', 'image', 'textInput', 'textinput', 'item'], text: nonBlankPlainText},
  {name: 'link', in: ['channel', 'image', 'textInput', 'textinput', 'item'], text: page},
  {name: 'description', in: ['channel', 'image', 'textInput', 'textinput'], text: nonBlankPlainText},
  {name: 'description', in: ['item'], text: htmlNotBlank},
  {name: 'language', in: ['channel'], text: language},
  {name: 'copyright', in: ['channel'], text: nonBlankPlainText},
  {name: 'managingEditor', in: ['channel'], text: person},
  {name: 'webMaster', in: ['channel'], text: person},
  {name: 'pubDate', in: ['channel', 'item'], text: date},
  {name: 'lastBuildDate', in: ['channel'], text: date},
  {name: 'category', in: ['channel', 'item'], many: true, attributes: {domain: {}}, text: nonBlankPlainText},
  {name: 'generator', in: ['channel'], text: nonBlankPlainText},
  {name: 'docs', in: ['channel'], text: page},
  {name: 'rating', in: ['channel'], text: notBlank},
  {name: 'ttl', in: ['channel'], text: all(notBlank, positiveInteger)},
  {
    name: 'cloud',
    in: ['channel'],
    attributes: {
      domain: {required: true, check: attributeNotBlank},
      path: {required: true, check: attributeNotBlank},
      port: {required: true, check: portNumber},
      protocol: {required: true, check: first(attributeNotBlank, channelRules['feed-cloud-protocol-unknown'].judge)},
      registerProcedure: {required: true},
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
  {name: 'width', in: ['image'], text: rssValueRules['feed-image-width-invalid'].judge},
  {name: 'height', in: ['image'], text: rssValueRules['feed-image-height-invalid'].judge},
  {
    name: 'textInput',
    in: ['channel'],
    requires: [title, link, description, name],
    whole: [channelRules['feed-text-input'].judge],
  },
  {name: 'textinput', in: ['channel', 'rdf:RDF'], attributes: {'rdf:about': {}, 'rdf:resource': {}}, content: 'any'},
  {
    name: 'name',
    in: ['textInput', 'textinput'],
    text: first(notBlank, rssValueRules['feed-form-name-invalid'].judge),
  },
  {
    name: 'skipHours',
    in: ['channel'],
    requires: [{name: 'hour'}],
    whole: [rssValueRules['feed-hours-too-many'].judge],
  },
  {name: 'hour', in: ['skipHours'], many: true, text: hourOfDay},
  {
    name: 'skipDays',
    in: ['channel'],
    requires: [{name: 'day'}],
    whole: [rssValueRules['feed-days-too-many'].judge],
  },
  {name: 'day', in: ['skipDays'], many: true, text: weekday},
  {name: 'items', in: ['channel'], content: 'any'},
  {
    name: 'item',
    in: ['channel', 'rdf:RDF'],
    many: true,
    released: true,
    closes: channelRules['feed-item-misplaced'],
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
      url: {required: true, check: webUrlAttribute},
      length: {required: true, check: enclosureLength},
      type: {required: true, check: mediaTypeAttribute},
    },
  },
  {name: 'guid', in: ['item'], attributes: {isPermaLink: {check: guidFlag}}, text: all(notBlank, guid)},
  {name: 'source', in: ['item'], attributes: {url: {required: true, check: fullUri}}, text: nonBlankPlainText},
]
