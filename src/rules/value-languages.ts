import {isCountry} from '../text/country-codes.ts'
import {isLanguage} from '../text/languages.ts'
import {complaint, fine, type ValueCheck} from './rule-table.ts'

/** https://www.rfc-editor.org/rfc/rfc5646 */
export const language: ValueCheck = ({trimmed, subject}) =>
  isLanguage(trimmed)
    ? fine
    : [
        complaint(
          'feed-language-invalid',
          `${subject} is no language code: ${JSON.stringify(trimmed.slice(0, 40))}`,
          'Write en, en-US or de',
        ),
      ]

/** Two capitals, as the podcast namespace has them. */
export const country: ValueCheck = ({trimmed, subject}) =>
  /^[A-Z]{2}$/.test(trimmed) && isCountry(trimmed)
    ? fine
    : [
        complaint(
          'feed-country-invalid',
          `${subject} is no country of ISO 3166: ${JSON.stringify(trimmed.slice(0, 20))}`,
          'Write GB',
        ),
      ]
