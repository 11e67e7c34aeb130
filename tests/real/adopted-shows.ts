import {readMaterial} from './material.ts'

export type Answer = {
  readonly file: string
  readonly title: string
  readonly date_utc: string
  readonly media: string | null
  readonly seconds: number | null
  readonly bytes: number | null
  readonly guid: string | null
}

/** Shows of other people, with what no file of theirs says: that is asked for by name. */
export const realShows = [
  {name: 'rustacean-station', set: 'real', folder: '', missing: [], given: {}},
  {name: 'arresteddevops', key: 'arrested-devops', set: 'real', folder: '', missing: [], given: {}},
  {name: 'aws-francais', set: 'real2', folder: '', missing: [], given: {}},
  {
    name: 'jupiter',
    key: 'jupiter/office-hours',
    set: 'real2',
    folder: 'content/show/office-hours',
    missing: [],
    given: {},
  },
  {name: 'jupiter', key: 'jupiter/the-launch', set: 'real2', folder: 'content/show/the-launch', missing: [], given: {}},
  {
    name: 'jupiter',
    key: 'jupiter/self-hosted',
    set: 'real2',
    folder: 'content/show/self-hosted',
    missing: [],
    given: {},
  },
  {name: 'terapyon', set: 'real2', folder: '', missing: ['title', 'description', 'site_url'], given: {}},
  {name: 'conduit', set: 'real2', folder: '', missing: ['title', 'description', 'site_url'], given: {}},
  {
    name: 'unusable',
    set: 'real2',
    folder: '',
    missing: ['media_url'],
    given: {mediaUrl: 'https://podcast.theunusable.com/mp3/'},
  },
] as const

export type RealShow = (typeof realShows)[number]

/** What the independent script counted, by file. */
export function answersFor(show: RealShow): readonly Answer[] {
  const byShow = JSON.parse(readMaterial(`${show.set}/expect.json`))
  return byShow['key' in show ? show.key : show.name].episodes
}

/** What is asked for by name, and answered. */
export function adoptedAs({given}: RealShow) {
  return {title: 'One', description: 'A show.', siteUrl: 'https://example.org/', ...given}
}
