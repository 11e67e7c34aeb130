import {appleCategories} from '../tags/apple-categories.ts'
import {childrenOf} from './feed-element.ts'
import {obsoleteAppleCategories} from './obsolete-categories.ts'
import {complaint, type ElementCheck, fine, type ValueCheck} from './rule-table.ts'

/** Apple counts bytes of UTF-8. */
export function longest(bytes: number): ValueCheck {
  return ({trimmed, subject}) => {
    if (trimmed.length * 3 <= bytes) return fine
    const size = new TextEncoder().encode(trimmed).length
    return size > bytes ? [complaint('feed-text-too-long', `${subject} has ${size} bytes; apps read ${bytes}`)] : fine
  }
}

const manyWords = /^\s*\S+\s+\S+\s+\S/

/** A list with commas; three words without one are a sentence that nobody searches for. */
export const keywords: ValueCheck = ({trimmed, subject}) =>
  trimmed.split(',').some((keyword) => manyWords.test(keyword)) || /[;|]/.test(trimmed)
    ? [
        complaint(
          'feed-itunes-keywords-invalid',
          `${subject} is not a list with commas: ${JSON.stringify(trimmed.slice(0, 60))}`,
          'Write salt, pepper, spices',
        ),
      ]
    : fine

const obsolete = new Set([...obsoleteAppleCategories.keys(), ...[...obsoleteAppleCategories.values()].flat()])

export const itunesCategory: ValueCheck = ({text, subject}) => {
  if (appleCategories.has(text)) return fine
  return [judgeUnknown(text, subject, obsolete.has(text))]
}

export const itunesSubcategory: ValueCheck = ({text, subject, element}) => {
  const above = element.parent?.attributes.get('text') ?? ''
  if (appleCategories.get(above)?.includes(text)) return fine
  return [judgeUnknown(text, subject, obsolete.has(text) || obsolete.has(above))]
}

function judgeUnknown(text: string, subject: string, isObsolete: boolean): ReturnType<typeof complaint> {
  const shown = JSON.stringify(text.slice(0, 60))
  return isObsolete
    ? complaint('feed-itunes-category-obsolete', `${subject} is ${shown}, which Apple gave up in 2019`)
    : complaint(
        'feed-itunes-category-invalid',
        `${subject} is ${shown}, which is not in Apple's list`,
        'Spell it as Apple does: Society & Culture',
      )
}

const playable: ReadonlySet<string> = new Set(['m4a', 'mp3', 'mov', 'mp4', 'm4v', 'pdf', 'epub'])

/** Apple goes by the end of the path, whatever `type` says. */
export const appleEnclosure: ElementCheck = (item, facts) => {
  if (!facts.usedPrefixes.has('itunes')) return fine
  return childrenOf(item, 'enclosure').flatMap((element) => {
    const path = (element.attributes.get('url') ?? '').split(/[?#]/)[0] ?? ''
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
    if (playable.has(extension)) return fine
    const message = `The enclosure ends in .${extension.slice(0, 20)}; Apple Podcasts lists only ${[...playable].join(', ')}`
    return [{...complaint('feed-enclosure-format-unsupported', message), element, attribute: 'url'}]
  })
}
