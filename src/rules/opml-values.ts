import {complaint, type ElementCheck, fine, type ValueCheck} from './rule-table.ts'
import {oneOf} from './value-numbers.ts'

export const opmlVersion: ValueCheck = ({trimmed, subject}) =>
  ['1.0', '1.1', '2.0'].includes(trimmed)
    ? fine
    : [
        complaint(
          'feed-opml-version-unknown',
          `${subject} is ${JSON.stringify(trimmed.slice(0, 20))}; OPML has 1.0, 1.1 and 2.0`,
        ),
      ]

/** OPML 2.0 leaves the types open; its older versions do not. */
export const outlineType: ValueCheck = ({trimmed, subject, facts}) =>
  facts.version === '2.0' || ['link', 'rss', 'include'].includes(trimmed.toLowerCase())
    ? fine
    : [
        complaint(
          'feed-outline-type-unknown',
          `${subject} is ${JSON.stringify(trimmed.slice(0, 40))}, which readers do not know`,
        ),
      ]

export const outlineVersion: ValueCheck = oneOf(
  ['RSS', 'RSS1', 'RSS2', 'scriptingNews'],
  'feed-outline-version-unknown',
)

/** A body without an outline lists nothing. */
export const bodyOutlines: ElementCheck = (body) =>
  body.childCounts.has('outline')
    ? fine
    : [complaint('feed-element-missing', 'body has no outline, so the list is empty')]

export const outlineChecks: readonly ElementCheck[] = [
  ({attributes}) => {
    if (attributes.get('type')?.toLowerCase() !== 'rss') return fine
    const address = attributes.has('xmlUrl')
      ? fine
      : [
          complaint(
            'feed-outline-xml-url-missing',
            'An outline of the type rss has no xmlUrl: there is nothing to subscribe to',
          ),
        ]
    const title = attributes.has('title')
      ? fine
      : [
          complaint(
            'feed-outline-title-missing',
            'An outline of the type rss has no title, and some apps show no other name',
          ),
        ]
    return [...address, ...title]
  },
  ({attributes}) =>
    ['link', 'include'].includes(attributes.get('type')?.toLowerCase() ?? '') && !attributes.has('url')
      ? [complaint('feed-outline-url-missing', `An outline of the type ${attributes.get('type')} has no url`)]
      : fine,
]
