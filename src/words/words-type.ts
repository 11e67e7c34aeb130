/** The words that pages and feeds say themselves. Everything else in them is the author's. */
export type Words = {
  readonly skip: string
  readonly episodes: string
  readonly noEpisodes: string
  /** `#` stands for the number. */
  readonly season: string
  readonly episode: string
  readonly trailer: string
  readonly bonus: string
  readonly explicit: string
  readonly player: string
  readonly download: string
  readonly video: string
  readonly watchOn: string
  readonly watchPrivacy: string
  readonly chapters: string
  readonly notes: string
  readonly people: string
  readonly transcript: string
  readonly transcriptFiles: string
  /** Above the names of all who speak in a transcript. */
  readonly speakers: string
  /** Shows what all of them say again. */
  readonly everybody: string
  /** Leads to the line of the transcript where the author keeps it. */
  readonly mend: string
  readonly plainText: string
  readonly subscribe: string
  readonly subscribeHow: string
  /** Below a QR code. */
  readonly scan: string
  readonly feedReader: string
  /** The text of the link below notes that were cut. */
  readonly fullNotes: string
  /** Above the links of a conversation. */
  readonly mentioned: string
  /** What stands above a feed that is opened in a browser. */
  readonly feedHere: string
  readonly feedHow: string
  readonly feedSite: string
  /** What stands before the link, where a page is somewhere else now. */
  readonly moved: string
  readonly newest: string
  /** Above the first episode of a serial show. */
  readonly firstOne: string
  readonly allEpisodes: string
  readonly newer: string
  readonly older: string
  readonly previous: string
  readonly next: string
  readonly topics: string
  readonly seasons: string
  readonly shows: string
  readonly highlights: string
  readonly discuss: string
  readonly about: string
  readonly license: string
  readonly place: string
  readonly picture: string
  /** Of an episode: its recording and its transcript. */
  readonly files: string
  readonly notFound: string
  readonly notFoundHow: string
  /** `#` stands for the number; short, since both may stand together. */
  readonly hours: string
  readonly minutes: string
  /** What leads to other pages of the site. */
  readonly menu: string
  readonly search: string
  readonly searchHint: string
  readonly noResult: string
  /** Of the podcast taxonomy, the two that nearly every show has; the others are in English. */
  readonly roles: Readonly<Record<string, string>>
  readonly controls: PlayerWords
}

/** Of the controls of the player: its script has them from the page. */
export type PlayerWords = {
  readonly play: string
  readonly pause: string
  readonly back: string
  readonly forward: string
  readonly position: string
  readonly speed: string
  readonly slower: string
  readonly sleep: string
  readonly off: string
  readonly endOfChapter: string
  readonly heard: string
  readonly keys: string
  readonly chapter: string
  readonly mute: string
  readonly close: string
  readonly quote: string
  readonly copied: string
}
