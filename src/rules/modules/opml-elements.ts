import type {ElementCheck, ElementRow} from '../element-table.ts'
import {complaint, fine} from '../rule.ts'
import {structureRules} from '../structure-rules.ts'
import {rfc822Date} from '../values/date-rules.ts'
import {language} from '../values/language-rules.ts'
import {mailAddress} from '../values/mail-rules.ts'
import {anyInteger, trueOrFalse} from '../values/number-rules.ts'
import {anyText, readableCharacters} from '../values/text-rules.ts'
import {fullUri} from '../values/uri-rules.ts'
import {opmlRules as rules} from './opml-rules.ts'

const roots = ['opml', 'outlineDocument']
const requires = [{name: 'head'}, {name: 'body'}]
const windowNumbers = ['vertScrollState', 'windowTop', 'windowLeft', 'windowBottom', 'windowRight']

/** A body needs an outline: without one it lists nothing. */
const bodyOutlines: ElementCheck = ({childCounts}) =>
  childCounts.has('outline')
    ? fine
    : [complaint(structureRules['feed-element-missing'], 'body has no outline, so the list is empty')]

const outlineChecks: readonly ElementCheck[] = [
  rules['feed-outline-xml-url-missing'].judge,
  rules['feed-outline-title-missing'].judge,
  rules['feed-outline-url-missing'].judge,
]

/** OPML 1.0 to 2.0. http://opml.org/spec2.opml */
export const opmlElements: readonly ElementRow[] = [
  {
    name: 'opml',
    in: [''],
    attributes: {version: {required: true, check: rules['feed-opml-version-unknown'].judge}},
    requires,
  },
  {
    name: 'outlineDocument',
    in: [''],
    attributes: {version: {}},
    requires,
    whole: [rules['feed-version-obsolete'].judge],
  },
  {name: 'head', in: roots},
  {name: 'title', in: ['head'], text: anyText},
  {name: 'dateCreated', in: ['head'], text: rfc822Date},
  {name: 'dateModified', in: ['head'], text: rfc822Date},
  {name: 'ownerName', in: ['head'], text: anyText},
  {name: 'ownerEmail', in: ['head'], text: mailAddress},
  {name: 'ownerId', in: ['head'], text: fullUri},
  {name: 'docs', in: ['head'], text: fullUri},
  {
    name: 'expansionState',
    in: ['head'],
    text: rules['feed-expansion-state-invalid'].judge,
  },
  ...windowNumbers.map((name): ElementRow => ({name, in: ['head'], text: anyInteger})),
  {name: 'body', in: roots, whole: [bodyOutlines]},
  {
    name: 'outline',
    in: ['body', 'outline'],
    many: true,
    released: true,
    attributes: {
      text: {required: true, check: readableCharacters},
      type: {check: rules['feed-outline-type-unknown'].judge},
      isComment: {check: trueOrFalse},
      isBreakpoint: {check: trueOrFalse},
      created: {check: rfc822Date},
      category: {},
      title: {},
      description: {},
      language: {check: language},
      xmlUrl: {check: fullUri},
      htmlUrl: {check: fullUri},
      url: {check: fullUri},
      version: {check: rules['feed-outline-version-unknown'].judge},
    },
    whole: outlineChecks,
  },
]
