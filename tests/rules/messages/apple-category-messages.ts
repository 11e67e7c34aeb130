import {across, type MessageTable} from './message-row.ts'

const obsoleteParents = [
  'Arts &amp; Entertainment',
  'Games &amp; Hobbies',
  'Government &amp; Organizations',
  'Health',
  'News &amp; Politics',
  'Science &amp; Medicine',
  'Sports &amp; Recreation',
  'Movies &amp; Television',
  'Politics',
  'Travel',
  'Food',
  'Family',
  'Audio Blogs',
  'Talk Radio',
  'Video',
  'Public Radio',
]
const listed = [
  'Arts',
  'Business',
  'Comedy',
  'Education',
  'Fiction',
  'Government',
  'Health &amp; Fitness',
  'History',
  'Kids &amp; Family',
  'Leisure',
  'Music',
  'News',
  'Religion &amp; Spirituality',
  'Science',
  'Society &amp; Culture',
  'Sports',
  'Technology',
  'True Crime',
  'TV &amp; Film',
]
const below = (parent: string, child: string) =>
  `<itunes:category text="${parent}"><itunes:category text="${child}"/></itunes:category>`
const obsoleteChildren = [
  ['Technology', 'Gadgets'],
  ['Technology', 'Podcasting'],
  ['Technology', 'Tech News'],
  ['Technology', 'Software How-To'],
  ['Business', 'Business News'],
  ['Business', 'Shopping'],
  ['Education', 'K-12'],
  ['Education', 'Training'],
  ['Education', 'Higher Education'],
  ['Society &amp; Culture', 'History'],
  ['Games &amp; Hobbies', 'Video Games'],
  ['Arts', 'Literature'],
  ['Religion &amp; Spirituality', 'Other'],
  ['Sports &amp; Recreation', 'Amateur'],
  ['Science &amp; Medicine', 'Medicine'],
  ['News &amp; Politics', 'Liberal (Left)'],
  ['Government &amp; Organizations', 'Local'],
  ['Health', 'Self-Help'],
].map(([parent = '', child = '']) => below(parent, child))
const listedChildren = [
  ['Arts', 'Books'],
  ['Business', 'Non-Profit'],
  ['Comedy', 'Stand-Up'],
  ['Education', 'How To'],
  ['Fiction', 'Science Fiction'],
  ['Health &amp; Fitness', 'Mental Health'],
  ['Leisure', 'Video Games'],
  ['News', 'Tech News'],
  ['Religion &amp; Spirituality', 'Religion'],
  ['Sports', 'Running'],
  ['TV &amp; Film', 'After Shows'],
].map(([parent = '', child = '']) => below(parent, child))

/** Apple’s categories. https://podcasters.apple.com/support/1691-apple-podcasts-categories */
export const appleCategoryMessages: MessageTable = {
  InvalidItunesCategory: {
    rules: ['feed-itunes-category-invalid'],
    bad: {
      channel: [
        ...across('<itunes:category text="{}"/>', [
          '',
          'Tech',
          'technology',
          'Arts and Culture',
          'TV and Film',
          'Podcast',
          'Society',
        ]),
        below('Technology', 'Salt'),
        below('Arts', 'Running'),
        below('Arts', 'arts'),
      ],
    },
    good: {
      channel: [
        ...across('<itunes:category text="{}"/>', listed),
        ...listedChildren,
        ...obsoleteChildren,
        ...across('<itunes:category text="{}"/>', obsoleteParents),
      ],
    },
  },
  ObsoleteItunesCategory: {
    rules: ['feed-itunes-category-obsolete'],
    bad: {channel: [...across('<itunes:category text="{}"/>', obsoleteParents), ...obsoleteChildren]},
    good: {channel: [...across('<itunes:category text="{}"/>', listed), ...listedChildren]},
  },
}
