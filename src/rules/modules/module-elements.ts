import {type AttributeRow, all, type ElementRow, first, type ValueCheck} from '../element-table.ts'
import {fine} from '../rule.ts'
import {dateRules, rfc3339Date, w3cDate, w3cDateWithOptionalZone} from '../values/date-rules.ts'
import {htmlValue} from '../values/html-rules.ts'
import {language} from '../values/language-rules.ts'
import {latitude, linkType, longitude, nonNegativeInteger, positiveInteger} from '../values/number-rules.ts'
import {anyPlainText, anyText, notBlank} from '../values/text-rules.ts'
import {fullUri, uriReference} from '../values/uri-rules.ts'
import {formUnder, matching} from '../values/value-forms.ts'
import {moduleRules} from './module-rules.ts'

const heads = ['channel', 'atom:feed']
const items = ['item', 'atom:entry']
const both = [...heads, ...items]
/** Parts of RSS that Dublin Core may describe. */
const described = [...both, 'image', 'textInput', 'textinput', 'atom:source']

function rows(prefix: string, names: string, rule: Omit<ElementRow, 'name'>): readonly ElementRow[] {
  return names.split(/\s+/).map((name) => ({...rule, name: `${prefix}:${name}`}))
}

const resource: Readonly<Record<string, AttributeRow>> = {
  'rdf:resource': {required: true, check: fullUri},
}

/** The value is text, unless an attribute or an element of RDF gives it. */
const something: ValueCheck = (value) =>
  value.element.attributes.size > 0 || value.element.childCounts.size > 0 ? fine : notBlank(value)

const dcText = {in: described, many: true, attributes: 'any', content: 'any'} as const

/** Dublin Core. https://www.dublincore.org/specifications/dublin-core/dces/ and dcmi-terms. */
const dublinCore: readonly ElementRow[] = [
  {name: 'dc:date', in: ['channel', 'image', 'textInput'], text: w3cDate},
  {name: 'dc:date', in: ['item', 'atom:feed', 'atom:entry', 'atom:source'], many: true, text: w3cDate},
  {name: 'dc:language', in: ['channel'], text: language},
  {name: 'dc:language', in: described.filter((name) => name !== 'channel'), many: true, text: language},
  ...rows('dc', 'title creator subject publisher contributor rights', {
    ...dcText,
    text: first(something, anyPlainText),
  }),
  ...rows('dc', 'description type format identifier source relation coverage', {...dcText, text: something}),
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

/** Modules of RSS 1.0. https://web.resource.org/rss/1.0/modules/ */
const rssModules: readonly ElementRow[] = [
  {name: 'content:encoded', in: items, text: htmlValue},
  {name: 'content:items', in: [...items, 'channel'], content: 'any'},
  {name: 'xhtml:body', in: ['item'], attributes: 'any', content: 'markup'},
  {name: 'xhtml:div', in: ['item'], attributes: 'any', content: 'markup'},
  {
    name: 'sy:updatePeriod',
    in: heads,
    text: moduleRules['feed-update-period-invalid'].judge,
  },
  {name: 'sy:updateFrequency', in: heads, text: all(notBlank, positiveInteger)},
  {name: 'sy:updateBase', in: heads, text: w3cDate},
  {name: 'slash:comments', in: items, text: nonNegativeInteger},
  {name: 'slash:hit_parade', in: items, text: moduleRules['feed-hit-parade-invalid'].judge},
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

/** A time of Podlove's chapters may have more than 59 minutes or seconds. */
const chapterStart = formUnder(
  dateRules['feed-time-not-npt'],
  matching(/^(?:\d+:)?(?:\d+:)?\d+(?:\.\d+)?$/, 'a time of play'),
)

/** Modules for licences, trackbacks, locations and threads. */
const others: readonly ElementRow[] = [
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
      ref: {required: true, check: fullUri},
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
    requires: [{name: 'psc:chapter'}],
  },
  {
    name: 'psc:chapter',
    in: ['psc:chapters'],
    many: true,
    attributes: {
      start: {
        required: true,
        check: first(notBlank, chapterStart),
      },
      title: {required: true},
      href: {check: fullUri},
      image: {check: fullUri},
      // Podlove Publisher writes it.
      rel: {},
    },
  },
]

/** The elements of modules from many makers, one row for each. */
export const moduleElements: readonly ElementRow[] = [...dublinCore, ...rssModules, ...others]
