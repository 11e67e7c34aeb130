import {across, type MessageTable} from './message-row.ts'

const people = ['managingEditor', 'webMaster']
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const hours = Array.from({length: 24}, (_, hour) => String(hour))

/** RSS 2.0 and the RSS Profile. https://www.rssboard.org/rss-specification, https://www.rssboard.org/rss-profile */
export const rssMessages: MessageTable = {
  AvoidTextInput: {
    rules: ['feed-text-input'],
    bad: {
      channel: [
        '<textInput><title>Find</title><description>x</description><name>q</name><link>https://example.com/</link></textInput>',
      ],
      textInput: ['<name>s</name>', '<!-- nothing -->'],
    },
    // An element of another name or another namespace is none.
    good: {
      channel: ['<ttl>60</ttl>', '<x:textInput xmlns:x="http://example.com/x"/>'],
      item: ['<description>textInput</description>'],
    },
  },
  InvalidFormComponentName: {
    rules: ['feed-form-name-invalid'],
    bad: {textInput: across('<name>{}</name>', ['find it', '1q', 'q=', '-q', 'q[]', 'é', 'a/b', '"q"'])},
    good: {textInput: across('<name>{}</name>', ['q', 'query', 'q-1', 'a_b', 'a.b', 'a:b', 'Q'])},
  },
  EightDaysAWeek: {
    rules: ['feed-days-too-many'],
    bad: {skipDays: [[...days, 'Monday'].map((day) => `<day>${day}</day>`).join(''), '<day>Monday</day>'.repeat(8)]},
    good: {
      skipDays: days.map((_, count) =>
        days
          .slice(0, count + 1)
          .map((day) => `<day>${day}</day>`)
          .join(''),
      ),
    },
  },
  NotEnoughHoursInTheDay: {
    rules: ['feed-hours-too-many'],
    bad: {
      skipHours: [
        '<hour>1</hour>'.repeat(25),
        '<hour>0</hour>'.repeat(40),
        [...hours, '24'].map((hour) => `<hour>${hour}</hour>`).join(''),
      ],
    },
    good: {skipHours: [hours.map((hour) => `<hour>${hour}</hour>`).join(''), '<hour>1</hour>']},
  },
  InvalidDay: {
    rules: ['feed-day-invalid'],
    bad: {
      skipDays: across('<day>{}</day>', ['', 'Mon', 'monday', 'MONDAY', 'Montag', '1', 'Caturday', 'Monday, Tuesday']),
    },
    good: {skipDays: across('<day>{}</day>', days)},
  },
  InvalidHour: {
    rules: ['feed-hour-invalid'],
    bad: {skipHours: across('<hour>{}</hour>', ['', '25', '-1', 'noon', '1.5', '100', '12:00', '1 am'])},
    good: {skipHours: across('<hour>{}</hour>', [...hours, '00', '09'])},
  },
  UseZeroForMidnight: {
    rules: ['feed-hour-midnight'],
    bad: {
      skipHours: [
        '<hour>24</hour>',
        '<hour>1</hour><hour>24</hour>',
        '<hour>24</hour><hour>2</hour>',
        '<hour> 24 </hour>',
      ],
    },
    good: {skipHours: across('<hour>{}</hour>', ['0', '00', '1', '12', '23'])},
  },
  ImageLinkDoesntMatch: {
    rules: ['feed-image-link-differs'],
    bad: {
      image: across('<link>{}</link>', [
        'https://example.com/logo',
        'http://example.com/',
        'https://example.org/',
        'https://example.com/?a',
        'https://example.com/#a',
      ]),
    },
    good: {image: ['<link>https://example.com/</link>', '<link> https://example.com/ </link>']},
  },
  ImageTitleDoesntMatch: {
    rules: ['feed-image-title-differs'],
    bad: {image: across('<title>{}</title>', ['logo', 'my show', '', 'My  show!', 'My show - the podcast'])},
    good: {
      image: [
        '<title>My show</title>',
        '<title>\nMy show\n</title>',
        '<title><![CDATA[My show]]></title>',
        '<title>M&#121; show</title>',
      ],
    },
  },
  ImageUrlFormat: {
    rules: ['feed-image-format'],
    bad: {image: across('<url>https://example.com/a{}</url>', ['.svg', '.ico', '.bmp', '.webp', '.tiff', '.svg?x=1'])},
    good: {
      image: across('<url>https://example.com/a{}</url>', [
        '.gif',
        '.png',
        '.jpg',
        '.jpeg',
        '.PNG',
        '.png?x=1',
        '',
        '.jpg#x',
        '?x=a',
      ]),
    },
  },
  InvalidHeight: {
    rules: ['feed-image-height-invalid'],
    bad: {image: across('<height>{}</height>', ['', '0', '-1', '401', 'high', '31.5', '31px'])},
    good: {image: across('<height>{}</height>', ['1', '31', '400'])},
  },
  InvalidWidth: {
    rules: ['feed-image-width-invalid'],
    bad: {image: across('<width>{}</width>', ['', '0', '-1', '145', 'wide', '88.5', '88px'])},
    good: {image: across('<width>{}</width>', ['1', '88', '144'])},
  },
  MissingTitle: {
    rules: ['feed-title-missing', 'feed-image-title-missing'],
    bad: {
      channel: ['<!-- no title -->', '<!-- no title -->\n<itunes:title>x</itunes:title>'],
      image: ['<!-- no title -->'],
      textInput: ['<!-- no title -->'],
    },
    good: {
      channel: ['<title>My show</title>'],
      item: ['<!-- no title -->\n<description>x</description>'],
      textInput: ['<title>Find</title>'],
    },
  },
  MissingLink: {
    rules: ['feed-link-missing', 'feed-image-link-missing'],
    bad: {
      channel: ['<!-- no link -->', '<!-- no link -->\n<atom:link rel="alternate" href="..."/>'],
      image: ['<!-- no link -->'],
      textInput: ['<!-- no link -->'],
    },
    good: {
      channel: ['<link>https://example.com/</link>'],
      item: ['<title>One</title>'],
      textInput: ['<link>https://example.com/f</link>'],
    },
  },
  MissingDescription: {
    rules: ['feed-description-missing'],
    bad: {
      channel: ['<!-- no description -->', '<!-- no description -->\n<itunes:summary>x</itunes:summary>'],
      textInput: ['<!-- no description -->'],
    },
    good: {
      channel: ['<description>x</description>'],
      item: ['<title>One</title>'],
      image: ['<title>My show</title>'],
      textInput: ['<description>x</description>'],
    },
  },
  MissingDCLanguage: {
    rules: ['feed-language-missing'],
    bad: {
      channel: [
        '<!-- no language -->',
        `<!-- no language -->\n<item><title>One</title><dc:language>en</dc:language></item>`,
      ],
    },
    good: {
      channel: ['<language>en</language>', '<!-- no language -->\n<dc:language>en</dc:language>'],
      'first tag': ['<rss version="2.0" xml:lang="en">'],
    },
  },
  DuplicateSemantics: {
    rules: ['feed-channel-said-twice', 'feed-item-said-twice', 'feed-description-twice'],
    bad: {
      channel: [
        ...[
          ['copyright', 'dc:rights'],
          ['category', 'dc:subject'],
          ['title', 'dc:title'],
          ['description', 'dc:description'],
        ].map(([core, ext]) => `<${core}>x</${core}><${ext}>x</${ext}>`),
        ...people.map(
          (name, index) =>
            `<${name}>ada@example.com (Ada)</${name}><dc:${['creator', 'publisher'][index]}>Ada</dc:${['creator', 'publisher'][index]}>`,
        ),
        '<language>en</language><dc:language>en</dc:language>',
        ...across('<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate><{}>2024-01-31</{}>', ['dc:date', 'dcterms:issued']),
        '<lastBuildDate>Wed, 31 Jan 2024 09:00:00 GMT</lastBuildDate><dcterms:modified>2024-01-31</dcterms:modified>',
        '<generator>Pen</generator><admin:generatorAgent xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:resource="https://example.com/"/>',
        '<creativeCommons:license>https://example.com/</creativeCommons:license><cc:license xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:resource="https://example.com/"/>',
      ],
      item: ['<description>x</description><body xmlns="http://www.w3.org/1999/xhtml">y</body>'],
    },
    good: {
      channel: [
        '<copyright>x</copyright>',
        '<dc:rights>x</dc:rights>',
        '<dc:creator>Ada</dc:creator><webMaster>ada@example.com (Ada)</webMaster>',
        '<dc:date>2024-01-31</dc:date>',
      ],
    },
  },
  NoBlink: {
    rules: ['feed-blink'],
    bad: {
      channel: ['<blink>https://example.com/</blink>', '<blink/>', '<blink xml:lang="en">x</blink>'],
      item: ['<blink>x</blink>', '<title>One</title><blink/>'],
    },
    good: {
      channel: ['<blogChannel:blink>https://example.com/</blogChannel:blink>'],
      entry: ['<content type="html">blink</content>'],
    },
  },
  InvalidUpdatePeriod: {
    rules: ['feed-update-period-invalid'],
    bad: {
      channel: across('<sy:updatePeriod>{}</sy:updatePeriod>', ['', 'often', 'Daily', 'fortnightly', '60', 'hour']),
      feed: ['<sy:updatePeriod>never</sy:updatePeriod>'],
    },
    good: {
      channel: across('<sy:updatePeriod>{}</sy:updatePeriod>', ['hourly', 'daily', 'weekly', 'monthly', 'yearly']),
    },
  },
}
