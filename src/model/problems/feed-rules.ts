import {feedAtomRules} from './feed-rules-atom.ts'
import {feedDatesRules} from './feed-rules-dates.ts'
import {feedDocumentRules} from './feed-rules-document.ts'
import {feedExtensionsRules} from './feed-rules-extensions.ts'
import {feedHtmlRules} from './feed-rules-html.ts'
import {feedJsonRules} from './feed-rules-json.ts'
import {feedPodcastsRules} from './feed-rules-podcasts.ts'
import {feedRssRules} from './feed-rules-rss.ts'
import {feedSidecarsRules} from './feed-rules-sidecars.ts'
import {feedStructureRules} from './feed-rules-structure.ts'
import {feedUrlsRules} from './feed-rules-urls.ts'
import {feedValuesRules} from './feed-rules-values.ts'

/** The rules of `check FEED`, for feeds of any maker. */
export const feedRules = {
  ...feedDocumentRules,
  ...feedStructureRules,
  ...feedRssRules,
  ...feedDatesRules,
  ...feedValuesRules,
  ...feedUrlsRules,
  ...feedHtmlRules,
  ...feedAtomRules,
  ...feedExtensionsRules,
  ...feedPodcastsRules,
  ...feedJsonRules,
  ...feedSidecarsRules,
} as const
