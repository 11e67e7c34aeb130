/** A directory that somebody has to look after in a move, although apps that fetch the feed themselves follow the redirect. */
export type Directory = {readonly name: string; readonly url: string; readonly todo: string}

export const directories: readonly Directory[] = [
  {
    name: 'Apple Podcasts',
    url: 'https://podcastsconnect.apple.com/my-podcasts',
    todo: 'It follows the redirect and `itunes:new-feed-url` within days. Look whether the show has the new address.',
  },
  {
    name: 'Spotify',
    url: 'https://creators.spotify.com/',
    todo: 'Change the address of the feed in the settings of the show, if it does not have the new one after a day.',
  },
  {
    name: 'YouTube',
    url: 'https://studio.youtube.com/',
    todo: 'Change the address of the feed, if the show is fetched from one: Settings, Channel, RSS feeds.',
  },
  {
    name: 'Amazon Music and Audible',
    url: 'https://podcasters.amazon.com/',
    todo: 'Change the address of the feed of the show.',
  },
  {
    name: 'Podcast Index',
    url: 'https://podcastindex.org/add',
    todo: 'Add the new address. Fountain, Podverse, AntennaPod and others search there.',
  },
  {
    name: 'Pocket Casts',
    url: 'https://pocketcasts.com/submit/',
    todo: 'Submit the new address; the show keeps its subscribers.',
  },
]
