import type {App} from './app.ts'

/** The apps that `castwright show` knows, by the name it has for them. An app joins with its row. */
export const apps = {
  apple: {
    title: 'Apple Podcasts',
    notesFrom: 'description',
    elements: ['p', 'br', 'ul', 'ol', 'li', 'a'],
    links: 'any',
    chaptersFrom: ['chapters file', 'lines of the notes', 'media file'],
    limits: {
      title: {size: 255, unit: 'characters'},
      notes: {size: 4000, unit: 'bytes'},
      chapterTitle: {size: 45, unit: 'characters'},
    },
    artwork: {smallestInPixels: 1400, largestInPixels: 3000},
    spec: 'https://podcasters.apple.com/support/823-podcast-requirements',
  },
  spotify: {
    title: 'Spotify',
    notesFrom: 'description',
    elements: ['p', 'br', 'ul', 'ol', 'li', 'a', 'h1', 'h2'],
    links: 'https',
    chaptersFrom: ['Podlove chapters', 'lines of the notes'],
    limits: {
      notes: {size: 60_000, unit: 'characters'},
      chapterTitle: {size: 40, unit: 'characters'},
    },
    spec: 'https://support.spotify.com/us/creators/article/podcast-specification-doc/',
  },
  overcast: {
    title: 'Overcast',
    notesFrom: 'content:encoded',
    elements: [
      'p',
      'br',
      'ul',
      'ol',
      'li',
      'a',
      'b',
      'strong',
      'i',
      'em',
      'blockquote',
      'code',
      'pre',
      'h2',
      'h3',
      'h4',
    ],
    links: 'any',
    chaptersFrom: ['media file'],
    limits: {},
    spec: 'https://overcast.fm/podcasterinfo',
  },
  youtube: {
    title: 'YouTube',
    notesFrom: 'description',
    elements: [],
    links: 'addresses in the text',
    chaptersFrom: ['lines of the notes'],
    limits: {
      title: {size: 100, unit: 'characters'},
      notes: {size: 5000, unit: 'characters'},
      chapterTitle: {size: 70, unit: 'characters'},
    },
    refusedInNotes: /[<>]/g,
    spec: 'https://support.google.com/youtube/answer/13525207',
  },
} as const satisfies Readonly<Record<string, App>>

/** The name of an app that `castwright show` knows. */
export type AppName = keyof typeof apps

/** The names of all apps that `castwright show` knows. */
export const appNames = Object.keys(apps) as readonly AppName[]
