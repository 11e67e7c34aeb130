import type {Schema} from 'hast-util-sanitize'
import {droppedElements} from './notes-elements.ts'

/** Where show notes go: into podcast apps, or onto the episode's own page. */
export type NotesPolicy = 'feed' | 'page'

/** Which HTML may be published: in feeds, or on pages. */
export type AllowList = {
  readonly elements: ReadonlySet<string>
  /** Headings are moved into this range. */
  readonly highestHeading: number
  readonly lowestHeading: number
  /** Whether headings and footnotes have ids of ours, for links to them. */
  readonly hasIds: boolean
  readonly schema: Schema
}

const feedElements = 'p br a ul ol li b i strong em blockquote code pre h2 h3 h4'
const pageElements =
  'p br hr a ul ol li dl dt dd b i u s strong em del ins mark small sub sup abbr cite q kbd samp var code pre blockquote ' +
  'h3 h4 h5 h6 table caption thead tbody tfoot tr th td figure figcaption img details summary time'

/** The ids of `heading-ids.ts` and of footnotes, and no others. */
const ownId: [string, RegExp] = ['id', /^notes-[\p{L}\p{N}_-]{1,120}$/u]

/**
 * Feed: every app shows paragraphs, breaks, links and lists, and most apps show bold, italics and headings. Of the other
 * elements, apps may show only the text. Pictures and tables are left out: Apple and Spotify remove them, other apps show a row
 * of cells as one word, and a picture in a feed tells its server who listens. A picture becomes its `alt` text, and a row becomes
 * a line.
 *
 * Page: everything that is text, with its layout. Headings start at 3 there, below the page's own "Show notes".
 *
 * Neither has `class`, `name`, `style` or event handlers, nor an `id` that is not ours. So notes cannot look like a part of the
 * page or take over its names.
 */
export const allowLists: Readonly<Record<NotesPolicy, AllowList>> = {
  feed: allowList(feedElements, 2, 4, {a: ['href', 'title'], ol: ['start', 'reversed']}),
  page: allowList(pageElements, 3, 6, {
    '*': ['dir', 'lang'],
    a: ['href', 'title', ownId],
    h3: [ownId],
    h4: [ownId],
    h5: [ownId],
    h6: [ownId],
    abbr: ['title'],
    details: ['open'],
    img: [
      'src',
      'alt',
      'title',
      ['width', /^\d{1,4}$/],
      ['height', /^\d{1,4}$/],
      ['loading', 'lazy'],
      ['decoding', 'async'],
    ],
    ol: ['start', 'reversed'],
    td: [['align', 'left', 'center', 'right'], 'colSpan', 'rowSpan'],
    th: [['align', 'left', 'center', 'right'], 'colSpan', 'rowSpan', 'scope'],
    time: ['dateTime'],
  }),
}

function allowList(
  names: string,
  highestHeading: number,
  lowestHeading: number,
  attributes: NonNullable<Schema['attributes']>,
): AllowList {
  const elements = names.split(' ')
  const schema: Schema = {
    tagNames: elements,
    attributes,
    // Links were made absolute before. This makes sure of it once more.
    protocols: {href: ['http', 'https', 'mailto'], src: ['http', 'https']},
    strip: [...droppedElements],
    ancestors: {tbody: ['table'], tfoot: ['table'], thead: ['table'], tr: ['table'], td: ['table'], th: ['table']},
    clobber: [],
    required: {},
    allowComments: false,
    allowDoctypes: false,
  }
  const hasIds = Object.hasOwn(attributes, 'h3')
  return {elements: new Set(elements), highestHeading, lowestHeading, hasIds, schema}
}
