import {across, grid, type MessageTable, words} from './message-row.ts'

const long = (bytes: number) => 'a'.repeat(bytes)

/** Apple's elements. https://podcasters.apple.com/support/823-podcast-requirements */
export const itunesMessages: MessageTable = {
  InvalidDuration: {
    rules: ['feed-itunes-duration-invalid'],
    bad: {
      item: across('<itunes:duration>{}</itunes:duration>', [
        '',
        '90 min',
        '1:2',
        '1:60',
        '1:2:3',
        '01:99:00',
        '1:2:3:4',
        '12.5',
        '-5',
        '1h',
        '12:34.5',
        ':30',
        'PT5M',
      ]),
    },
    good: {
      item: across(
        '<itunes:duration>{}</itunes:duration>',
        words(`0 5 1800 4:55 04:55 7:04:05 07:04:05 123:04:05 99:59`),
      ),
    },
  },
  InvalidItunesChannelType: {
    rules: ['feed-itunes-type-invalid'],
    bad: {channel: across('<itunes:type>{}</itunes:type>', ['', 'series', 'Serial', 'EPISODIC', 'show'])},
    good: {channel: across('<itunes:type>{}</itunes:type>', ['episodic', 'serial'])},
  },
  InvalidItunesEpisodeType: {
    rules: ['feed-itunes-episode-type-invalid'],
    bad: {item: across('<itunes:episodeType>{}</itunes:episodeType>', ['', 'Full', 'BONUS', 'teaser', 'extra'])},
    good: {item: across('<itunes:episodeType>{}</itunes:episodeType>', ['full', 'trailer', 'bonus'])},
  },
  InvalidYesNoClean: {
    rules: ['feed-itunes-yes-no-invalid'],
    bad: {
      channel: grid('<itunes:{}>[]</itunes:{}>', ['block', 'complete'], ['', 'true', 'absolutely', '1', 'y']),
      item: grid('<itunes:{}>[]</itunes:{}>', ['block', 'isClosedCaptioned'], ['', 'false', 'maybe']),
    },
    good: {
      channel: grid('<itunes:{}>[]</itunes:{}>', ['block', 'complete'], ['Yes', 'yes', 'no', 'No']),
      item: across('<itunes:block>{}</itunes:block>', ['Yes', 'no', 'clean']),
    },
  },
  InvalidTrueFalse: {
    rules: ['feed-itunes-explicit-invalid', 'feed-itunes-explicit-outdated', 'feed-not-true-or-false'],
    bad: {
      channel: across('<itunes:explicit>{}</itunes:explicit>', [
        '',
        'yes',
        'no',
        'clean',
        'explicit',
        'True',
        ' true',
        'false ',
        '1',
        'PG-13',
      ]),
      item: [
        ...across('<itunes:explicit>{}</itunes:explicit>', ['yes', 'Clean', 'FALSE', '']),
        ...across('<media:content url="..." isDefault="{}"/>', ['', 'yes', '1', 'True']),
      ],
      'body of OPML': grid('<outline text="a" {}="[]"/>', ['isComment', 'isBreakpoint'], ['', 'yes', '1', 'TRUE']),
    },
    good: {
      channel: across('<itunes:explicit>{}</itunes:explicit>', ['true', 'false']),
      item: [
        ...across('<itunes:explicit>{}</itunes:explicit>', ['true', 'false']),
        ...across('<media:content url="..." isDefault="{}"/>', ['true', 'false']),
      ],
      'body of OPML': grid('<outline text="a" {}="[]"/>', ['isComment', 'isBreakpoint'], ['true', 'false']),
    },
  },
  InvalidKeywords: {
    rules: ['feed-itunes-keywords-invalid'],
    bad: {
      channel: across('<itunes:keywords>{}</itunes:keywords>', [
        'salt pepper spices',
        'salt; pepper',
        'salt | pepper',
        'a, one two three',
      ]),
      item: ['<itunes:keywords>All about everything here.</itunes:keywords>'],
    },
    good: {
      channel: across('<itunes:keywords>{}</itunes:keywords>', [
        '',
        'salt',
        'salt, pepper',
        'salt,pepper,spices',
        'sea salt, black pepper',
      ]),
    },
  },
  TooLong: {
    rules: ['feed-text-too-long'],
    bad: {
      channel: [
        ...grid('<itunes:{}>[]</itunes:{}>', ['author', 'subtitle', 'keywords'], [long(256), 'é'.repeat(128)]),
        `<itunes:summary>${long(4001)}</itunes:summary>`,
      ],
      item: [`<itunes:subtitle>${long(256)}</itunes:subtitle>`, `<itunes:summary>${'é'.repeat(2001)}</itunes:summary>`],
    },
    good: {
      channel: [
        ...grid('<itunes:{}>[]</itunes:{}>', ['author', 'subtitle', 'keywords'], [long(255)]),
        `<itunes:summary>${long(4000)}</itunes:summary>`,
        `<itunes:summary>${'é'.repeat(2000)}</itunes:summary>`,
      ],
      item: [`<itunes:subtitle> ${long(255)} </itunes:subtitle>`],
    },
  },
  MissingItunesElement: {
    rules: ['feed-itunes-element-missing'],
    bad: {
      'channel of a podcast': across('<!-- no {} -->', ['itunes:explicit', 'itunes:category', 'itunes:image']),
      item: ['<itunes:duration>5</itunes:duration>'],
    },
    good: {
      'channel of a podcast': ['<itunes:type>serial</itunes:type>', '<itunes:explicit>true</itunes:explicit>'],
      channel: ['<ttl>60</ttl>'],
    },
  },
  MissingItunesEmail: {
    rules: ['feed-itunes-mail-missing'],
    bad: {
      'channel of a podcast': [
        '<!-- no itunes:owner -->',
        '<itunes:owner/>',
        '<itunes:owner><itunes:name>Ada</itunes:name></itunes:owner>',
      ],
      item: ['<itunes:duration>5</itunes:duration>'],
    },
    good: {
      'channel of a podcast': [
        '<itunes:owner><itunes:email>ada@example.com</itunes:email></itunes:owner>',
        '<itunes:owner><itunes:name>Ada</itunes:name><itunes:email>ada@example.com</itunes:email></itunes:owner>',
      ],
      channel: ['<ttl>60</ttl>'],
    },
  },
  UnsupportedItunesFormat: {
    rules: ['feed-enclosure-format-unsupported'],
    bad: {
      'item of a podcast': across(
        '<enclosure url="https://example.com/1{}" length="1" type="audio/mpeg"/>',
        words(`.ogg .wmv .wav .opus .m3u8 .flac .webm .mp3.zip /listen`),
      ),
    },
    good: {
      'item of a podcast': across(
        '<enclosure url="https://example.com/1{}" length="1" type="audio/mpeg"/>',
        words(`.mp3 .m4a .mp4 .m4v .mov .pdf .epub .MP3 .mp3?x=1 .mp3#t=1`),
      ),
      item: ['<enclosure url="https://example.com/1.ogg" length="1" type="audio/ogg"/>'],
    },
  },
  NotUTF8: {
    rules: ['feed-apple-not-utf8'],
    bad: {
      'a podcast in another encoding': across('<?xml version="1.0" encoding="{}"?>', [
        'iso-8859-1',
        'windows-1252',
        'ISO-8859-15',
        'us-ascii',
        'koi8-r',
      ]),
    },
    good: {
      'a podcast in another encoding': across('<?xml version="1.0"{}?>', [
        '',
        ' encoding="UTF-8"',
        ' encoding="utf-8"',
        " encoding='utf8'",
      ]),
      file: [
        '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>a</title><link>https://example.com/</link><description>b</description></channel></rss>',
      ],
    },
  },
}
