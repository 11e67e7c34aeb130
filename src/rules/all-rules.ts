import {entryRules} from './atom/entry-rules.ts'
import {linkRules} from './atom/link-rules.ts'
import {textConstructRules} from './atom/text-construct-rules.ts'
import {captionRules} from './captions/caption-rules.ts'
import {duplicateRules} from './duplicate-semantics.ts'
import {itunesValueRules} from './itunes/itunes-rules.ts'
import {itunesShowRules} from './itunes/itunes-show-rules.ts'
import {jsonFeedRules} from './json/json-feed-rules.ts'
import {sidecarRules} from './json/sidecar-rules.ts'
import {mediaRssRules} from './modules/media-rss-rules.ts'
import {moduleRules} from './modules/module-rules.ts'
import {opmlRules} from './modules/opml-rules.ts'
import {podcastRules} from './podcast/podcast-rules.ts'
import {channelRules} from './rss/channel-rules.ts'
import {historyRules} from './rss/feed-history.ts'
import {itemRules} from './rss/item-rules.ts'
import {rssValueRules} from './rss/rss-value-rules.ts'
import {selfLinkRules} from './self-link.ts'
import {servedTypeRules} from './served-type.ts'
import {showRules} from './show-structure.ts'
import {structureRules} from './structure-rules.ts'
import {dateRules} from './values/date-rules.ts'
import {htmlRules} from './values/html-rules.ts'
import {languageRules} from './values/language-rules.ts'
import {mailRules} from './values/mail-rules.ts'
import {numberRules} from './values/number-rules.ts'
import {textRules} from './values/text-rules.ts'
import {uriRules} from './values/uri-rules.ts'
import {documentRules} from './walk/document-rules.ts'
import {namespaceRules} from './walk/namespace-rules.ts'

/** The rules of `check FEED`, in tables by subject. */
export const ruleTables = {
  'The feed as a document': documentRules,
  'How the feed is served': servedTypeRules,
  Namespaces: namespaceRules,
  'Elements and attributes': structureRules,
  'The channel of RSS': channelRules,
  'Items of RSS': itemRules,
  'Values of RSS': rssValueRules,
  'The same said twice': duplicateRules,
  'The address of the feed itself': selfLinkRules,
  'Complete feeds and archives': historyRules,
  'Links of Atom': linkRules,
  'Entries of Atom': entryRules,
  'Texts of Atom': textConstructRules,
  Dates: dateRules,
  'Numbers and media types': numberRules,
  Languages: languageRules,
  'Mail addresses': mailRules,
  Addresses: uriRules,
  Text: textRules,
  HTML: htmlRules,
  'Shows at Apple Podcasts': itunesShowRules,
  'Values of Apple’s elements': itunesValueRules,
  'Podcasts, for apps and directories': showRules,
  'The podcast namespace': podcastRules,
  'Media RSS': mediaRssRules,
  'Modules of RSS 1.0': moduleRules,
  OPML: opmlRules,
  'JSON Feed': jsonFeedRules,
  'Captions that a feed links to': captionRules,
  'Transcripts and chapters in JSON': sidecarRules,
} as const
