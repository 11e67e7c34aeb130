import {isLanguage} from '../../text/languages.ts'
import {isRfc3339} from '../values/date-rules.ts'
import {type HtmlFaults, htmlFaults} from '../values/html-faults.ts'
import {isMediaType} from '../values/number-rules.ts'
import type {JsonKind} from './json-members.ts'

export type JsonFault = {
  readonly code: 'json-feed-type-wrong' | 'json-feed-value-invalid' | 'json-feed-html-risky'
  /** Completes the name of the member: `is not ...`. */
  readonly what: string
}

type Check = (value: unknown) => JsonFault | undefined

const risks = ['riskyElement', 'riskyAttribute', 'scriptUrl', 'dangerousStyle'] as const

function wrong(what: string): JsonFault {
  return {code: 'json-feed-type-wrong', what: `is not ${what}`}
}

/** The check of a string that must have a certain form. */
function formed(what: string, test: (text: string) => boolean): Check {
  return (value) => {
    if (typeof value !== 'string') return wrong('a string')
    return test(value)
      ? undefined
      : {code: 'json-feed-value-invalid', what: `is not ${what}: ${JSON.stringify(value.slice(0, 60))}`}
  }
}

function typed(what: string, type: 'string' | 'number' | 'boolean'): Check {
  return (value) => (typeof value === type ? undefined : wrong(what))
}

function riskOf(html: string): string | undefined {
  const faults: HtmlFaults = htmlFaults(html)
  const risk = risks.find((each) => faults[each] !== undefined)
  return risk && faults[risk]
}

/** The check for each kind of value that is no object. */
export const jsonChecks: Readonly<Record<Extract<JsonKind, string>, Check>> = {
  string: typed('a string', 'string'),
  number: (value) => (typeof value === 'number' && value >= 0 ? undefined : wrong('a number of 0 or more')),
  boolean: typed('true or false', 'boolean'),
  strings: (value) =>
    Array.isArray(value) && value.every((each) => typeof each === 'string') ? undefined : wrong('an array of strings'),
  url: formed('a full address', (text) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) && URL.canParse(text)),
  date: formed('an RFC 3339 date', isRfc3339),
  language: formed('a language', isLanguage),
  'media-type': formed('a media type', isMediaType),
  html: (value) => {
    if (typeof value !== 'string') return wrong('a string')
    const risk = riskOf(value)
    return risk === undefined
      ? undefined
      : {code: 'json-feed-html-risky', what: `has something readers remove: ${risk}`}
  },
}
