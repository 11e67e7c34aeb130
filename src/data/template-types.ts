/**
 * What templates of a theme get (`theme/*.liquid`). Members are added and never renamed. What is not there is `null`, so that a name that
 * is misspelt is told apart from a value that is missing. A part of a page that is ready to stand in a template is HTML that Castwright has
 * made; it is printed as it is, and every other value is escaped.
 */

/** HTML that Castwright has made; `null` where there is nothing to show. */
export type ReadyHtml = {readonly html: string} | null

/** What every template gets. */
export type TemplateData = {
  readonly page: TemplatePage
  /** From the page to the root of the site: empty, or `../../`. Before a path of the site: `{{ root }}theme/photo.jpg`. */
  readonly root: string
  readonly show: TemplateShow
  readonly navigation: readonly TemplateLink[]
  readonly footer_links: readonly TemplateLink[]
  readonly logo: {readonly link: string; readonly width: number; readonly height: number} | null
  /** The words of the page's language, such as `words.episodes` and `words.chapters`. */
  readonly words: object
}

/** The page that is made. */
export type TemplatePage = {
  readonly kind: 'show' | 'episode' | 'older' | 'group' | 'topics' | 'page' | 'not-found'
  readonly title: string
  readonly url: string
}

/** A link of the author's, as it is written on this page. */
export type TemplateLink = {readonly text: string; readonly link: string}

/** The show. */
export type TemplateShow = {
  readonly title: string
  readonly subtitle: string | null
  /** Plain text, a paragraph each. */
  readonly paragraphs: readonly string[]
  readonly author: string
  readonly copyright: string | null
  /** BCP 47. */
  readonly language: string
  readonly type: 'episodic' | 'serial'
  readonly url: string
  /** The way to the page of the show, from this page. */
  readonly link: string
  /** The cover; `null` where it is on another host. */
  readonly image: string | null
  readonly people: readonly TemplatePerson[]
}

/** Somebody who takes part. */
export type TemplatePerson = {
  readonly name: string
  readonly role: string
  readonly url: string | null
  /** A picture of the site; `null` where there is none, or where it is on another host. */
  readonly image: string | null
}

/** An episode. */
export type TemplateEpisode = {
  readonly title: string
  readonly subtitle: string | null
  readonly slug: string
  readonly url: string
  /** The way to its page, from this page. */
  readonly link: string
  /** ISO 8601, in UTC; the filter `date` writes it in the time zone of the show. */
  readonly date: string
  /** In the language and the time zone of the show. */
  readonly date_label: string
  /** Plain text, one paragraph; may be empty. */
  readonly summary: string
  readonly language: string
  readonly type: 'full' | 'trailer' | 'bonus'
  readonly season: number | null
  readonly season_name: string | null
  readonly number: number | null
  readonly is_explicit: boolean
  readonly tags: readonly string[]
  readonly image: string | null
  readonly duration_in_seconds: number | null
  /** The file to play, as the page has it. */
  readonly media: {readonly link: string; readonly kind: 'audio' | 'video'; readonly mime_type: string} | null
  readonly people: readonly TemplatePerson[]
  readonly chapters: readonly {
    readonly title: string
    readonly start_in_seconds: number
    readonly link: string | null
  }[]
}

/** `header.liquid`: above the content of every page. */
export type HeaderData = TemplateData & {
  readonly html: {
    /** The cover in a small size. */
    readonly cover: ReadyHtml
    readonly navigation: ReadyHtml
    /** A link to how to follow the show; not on the page of the show, which says it. */
    readonly subscribe: ReadyHtml
    /** The button of the search; not on the page of the show, whose list has it. */
    readonly search: ReadyHtml
  }
}

/** `footer.liquid`: below the content of every page. */
export type FooterData = TemplateData & {
  readonly html: {
    /** Links to the feeds. */
    readonly feeds: ReadyHtml
    /** The copyright line, and the licence. */
    readonly rights: ReadyHtml
  }
}

/** `show.liquid`: the page of the show. */
export type ShowPageData = TemplateData & {
  /** How long the title is, for its size: `short`, `long` or `very-long`. */
  readonly title_size: string
  readonly html: {
    readonly cover: ReadyHtml
    /** Links to support the show. */
    readonly support: ReadyHtml
    /** How to follow it. */
    readonly follow: ReadyHtml
    /** Of a network: its shows. */
    readonly shows: ReadyHtml
    /** The episode to begin with, with its player. */
    readonly featured: ReadyHtml
    readonly people: ReadyHtml
    readonly search: ReadyHtml
    /** The newest episodes but the featured one, each by `episode-row.liquid`. */
    readonly episodes: ReadyHtml
    readonly pager: ReadyHtml
    /** Links to seasons, people and topics. */
    readonly groups: ReadyHtml
  }
  /** The newest episodes, for a list of your own. */
  readonly episodes: readonly TemplateEpisode[]
}

/** `episode.liquid`: the page of an episode. */
export type EpisodePageData = TemplateData & {
  readonly title_size: string
  readonly episode: TemplateEpisode
  readonly html: {
    readonly picture: ReadyHtml
    /** Season, number, date and duration. */
    readonly facts: ReadyHtml
    /** The player with its downloads, and the links to support the show. */
    readonly media: ReadyHtml
    readonly chapters: ReadyHtml
    readonly highlights: ReadyHtml
    readonly people: ReadyHtml
    /** Topics, place, licence, discussion. */
    readonly about: ReadyHtml
    readonly notes: ReadyHtml
    readonly transcripts: ReadyHtml
    /** The episode before and the one after. */
    readonly neighbours: ReadyHtml
  }
}

/** `episode-row.liquid`: an episode in a list. */
export type EpisodeRowData = TemplateData & {
  readonly episode: TemplateEpisode
  /** The element for its title: `h2` or `h3`. */
  readonly heading: string
  readonly html: {readonly facts: ReadyHtml; readonly picture: ReadyHtml}
}

/** `older.liquid`: older episodes, a page of fifty each. */
export type OlderPageData = TemplateData & {
  readonly number: number
  readonly count: number
  readonly html: {readonly episodes: ReadyHtml; readonly pager: ReadyHtml}
}

/** `group.liquid`: the episodes of a season, of a person, or of a topic. */
export type GroupPageData = TemplateData & {readonly title: string; readonly html: {readonly episodes: ReadyHtml}}

/** `topics.liquid`: all topics, each with the newest of its episodes. */
export type TopicsPageData = TemplateData & {
  readonly topics: readonly {
    readonly id: string
    readonly title: string
    /** The page with all episodes of the topic, if it has three or more. */
    readonly link?: string
    /** How many episodes it has. */
    readonly count: number
    /** The newest three. */
    readonly episodes: readonly {readonly title: string; readonly link: string}[]
  }[]
}

/** `page.liquid`: a page of the author's own. */
export type OwnPageData = TemplateData & {readonly html: {readonly content: ReadyHtml}}
