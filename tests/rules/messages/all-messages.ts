import {addressMessages} from './address-messages.ts'
import {appleCategoryMessages} from './apple-category-messages.ts'
import {atomMessages} from './atom-messages.ts'
import {contactMessages} from './contact-messages.ts'
import {dateMessages} from './date-messages.ts'
import {documentMessages} from './document-messages.ts'
import {fullAddressMessages} from './full-address-messages.ts'
import {itemMessages} from './item-messages.ts'
import {itunesMessages} from './itunes-messages.ts'
import {linkMessages} from './link-messages.ts'
import {markupMessages} from './markup-messages.ts'
import {mediaMessages} from './media-messages.ts'
import type {MessageTable} from './message-row.ts'
import {missingMessages} from './missing-messages.ts'
import {nameMessages} from './name-messages.ts'
import {namespaceMessages} from './namespace-messages.ts'
import {numberMessages} from './number-messages.ts'
import {opmlMessages} from './opml-messages.ts'
import {praiseMessages} from './praise-messages.ts'
import {riskMessages} from './risk-messages.ts'
import {rssMessages} from './rss-messages.ts'
import {structureMessages} from './structure-messages.ts'
import {textMessages} from './text-messages.ts'
import {twiceMessages} from './twice-messages.ts'
import {typeMessages} from './type-messages.ts'
import {wholeFeeds} from './whole-feeds.ts'

/** Every message, by the name that the validator has for it. */
export const allMessages: MessageTable = {
  ...addressMessages,
  ...appleCategoryMessages,
  ...atomMessages,
  ...contactMessages,
  ...dateMessages,
  ...documentMessages,
  ...fullAddressMessages,
  ...itemMessages,
  ...itunesMessages,
  ...linkMessages,
  ...markupMessages,
  ...mediaMessages,
  ...missingMessages,
  ...nameMessages,
  ...namespaceMessages,
  ...numberMessages,
  ...opmlMessages,
  ...praiseMessages,
  ...riskMessages,
  ...rssMessages,
  ...structureMessages,
  ...textMessages,
  ...twiceMessages,
  ...typeMessages,
  ...wholeFeeds,
}
