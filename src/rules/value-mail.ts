import {type Complaint, complaint, fine, type Value, type ValueCheck} from './rule-table.ts'

/** As in mail: dots, plus signs and apostrophes are common before the `@`. https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1 */
const address = String.raw`[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]{1,100}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,62})(?:\.[a-zA-Z0-9-]{1,63}){0,20}`
const bare = new RegExp(`^${address}$`)
const withName = new RegExp(String.raw`^${address} \([^()]+\)$`)
const otherForms = [
  new RegExp(`^[^<>@]{1,200}<${address}>$`),
  new RegExp(String.raw`^${address}\s*\([^()]*\)$`),
  new RegExp(String.raw`^${address}\s+[^@<>()]{1,200}$`),
  new RegExp(`^<${address}>$`),
]
const hint = 'Write maker@example.com (Ada Lovelace)'

/** RFC 4287, 3.2.3: an address and nothing else. */
export const mailAddress: ValueCheck = ({trimmed, subject}) => {
  const shown = JSON.stringify(trimmed.slice(0, 80))
  if (!bare.test(trimmed)) return [complaint('feed-mail-invalid', `${subject} is not a mail address: ${shown}`)]
  return trimmed.slice(trimmed.indexOf('@')).includes('.')
    ? fine
    : [complaint('feed-mail-host-unknown', `${subject} names a host that only one network knows: ${shown}`)]
}

/** A mail address of the kind every directory accepts; other forms are for mail programs. */
export const contactAddress: ValueCheck = (value) =>
  bare.test(value.trimmed) ? fine : contact(value).filter(({code}) => code === 'feed-contact-invalid')

/** RSS: address first, the name in brackets. https://www.rssboard.org/rss-profile#data-types-email */
export const contact: ValueCheck = (value) => {
  const text = value.trimmed.startsWith('mailto:') ? mailtoTarget(value.trimmed) : value.trimmed
  if (withName.test(text)) return fine
  if (bare.test(text))
    return [complaint('feed-contact-nameless', `${value.subject} gives no name beside the address`, hint)]
  return oddContact(text, value)
}

function oddContact(text: string, {subject}: Value): readonly Complaint[] {
  if (otherForms.some((form) => form.test(text))) {
    const message = `${subject} gives address and name in an order of its own: ${JSON.stringify(text.slice(0, 80))}`
    return [complaint('feed-contact-form', message, hint)]
  }
  const message = `${subject} gives no mail address: ${JSON.stringify(text.slice(0, 80))}`
  return [complaint('feed-contact-invalid', message, `${hint}. For a name alone use dc:creator or itunes:author`)]
}

function mailtoTarget(uri: string): string {
  const target = uri.slice('mailto:'.length).split('?')[0] ?? ''
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
