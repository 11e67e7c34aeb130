import {across, grid, type MessageTable} from './message-row.ts'

const md5 = 'dfdec888b72151965a34b4b59031290a'
const sha1 = '2fd4e1c67a2d28fced849ee1bb76e7391b93eb12'
const rating = (scheme: string, words: readonly string[]) =>
  across(`<media:rating scheme="${scheme}">{}</media:rating>`, words)
const video = '<media:content url="https://example.com/1.mp4"/>'
const other = '<media:content url="https://example.com/1.webm"/>'
const texts = ['title', 'description', 'text']

/** Media RSS 1.5.1. https://www.rssboard.org/media-rss */
export const mediaMessages: MessageTable = {
  DeprecatedMediaAdult: {
    rules: ['feed-media-adult'],
    bad: {
      item: across('<media:adult>{}</media:adult>', ['true', 'false']),
      channel: ['<media:adult>true</media:adult>'],
      entry: ['<media:adult>false</media:adult>'],
    },
    good: {
      item: across('<media:rating>{}</media:rating>', ['adult', 'nonadult']).concat(
        '<media:rating scheme="urn:simple">adult</media:rating>',
      ),
    },
  },
  InvalidCountryCode: {
    rules: ['feed-country-invalid'],
    bad: {
      item: across('<media:restriction relationship="deny" type="country">{}</media:restriction>', [
        'XX',
        'uk',
        'GBR',
        'au us xx',
        'Germany',
      ]),
    },
    good: {
      item: across('<media:restriction relationship="deny" type="country">{}</media:restriction>', [
        'au us',
        'DE',
        'gb',
        '',
      ]),
    },
  },
  InvalidCreditRole: {
    rules: ['feed-media-credit-role-invalid'],
    bad: {
      item: [
        ...across('<media:credit role="{}">Ada</media:credit>', ['Producer', 'AUTHOR', 'chef', '']),
        '<media:credit role="Owner" scheme="urn:yvs">Ada</media:credit>',
      ],
    },
    good: {
      item: [
        ...across('<media:credit role="{}">Ada</media:credit>', [
          'actor',
          'anchor person',
          'author',
          'composer',
          'director',
          'music group',
          'producer',
          'reporter',
          'vocalist',
        ]),
        '<media:credit>Ada</media:credit>',
        '<media:credit role="owner" scheme="urn:yvs">Ada</media:credit>',
      ],
    },
  },
  InvalidMediaExpression: {
    rules: ['feed-media-expression-invalid'],
    bad: {item: across('<media:content url="..." expression="{}"/>', ['', 'teaser', 'Full', 'part'])},
    good: {item: across('<media:content url="..." expression="{}"/>', ['sample', 'full', 'nonstop'])},
  },
  InvalidMediaHash: {
    rules: ['feed-media-hash-invalid'],
    bad: {
      item: [
        ...across('<media:hash algo="{}">dfdec888b72151965a34b4b59031290a</media:hash>', [
          'sha-256',
          'sha-1',
          'MD5',
          'crc32',
          '',
        ]),
        ...across('<media:hash algo="md5">{}</media:hash>', [
          '',
          md5.slice(1),
          `${md5}0`,
          md5.replace('d', 'z'),
          '3+3IiLchUZZaNLS1kDEpCg==',
        ]),
        `<media:hash algo="sha-1">${md5}</media:hash>`,
      ],
    },
    good: {
      item: [
        `<media:hash>${md5}</media:hash>`,
        `<media:hash algo="md5">${md5}</media:hash>`,
        `<media:hash algo="md5">${md5.toUpperCase()}</media:hash>`,
        `<media:hash algo="sha-1">${sha1}</media:hash>`,
      ],
    },
  },
  InvalidMediaMedium: {
    rules: ['feed-media-medium-invalid'],
    bad: {item: across('<media:content url="..." medium="{}"/>', ['', 'film', 'Video', 'text', 'sound'])},
    good: {
      item: across('<media:content url="..." medium="{}"/>', ['image', 'audio', 'video', 'document', 'executable']),
    },
  },
  InvalidMediaRating: {
    rules: ['feed-media-rating-invalid'],
    bad: {
      item: [
        ...rating('urn:simple', ['', 'Adult', 'child']),
        '<media:rating>r</media:rating>',
        ...rating('urn:mpaa', ['tv-ma', 'R', 'x', 'pg13']),
        ...rating('urn:v-chip', ['tv-x', 'nc-17', 'TV-G']),
        ...rating('urn:icra', ['r', 'r (cz 2)', 'cz 1 lz 1', 'r (1)']),
      ],
    },
    good: {
      item: [
        '<media:rating>nonadult</media:rating>',
        ...rating('urn:simple', ['adult', 'nonadult']),
        ...rating('urn:mpaa', ['g', 'pg', 'pg-13', 'r', 'nc-17']),
        ...rating('urn:v-chip', ['tv-y', 'tv-y7', 'tv-g', 'tv-pg', 'tv-14', 'tv-ma', '14+', '18+', 'g', 'pg']),
        ...rating('urn:icra', ['r (cz 1 lz 1 nz 1 oz 1 vz 1)', 'r (nz 0)']),
        ...rating('https://example.com/ratings', ['five stars']),
      ],
    },
  },
  InvalidMediaRestriction: {
    rules: ['feed-media-restriction-invalid'],
    bad: {item: across('<media:restriction relationship="allow">{}</media:restriction>', ['some', 'All', 'us'])},
    good: {
      item: [
        ...across('<media:restriction relationship="allow">{}</media:restriction>', ['all', 'none', '']),
        '<media:restriction relationship="deny" type="sharing"/>',
      ],
    },
  },
  InvalidMediaRestrictionRel: {
    rules: ['feed-media-relationship-invalid'],
    bad: {
      item: across('<media:restriction relationship="{}">all</media:restriction>', [
        '',
        'only',
        'Allow',
        'yes',
        'ALLOW',
        'denied',
        'allow deny',
      ]),
    },
    good: {
      item: across('<media:restriction relationship="{}">all</media:restriction>', ['allow', 'deny']).concat(
        '<media:restriction relationship="deny" type="country">de fr</media:restriction>',
      ),
    },
  },
  InvalidMediaRestrictionType: {
    rules: ['feed-media-restriction-type-invalid'],
    bad: {
      item: across('<media:restriction relationship="allow" type="{}">us</media:restriction>', [
        '',
        'city',
        'Country',
        'url',
      ]),
    },
    good: {
      item: [
        '<media:restriction relationship="allow" type="country">us</media:restriction>',
        '<media:restriction relationship="allow" type="uri">https://example.com/</media:restriction>',
        '<media:restriction relationship="deny" type="sharing"/>',
      ],
    },
  },
  InvalidMediaTextType: {
    rules: ['feed-media-text-type-invalid'],
    bad: {
      item: grid('<media:{} type="[]">x</media:{}>', texts, ['', 'text', 'HTML', 'text/plain', 'xhtml']),
      channel: ['<media:title type="text/html">x</media:title>'],
    },
    good: {
      item: [...grid('<media:{} type="[]">x</media:{}>', texts, ['plain', 'html']), '<media:title>x</media:title>'],
    },
  },
  MediaGroupWithoutAlternatives: {
    rules: ['feed-media-group-of-one'],
    bad: {
      item: [
        '<media:group/>',
        `<media:group>${video}</media:group>`,
        `<media:group>${video}<media:title>x</media:title></media:group>`,
      ],
    },
    good: {item: [`<media:group>${video}${other}</media:group>`, video, `${video}${other}`]},
  },
  MediaRssNamespace: {
    rules: ['feed-media-namespace'],
    bad: {
      item: [
        '<media:keywords xmlns:media="http://search.yahoo.com/mrss">talk</media:keywords>',
        '<m:title xmlns:m="http://search.yahoo.com/mrss">x</m:title>',
        '<media:content xmlns:media="http://search.yahoo.com/mrss" url="..." type="video/mp4"/>',
        '<title xmlns="http://search.yahoo.com/mrss">x</title>',
      ],
      channel: ['<media:rating xmlns:media="http://search.yahoo.com/mrss">nonadult</media:rating>'],
      entry: ['<m:title xmlns:m="http://search.yahoo.com/mrss">x</m:title>'],
    },
    good: {
      item: [
        '<media:keywords xmlns:media="http://search.yahoo.com/mrss/">talk</media:keywords>',
        '<m:title xmlns:m="http://search.yahoo.com/mrss/">x</m:title>',
        '<guid isPermaLink="false">http://search.yahoo.com/mrss</guid>',
      ],
    },
  },
}
