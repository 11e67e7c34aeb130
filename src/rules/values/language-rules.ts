import {isCountry} from '../../text/country-codes.ts'
import {isLanguage} from '../../text/languages.ts'
import type {Value} from '../element-table.ts'
import {feedRules, quoted} from '../rule.ts'
import {appleW3cAndStandard, specs, validator} from '../rule-sources.ts'

/** Rules for languages and countries. */
export const languageRules = feedRules({
  'feed-language-invalid': {
    severity: 'error',
    w3c: 'InvalidLanguage',
    spec: specs.rfc5646,
    profiles: appleW3cAndStandard,
    why: 'Apps sort shows by language. If they do not understand the language code, the show has no language for them.',
    check: ({trimmed, subject}: Value) =>
      isLanguage(trimmed) ? undefined : `${subject} is no language code: ${quoted(trimmed, 40)}`,
    hint: 'Write en, en-US or de',
    in: 'feed.xml on disk',
    bad: '<language>english</language>',
    good: '<language>en</language>',
  },
  'feed-country-invalid': {
    severity: 'error',
    w3c: 'InvalidCountryCode',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'Countries are the two letters of ISO 3166.',
    // The podcast namespace writes countries with two capitals.
    check: ({trimmed, subject}: Value) =>
      /^[A-Z]{2}$/.test(trimmed) && isCountry(trimmed)
        ? undefined
        : `${subject} is no country of ISO 3166: ${quoted(trimmed, 20)}`,
    hint: 'Write GB',
    in: 'feed.xml on disk',
    bad: '<media:restriction relationship="allow" type="country">UK</media:restriction>',
    good: '<media:restriction relationship="allow" type="country">gb</media:restriction>',
  },
})

/** A language tag. https://www.rfc-editor.org/rfc/rfc5646 */
export const language = languageRules['feed-language-invalid'].judge
export const country = languageRules['feed-country-invalid'].judge
