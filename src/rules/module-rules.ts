import type {AttributeRule, ElementRule} from './rule-table.ts'
import {all, first} from './rule-table.ts'
import {rfc3339Date, w3cDate, w3cDateWithOptionalZone} from './value-dates.ts'
import {language} from './value-languages.ts'
import {latitude, linkType, longitude, matching, nonNegativeInteger, oneOf, positiveInteger} from './value-numbers.ts'
import {anyText, html, notBlank} from './value-texts.ts'
import {fullUri, uriReference} from './value-uris.ts'

const heads = ['channel', 'atom:feed']
const items = ['item', 'atom:entry']
const both = [...heads, ...items]
/** Parts of RSS that Dublin Core may describe. */
const described = [...both, 'image', 'textInput', 'textinput', 'atom:source']

function rows(prefix: string, names: string, rule: Omit<ElementRule, 'name'>): readonly ElementRule[] {
  return names.split(/\s+/).map((name) => ({...rule, name: `${prefix}:${name}`}))
}

const resource: Readonly<Record<string, AttributeRule>> = {
  'rdf:resource': {required: 'feed-attribute-missing', check: fullUri},
}

/** https://www.dublincore.org/specifications/dublin-core/dces/ and dcmi-terms. */
const dublinCore: readonly ElementRule[] = [
  {name: 'dc:date', in: ['channel', 'image', 'textInput'], text: w3cDate},
  {name: 'dc:date', in: ['item', 'atom:feed', 'atom:entry', 'atom:source'], many: true, text: w3cDate},
  {name: 'dc:language', in: ['channel'], text: language},
  {name: 'dc:language', in: described.filter((name) => name !== 'channel'), many: true, text: language},
  ...rows(
    'dc',
    'title creator subject description publisher contributor type format identifier source relation coverage rights',
    {
      in: described,
      many: true,
      attributes: 'any',
      text: anyText,
      content: 'any',
    },
  ),
  ...rows('dcterms', 'created issued modified dateAccepted dateCopyrighted dateSubmitted', {
    in: described,
    many: true,
    attributes: 'any',
    text: w3cDate,
  }),
  ...rows(
    'dcterms',
    `alternative abstract tableOfContents valid available extent medium isVersionOf hasVersion isReplacedBy replaces isRequiredBy
    requires isPartOf hasPart isReferencedBy references isFormatOf hasFormat conformsTo spatial temporal audience mediator
    accessRights accrualMethod accrualPeriodicity accrualPolicy bibliographicCitation educationLevel instructionalMethod
    license provenance rightsHolder title creator subject description publisher contributor type format identifier source
    language relation coverage rights date`,
    {in: described, many: true, attributes: 'any', text: anyText, content: 'any'},
  ),
]

/** https://web.resource.org/rss/1.0/modules/ */
const rssModules: readonly ElementRule[] = [
  {name: 'content:encoded', in: items, text: html},
  {name: 'content:items', in: [...items, 'channel'], content: 'any'},
  {name: 'xhtml:body', in: items, attributes: 'any', content: 'markup'},
  {name: 'xhtml:div', in: items, attributes: 'any', content: 'markup'},
  {
    name: 'sy:updatePeriod',
    in: heads,
    text: oneOf(['hourly', 'daily', 'weekly', 'monthly', 'yearly'], 'feed-update-period-invalid'),
  },
  {name: 'sy:updateFrequency', in: heads, text: all(notBlank, positiveInteger)},
  {name: 'sy:updateBase', in: heads, text: w3cDate},
  {name: 'slash:comments', in: items, text: nonNegativeInteger},
  {name: 'slash:hit_parade', in: items, text: matching(/^[\d,\s]*$/, 'feed-hit-parade-invalid', 'a list of numbers')},
  ...rows('slash', 'section department', {in: items, text: notBlank}),
  ...rows('ev', 'startdate enddate', {in: items, text: w3cDateWithOptionalZone}),
  ...rows('ev', 'location organizer type', {in: items, text: anyText}),
  {name: 'wfw:comment', in: items, text: fullUri},
  ...rows('wfw', 'commentRss commentRSS', {in: items, text: fullUri}),
  {name: 'l:link', in: both, many: true, attributes: 'any', text: anyText, content: 'any'},
  ...rows('l', 'permalink', {in: both, many: true, attributes: 'any', text: anyText}),
  {name: 'taxo:topics', in: both, many: true, attributes: 'any', content: 'any'},
  {name: 'taxo:topic', in: ['rdf:RDF', ...both], many: true, attributes: 'any', content: 'any'},
]

/** Licences, trackbacks, places and threads. */
const others: readonly ElementRule[] = [
  {name: 'admin:generatorAgent', in: heads, attributes: resource},
  {name: 'admin:errorReportsTo', in: heads, attributes: resource},
  {name: 'cp:server', in: heads, attributes: resource},
  ...rows('blogChannel', 'blogRoll mySubscriptions blink changes', {in: heads, text: fullUri}),
  {name: 'cc:license', in: both, many: true, attributes: resource},
  {name: 'cc:License', in: ['rdf:RDF'], many: true, attributes: 'any', content: 'any'},
  {name: 'creativeCommons:license', in: both, many: true, text: fullUri},
  {name: 'trackback:ping', in: items, text: fullUri},
  {name: 'trackback:about', in: items, many: true, text: fullUri},
  {name: 'geo:lat', in: [...both, 'geo:Point'], text: latitude},
  {name: 'geo:long', in: [...both, 'geo:Point'], text: longitude},
  {name: 'geo:alt', in: [...both, 'geo:Point'], text: anyText},
  {name: 'geo:Point', in: both, attributes: 'any'},
  ...rows('geourl', 'latitude', {in: both, text: latitude}),
  ...rows('geourl', 'longitude', {in: both, text: longitude}),
  ...rows('icbm', 'latitude', {in: both, text: latitude}),
  ...rows('icbm', 'longitude', {in: both, text: longitude}),
  ...rows(
    'georss',
    'point line polygon box elev floor radius where featuretypetag relationshiptag featurename circle',
    {
      in: both,
      many: true,
      attributes: 'any',
      text: anyText,
      content: 'any',
    },
  ),
  ...rows('fh', 'complete archive', {in: heads}),
  ...rows('opensearch', 'totalResults startIndex itemsPerPage', {in: heads, text: nonNegativeInteger}),
  {name: 'opensearch:Query', in: heads, many: true, attributes: 'any'},
  {name: 'opensearch:link', in: heads, many: true, attributes: 'any'},
  {name: 'app:edited', in: items, text: rfc3339Date},
  {name: 'app:control', in: items, content: 'any'},
  {name: 'app:collection', in: heads, attributes: 'any', content: 'any'},
  {
    name: 'thr:in-reply-to',
    in: items,
    many: true,
    attributes: {
      ref: {required: 'feed-attribute-missing', check: fullUri},
      href: {check: uriReference},
      source: {check: fullUri},
      type: {check: linkType},
    },
  },
  {name: 'thr:total', in: items, text: nonNegativeInteger},
  {
    name: 'psc:chapters',
    in: items,
    attributes: {version: {}},
    requires: [{name: 'psc:chapter', code: 'feed-element-missing'}],
  },
  {
    name: 'psc:chapter',
    in: ['psc:chapters'],
    many: true,
    attributes: {
      start: {
        required: 'feed-attribute-missing',
        check: first(notBlank, matching(/^(?:\d+:)?(?:\d+:)?\d+(?:\.\d+)?$/, 'feed-time-not-npt', 'a time of play')),
      },
      title: {required: 'feed-attribute-missing'},
      href: {check: fullUri},
      image: {check: fullUri},
      // Podlove Publisher writes it.
      rel: {},
    },
  },
]

/** Modules of many makers, a row an element. */
export const moduleRules: readonly ElementRule[] = [...dublinCore, ...rssModules, ...others]
