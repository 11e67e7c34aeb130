import {canonicalUri} from './canonical-uri.ts'
import {all, complaint, fine, type ValueCheck} from './rule-table.ts'
import {notBlank, readableCharacters, withoutTags} from './value-texts.ts'

/** Ids are compared letter by letter: a second spelling of one address is another entry. */
export const canonicalId: ValueCheck = ({trimmed, subject}) => {
  const canonical = canonicalUri(trimmed)
  return canonical === undefined || canonical === trimmed
    ? fine
    : [
        complaint(
          'feed-id-not-canonical',
          `${subject} is not written in its normal form`,
          `Write ${canonical}, if the entry is new; never change the id of an old one`,
        ),
      ]
}

/** Entries of one second look like a feed that stamps them when it is built. */
export const updatedOnce: ValueCheck = ({trimmed, element, facts, subject}) =>
  facts.format === 'atom' && element.name === 'atom:updated' && facts.seenBefore('updated', trimmed)
    ? [complaint('feed-updated-twice', `${subject} is the same as that of another entry: ${trimmed}`)]
    : fine

/** https://www.iana.org/assignments/link-relations, as far as feeds use them. */
const relations: ReadonlySet<string> = new Set(
  `alternate related self enclosure via current first last next previous next-archive prev-archive archives edit edit-media
  hub license payment replies service search collection describedby index icon author bookmark canonical comments copyright
  up item predecessor-version successor-version version-history latest-version working-copy working-copy-of monitor
  monitor-group stylesheet start tag terms-of-service privacy-policy profile preview chapter glossary help appendix contents
  section subsection disclosure hosts lrdd`.split(/\s+/),
)

/** A registered name, or a URI of one's own. */
export const linkRelation: ValueCheck = ({text, subject}) => {
  const blank = text.trim() === '' ? [complaint('feed-attribute-blank', `${subject} is empty`)] : fine
  if (relations.has(relationName(text)) || /^[a-z][a-z0-9+.-]*:\S+$/i.test(text)) return blank
  return [
    ...blank,
    complaint(
      'feed-link-relation-unregistered',
      `${subject} is ${JSON.stringify(text.slice(0, 60))}, which readers do not know`,
    ),
  ]
}

/** The registry was once a prefix of the names, and the long form means the same. */
export function relationName(rel: string | undefined): string {
  return (rel ?? 'alternate').replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//, '')
}

const hasMailAddress = /[^\s@<>()]@[a-z0-9-]{1,63}\.[a-z]/i

export const personName: ValueCheck = all(notBlank, readableCharacters, withoutTags, ({trimmed, subject}) =>
  hasMailAddress.test(trimmed)
    ? [
        complaint(
          'feed-name-has-mail',
          `${subject} holds a mail address, which every page would show`,
          'Move it to email',
        ),
      ]
    : fine,
)
