import {present} from '../../model/present.ts'
import type {SourceShow, WrittenFields} from '../source-show.ts'
import {yamlFields} from './yaml-fields.ts'

export type ShowSettings = {
  /** Where the show will be published. */
  readonly siteUrl: string
  /** The identity of the show, written down. */
  readonly guid: string
  /** Path of the RSS feed below the site. */
  readonly feedPath?: string
  /** The addresses at which subscribers have the feed today, or had it at an earlier host. */
  readonly oldFeedUrls?: readonly string[]
  readonly image?: string
}

/** `show.yaml` of an imported show. */
export function showText(show: SourceShow, settings: ShowSettings): string {
  const {title, fields} = show
  const {description, author, ...others} = fields
  const head: WrittenFields = {
    title,
    ...present({description, author}),
  }
  const identity: WrittenFields = {
    site_url: settings.siteUrl,
    guid: settings.guid,
    ...present({
      feeds: settings.feedPath === undefined ? undefined : {rss: settings.feedPath},
      old_feed_urls: settings.oldFeedUrls,
    }),
  }
  const rest: WrittenFields = {...others, ...present({image: settings.image})}
  return [
    yamlFields(head),
    '# The address under which the folder `output` is published, and what subscribers know the show by. Never change the guid.\n',
    yamlFields(identity),
    '\n',
    yamlFields(rest),
  ].join('')
}
