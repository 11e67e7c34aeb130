import {appleCategories} from '../../tags/kinds/apple-categories.ts'
import type {Value} from '../element-table.ts'

/** Categories of Apple's list before 2019, with their subcategories. Feeds still have them; Apple ignores them. */
const obsoleteAppleCategories: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'Arts & Entertainment',
    [
      'Architecture',
      'Books',
      'Design',
      'Entertainment',
      'Games',
      'Performing Arts',
      'Photography',
      'Poetry',
      'Science Fiction',
      'Literature',
    ],
  ],
  ['Audio Blogs', []],
  ['Arts', ['Literature']],
  ['Business', ['Business News', 'Finance', 'Management & Marketing', 'Marketing', 'Shopping']],
  [
    'Education',
    ['Education Technology', 'Educational Technology', 'Higher Education', 'K-12', 'Language Courses', 'Training'],
  ],
  ['Family', []],
  ['Food', []],
  ['Games & Hobbies', ['Automotive', 'Aviation', 'Hobbies', 'Other Games', 'Video Games']],
  ['Government & Organizations', ['Local', 'National', 'Non-Profit', 'Regional']],
  [
    'Health',
    [
      'Alternative Health',
      'Diet & Nutrition',
      'Fitness',
      'Fitness & Nutrition',
      'Relationships',
      'Self-Help',
      'Sexuality',
    ],
  ],
  [
    'International',
    [
      'Australian',
      'Belgian',
      'Brazilian',
      'Canadian',
      'Chinese',
      'Dutch',
      'French',
      'German',
      'Hebrew',
      'Italian',
      'Japanese',
      'Norwegian',
      'Polish',
      'Portuguese',
      'Spanish',
      'Swedish',
    ],
  ],
  ['Movies & Television', []],
  ['News & Politics', ['Conservative (Right)', 'Liberal (Left)']],
  ['Politics', []],
  ['Public Radio', []],
  ['Religion & Spirituality', ['New Age', 'Other', 'Philosophy']],
  ['Science', ['Medicine']],
  ['Science & Medicine', ['Medicine', 'Natural Sciences', 'Social Sciences']],
  ['Society & Culture', ['Gay & Lesbian', 'History']],
  ['Sports & Recreation', ['Amateur', 'College & High School', 'Outdoor', 'Professional']],
  ['Talk Radio', []],
  [
    'Technology',
    [
      'Computers',
      'Developers',
      'Gadgets',
      'Information Technology',
      'News',
      'Operating Systems',
      'Podcasting',
      'Smart Phones',
      'Software How-To',
      'Tech News',
      'Text/Speech',
    ],
  ],
  ['Transportation', ['Automotive', 'Aviation', 'Bicycles', 'Commuting']],
  ['Travel', []],
  ['Video', []],
])

const obsoleteChildren = new Set([...obsoleteAppleCategories.values()].flat())

/** Whether a category is in Apple's list, below the category in which the feed has it. */
export function isListed({text, element}: Value): boolean {
  if (element.parent?.name !== 'itunes:category') return appleCategories.has(text)
  return appleCategories.get(element.parent.attributes.get('text') ?? '')?.includes(text) === true
}

/**
 * Whether a category is an old one. Its level does not matter, because feeds have old names at new levels. If a category is gone,
 * its subcategories are gone, too.
 */
export function isObsolete({text, element}: Value): boolean {
  if (element.parent?.name !== 'itunes:category') return obsoleteAppleCategories.has(text)
  const above = element.parent.attributes.get('text') ?? ''
  return obsoleteChildren.has(text) || (obsoleteAppleCategories.has(above) && !appleCategories.has(above))
}
