/** What one app makes of an episode. The row is all there is about it. */
export type App = {
  readonly title: string
  /** Where it takes the show notes from. */
  readonly notesFrom: 'description' | 'content:encoded'
  /** Elements that it shows; the text of all others stays. None: it shows plain text. */
  readonly elements: readonly string[]
  /** Links that it makes tappable. */
  readonly links: 'https' | 'any' | 'addresses in the text'
  /** Where it takes chapters from, best first. */
  readonly chaptersFrom: readonly ('chapters file' | 'Podlove chapters' | 'lines of the notes' | 'media file')[]
  /** Only those links that the app tells of, or a person who tried the app. */
  readonly limits: {readonly title?: Limit; readonly notes?: Limit; readonly chapterTitle?: Limit}
  /** A text with one of these is refused. */
  readonly refusedInNotes?: RegExp
  /** Of square cover art, in pixels a side. */
  readonly artwork?: {readonly smallestInPixels: number; readonly largestInPixels: number}
  /** Where this is said. */
  readonly spec: string
}

export type Limit = {readonly size: number; readonly unit: 'bytes' | 'characters'}
