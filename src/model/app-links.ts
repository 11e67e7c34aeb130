/** An app or a directory in which people follow shows. */
export type AppLink = {
  /** As `links` of `show.yaml` calls it. */
  readonly name: string
  readonly title: string
  /** The address that opens the app with a feed. Absent if the app finds shows only in its own directory. */
  readonly opensFeed?: (feedUrl: string) => string
}

const withoutScheme = (url: string) => url.replace(/^https?:\/\//i, '')

/** Apps in the order of the buttons on the page of a show. An app joins with its row. */
export const appLinks: readonly AppLink[] = [
  // Opens Podcasts on Apple devices; the directory's own page is better where the author gives it.
  {name: 'apple', title: 'Apple Podcasts', opensFeed: (url) => `podcast://${withoutScheme(url)}`},
  {name: 'spotify', title: 'Spotify'},
  {name: 'youtube', title: 'YouTube'},
  {
    name: 'overcast',
    title: 'Overcast',
    opensFeed: (url) => `overcast://x-callback-url/add?url=${encodeURIComponent(url)}`,
  },
  {name: 'pocketcasts', title: 'Pocket Casts', opensFeed: (url) => `pktc://subscribe/${withoutScheme(url)}`},
  {
    name: 'antennapod',
    title: 'AntennaPod',
    // https://antennapod.org/documentation/podcasters-hosters/add-on-antennapod
    opensFeed: (url) => `https://antennapod.org/deeplink/subscribe?url=${encodeURIComponent(url)}`,
  },
  {name: 'castro', title: 'Castro', opensFeed: (url) => `castros://subscribe/${withoutScheme(url)}`},
  {name: 'amazon', title: 'Amazon Music'},
  {name: 'deezer', title: 'Deezer'},
  {name: 'fyyd', title: 'fyyd'},
  {name: 'podcastindex', title: 'Podcast Index'},
]
