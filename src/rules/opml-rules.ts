import {bodyOutlines, opmlVersion, outlineChecks, outlineType, outlineVersion} from './opml-values.ts'
import type {ElementRule} from './rule-table.ts'
import {rfc822Date} from './value-dates.ts'
import {mailAddress} from './value-mail.ts'
import {integer, matching, trueOrFalse} from './value-numbers.ts'
import {anyText, readableCharacters} from './value-texts.ts'
import {fullUri} from './value-uris.ts'

const roots = ['opml', 'outlineDocument']
const requires = [
  {name: 'head', code: 'feed-element-missing'},
  {name: 'body', code: 'feed-element-missing'},
] as const
const windowNumbers = ['vertScrollState', 'windowTop', 'windowLeft', 'windowBottom', 'windowRight']

/** OPML 1.0 to 2.0. http://opml.org/spec2.opml */
export const opmlRules: readonly ElementRule[] = [
  {
    name: 'opml',
    in: [''],
    attributes: {version: {required: 'feed-attribute-missing', check: opmlVersion}},
    requires,
  },
  {
    name: 'outlineDocument',
    in: [''],
    attributes: {version: {}},
    requires,
    whole: [() => [{code: 'feed-version-obsolete', message: 'outlineDocument is the name OPML had in 2000'}]],
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
    text: matching(/^[\d,\s]*$/, 'feed-expansion-state-invalid', 'a list of line numbers'),
  },
  ...windowNumbers.map((name): ElementRule => ({name, in: ['head'], text: integer})),
  {name: 'body', in: roots, whole: [bodyOutlines]},
  {
    name: 'outline',
    in: ['body', 'outline'],
    many: true,
    released: true,
    attributes: {
      text: {required: 'feed-attribute-missing', check: readableCharacters},
      type: {check: outlineType},
      isComment: {check: trueOrFalse},
      isBreakpoint: {check: trueOrFalse},
      created: {check: rfc822Date},
      category: {},
      title: {},
      description: {},
      language: {},
      xmlUrl: {check: fullUri},
      htmlUrl: {check: fullUri},
      url: {check: fullUri},
      version: {check: outlineVersion},
    },
    whole: outlineChecks,
  },
]
