import {percentDecoded} from '../../text/addresses/percent-decoded.ts'
import {all, first, type Value, type ValueCheck} from '../element-table.ts'
import {feedRules, quoted} from '../rule.ts'
import {specs, validator} from '../rule-sources.ts'

/** A mail address. Dots, plus signs and apostrophes are common before the `@`. https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1 */
const address = String.raw`[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]{1,100}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,62})(?:\.[a-zA-Z0-9-]{1,63}){0,20}`
const bare = new RegExp(`^${address}$`)
const withName = new RegExp(String.raw`^${address} \((?:[^()]|\([^()]*\))+\)$`)
const otherForms = [
  new RegExp(`^[^<>@]{1,200}<${address}>$`),
  new RegExp(String.raw`^${address}\s*\([^()]*\)$`),
  new RegExp(String.raw`^${address}\s+[^@<>()]{1,200}$`),
  new RegExp(`^<${address}>$`),
  new RegExp(String.raw`^[^<>()@]{1,200}\(${address}\)$`),
]
const hint = 'Write maker@example.com (Ada Lovelace)'

/** Rules for mail addresses. They stand alone in Atom and with a name in RSS. https://www.rssboard.org/rss-profile#data-types-email */
export const mailRules = feedRules({
  'feed-mail-invalid': {
    severity: 'error',
    w3c: 'InvalidAddrSpec',
    spec: specs.atom,
    profiles: validator,
    why: 'The value is a mail address and nothing else.',
    // RFC 4287, 3.2.3: the element holds only an address.
    check: ({trimmed, subject}: Value) =>
      bare.test(trimmed) ? undefined : `${subject} is not a mail address: ${quoted(trimmed, 80)}`,
    in: 'author',
    bad: '<email>Ada ada@example.com</email>',
    good: '<email>ada@example.com</email>',
  },
  'feed-mail-host-unknown': {
    severity: 'warning',
    w3c: 'UnknownHost',
    spec: specs.atom,
    profiles: validator,
    why: 'The host of the address has no dot, so mail can be sent to it only from within one network.',
    check: ({trimmed, subject}: Value) =>
      trimmed.slice(trimmed.indexOf('@')).includes('.')
        ? undefined
        : `${subject} names a host that only one network knows: ${quoted(trimmed, 80)}`,
    in: 'author',
    bad: '<email>ada@localhost</email>',
    good: '<email>ada@example.com</email>',
  },
  'feed-contact-invalid': {
    severity: 'error',
    w3c: 'InvalidContact',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'RSS names people by their mail address, with the name in brackets. Names without an address belong in dc:creator.',
    check: ({trimmed, subject}: Value) => {
      const text = mailtoTarget(trimmed)
      return [bare, withName, ...otherForms].some((form) => form.test(text))
        ? undefined
        : `${subject} gives no mail address: ${quoted(text, 80)}`
    },
    hint: `${hint}. For a name alone use dc:creator or itunes:author`,
    in: 'item',
    bad: '<author>Ada Lovelace</author>',
    good: '<author>ada@example.com (Ada Lovelace)</author>',
  },
  'feed-contact-nameless': {
    severity: 'warning',
    w3c: 'MissingRealName',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'If there is no name beside the address, apps print the address.',
    check: ({trimmed, subject}: Value) =>
      bare.test(mailtoTarget(trimmed)) ? `${subject} gives no name beside the address` : undefined,
    hint,
    in: 'item',
    bad: '<author>ada@example.com</author>',
    good: '<author>ada@example.com (Ada Lovelace)</author>',
  },
  'feed-contact-form': {
    severity: 'warning',
    w3c: 'EmailFormat',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'Name and address stand in the order that mail programs use. Apps print both together as the name.',
    check: ({trimmed, subject}: Value) => {
      const text = mailtoTarget(trimmed)
      return !withName.test(text) && otherForms.some((form) => form.test(text))
        ? `${subject} gives address and name in an order of its own: ${quoted(text, 80)}`
        : undefined
    },
    hint,
    in: 'item',
    bad: '<author>Ada Lovelace &lt;ada@example.com&gt;</author>',
    good: '<author>ada@example.com (Ada Lovelace)</author>',
  },
})

export const mailAddress = first(mailRules['feed-mail-invalid'].judge, mailRules['feed-mail-host-unknown'].judge)

/** A mail address in the form that every directory accepts. Only mail programs accept other forms. */
export const contactAddress = mailRules['feed-contact-invalid'].judge

/** A contact in RSS: first the address, then the name in brackets. */
export const contact: ValueCheck = all(
  mailRules['feed-contact-invalid'].judge,
  mailRules['feed-contact-nameless'].judge,
  mailRules['feed-contact-form'].judge,
)

function mailtoTarget(text: string): string {
  if (!text.startsWith('mailto:')) return text
  return percentDecoded(text.slice('mailto:'.length).split('?')[0] ?? '')
}
