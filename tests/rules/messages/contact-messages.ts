import {across, grid, type MessageTable} from './message-row.ts'

const contacts = [
  'ada@example.com (Ada)',
  'ada+x@example.com (Ada Lovelace)',
  "o'neill@example.ie (P. O'Neill)",
  'ada@sub.example.co.uk (Ada, and Bo)',
  'mailto:ada%40example.com%20(Ada)',
  'ada@example.com (Ada (host))',
  'ADA@EXAMPLE.COM (Ada)',
]
const namelessContacts = ['ada@example.com', '~@example.ie', 'mailto:ada@example.com']
const oddContacts = [
  'Ada &lt;ada@example.com>',
  '"Ada" &lt;ada@example.com>',
  'Ada (ada@example.com)',
  'ada@example.com  (Ada)',
  'ada@example.com(Ada)',
  'ada@example.com Ada',
  '&lt;ada@example.com>',
]
const noContacts = [
  'Ada',
  'Ada Lovelace',
  '@ada',
  'ada@',
  '@example.com',
  'ada at example.com',
  'ada@@example.com',
  'Ada (mailto:ada@example.com)',
  'https://example.com/',
  'ada@example.com, bo@example.com',
  'ada@example..com',
  'ada@.example.com',
]
const people = ['managingEditor', 'webMaster']

/** People, by their mail addresses. https://www.rssboard.org/rss-profile#data-types-email */
export const contactMessages: MessageTable = {
  InvalidContact: {
    rules: ['feed-contact-invalid', 'feed-mail-invalid'],
    bad: {
      channel: grid('<{}>[]</{}>', people, noContacts),
      item: across('<author>{}</author>', noContacts),
      author: across('<email>{}</email>', ['Ada', 'ada at example.com', ...oddContacts]),
      'channel of a podcast': across('<itunes:owner><itunes:email>{}</itunes:email></itunes:owner>', [
        '',
        'me',
        'ada at example.com',
        '@example.com',
      ]),
      'head of OPML': across('<ownerEmail>{}</ownerEmail>', ['Ada', 'ada@']),
    },
    good: {
      channel: grid('<{}>[]</{}>', people, [...contacts, ...namelessContacts, ...oddContacts]),
      item: across('<author>{}</author>', [...contacts, ...namelessContacts, ...oddContacts]),
      author: across('<email>{}</email>', ['ada@example.com', 'ada+x@example.com', 'a.b-c_d@sub.example.co.uk']),
      'channel of a podcast': ['<itunes:owner><itunes:email>ada@example.com</itunes:email></itunes:owner>'],
    },
  },
  InvalidAddrSpec: {
    rules: ['feed-mail-invalid'],
    bad: {
      author: across('<email>{}</email>', [
        '',
        'Ada',
        'Ada ada@example.com',
        'ada@example.com (Ada)',
        'Ada &lt;ada@example.com>',
        'mailto:ada@example.com',
        'ada@',
        '@example.com',
        'ada@example.com, bo@example.com',
        'ada@exa mple.com',
      ]),
      entry: ['<contributor><name>Bo</name><email>bo at example.com</email></contributor>'],
    },
    good: {
      author: across('<email>{}</email>', ['ada@example.com', "o'neill@example.ie", 'ada+x@example.com', 'a@b.co']),
    },
  },
  UnknownHost: {
    rules: ['feed-mail-host-unknown'],
    bad: {
      author: across('<email>{}</email>', ['ada@localhost', 'ada@example', 'ada@intranet', 'ada@LOCALHOST']),
      entry: ['<contributor><name>Bo</name><email>bo@localhost</email></contributor>'],
      feed: ['<contributor><name>Bo</name><email>bo@intranet</email></contributor>'],
    },
    good: {
      author: across('<email>{}</email>', [
        'ada@example.com',
        'ada@mail.example.org',
        'ada.b+c@a-b.example.co.uk',
        'ada@xn--bcher-kva.example',
      ]),
    },
  },
  EmailFormat: {
    rules: ['feed-contact-form', 'feed-contact-nameless'],
    bad: {
      channel: grid('<{}>[]</{}>', people, oddContacts),
      item: across('<author>{}</author>', [...oddContacts, ...namelessContacts]),
    },
    good: {channel: grid('<{}>[]</{}>', people, contacts), item: across('<author>{}</author>', contacts)},
  },
  MissingRealName: {
    rules: ['feed-contact-nameless'],
    bad: {
      channel: grid('<{}>[]</{}>', people, namelessContacts),
      item: across('<author>{}</author>', namelessContacts),
    },
    good: {
      channel: grid('<{}>[]</{}>', people, contacts),
      item: across('<author>{}</author>', [...contacts, ...oddContacts]),
    },
  },
}
