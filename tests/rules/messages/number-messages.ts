import {across, grid, type MessageTable} from './message-row.ts'

const noIntegers = ['', ' ', 'many', '1.5', '1,000', '1e3', '0x10', '3 MB', '٣']
const noPositive = [...noIntegers, '0', '-1', '-0', '00']
const noNonNegative = [...noIntegers, '-1', '-0']
const noDecimals = ['', 'fast', '128kbps', '1,5', '-1', '1.2.3', '.', '1e']
const cloud = (port: string) =>
  `<cloud domain="example.com" port="${port}" path="/rpc" registerProcedure="ping" protocol="soap"/>`
const enclosure = (length: string, type = 'audio/mpeg') => `<enclosure url="..." length="${length}" type="${type}"/>`
const mediaContent = (attribute: string) => `<media:content url="..." ${attribute}="{}"/>`
const places = ['-90', '0', '51.5', '+45.25', '89.999', '90']
const faces = ['-91', '90.01', 'north', '', '51,5', '51°', '1000', '51.5N', '1 2']

/** Numbers, languages and media types. */
export const numberMessages: MessageTable = {
  InvalidInteger: {
    rules: [
      'feed-number-not-integer',
      'feed-number-not-positive',
      'feed-number-negative',
      'feed-attribute-not-integer',
    ],
    bad: {
      'head of OPML': grid(
        '<{}>[]</{}>',
        ['windowTop', 'windowLeft', 'windowBottom', 'windowRight', 'vertScrollState'],
        noIntegers,
      ),
      channel: grid('<{}>[]</{}>', ['ttl', 'sy:updateFrequency'], noPositive),
      item: [
        ...grid('<{}>[]</{}>', ['slash:comments', 'thr:total'], noNonNegative),
        ...across(mediaContent('channels'), noNonNegative),
      ],
    },
    good: {
      'head of OPML': grid('<{}>[]</{}>', ['windowTop', 'vertScrollState'], ['0', '61', '-3', '1024']),
      channel: grid('<{}>[]</{}>', ['ttl', 'sy:updateFrequency'], ['1', '60', '1440']),
      item: across('<slash:comments>{}</slash:comments>', ['0', '7', '177']),
    },
  },
  InvalidPositiveInteger: {
    rules: ['feed-number-not-positive'],
    bad: {
      channel: grid('<{}>[]</{}>', ['ttl', 'sy:updateFrequency'], noPositive),
      item: [
        ...grid('<itunes:{}>[]</itunes:{}>', ['episode', 'season', 'order'], noPositive),
        ...['height', 'width', 'fileSize'].flatMap((name) => across(mediaContent(name), noPositive)),
        ...grid('<media:thumbnail url="..." {}="[]"/>', ['height', 'width'], noPositive),
        ...grid('<media:player url="..." {}="[]"/>', ['height', 'width'], noPositive),
      ],
    },
    good: {
      channel: grid('<{}>[]</{}>', ['ttl', 'sy:updateFrequency'], ['1', '60']),
      item: [
        ...grid('<itunes:{}>[]</itunes:{}>', ['episode', 'season', 'order'], ['1', '12', '007', '1000']),
        ...across(mediaContent('height'), ['1', '720']),
      ],
    },
  },
  InvalidNonNegativeInteger: {
    rules: ['feed-number-negative', 'feed-enclosure-length-negative'],
    bad: {
      entry: [
        ...across('<link href="..." length="{}"/>', noNonNegative),
        ...across('<thr:total>{}</thr:total>', noNonNegative),
      ],
      item: [
        ...across('<slash:comments>{}</slash:comments>', noNonNegative),
        ...across(mediaContent('channels'), noNonNegative),
        enclosure('-1'),
      ],
      feed: grid('<opensearch:{}>[]</opensearch:{}>', ['totalResults', 'startIndex', 'itemsPerPage'], noNonNegative),
    },
    good: {
      entry: across('<link href="..." length="{}"/>', ['0', '1', '123456789012']),
      item: [...across('<slash:comments>{}</slash:comments>', ['0', '3']), enclosure('0')],
      feed: across('<opensearch:totalResults>{}</opensearch:totalResults>', ['0', '40']),
    },
  },
  InvalidIntegerAttribute: {
    rules: ['feed-attribute-not-integer'],
    bad: {channel: [...noIntegers, '-80'].map(cloud), item: noIntegers.map((length) => enclosure(length))},
    good: {
      channel: ['80', '8080', '5337'].map(cloud),
      item: ['0', '1', '123456789012'].map((length) => enclosure(length)),
    },
  },
  InvalidFloat: {
    rules: ['feed-number-not-decimal'],
    bad: {
      item: ['bitrate', 'framerate', 'samplingrate', 'duration'].flatMap((name) =>
        across(mediaContent(name), noDecimals),
      ),
    },
    good: {
      item: ['bitrate', 'framerate', 'samplingrate', 'duration'].flatMap((name) =>
        across(mediaContent(name), ['128', '29.97', '44.1', '0', '185']),
      ),
    },
  },
  InvalidCommaSeparatedIntegers: {
    rules: ['feed-hit-parade-invalid'],
    bad: {
      item: across('<slash:hit_parade>{}</slash:hit_parade>', ['many', '1;2', '1,two', '1.5,2', '-1,2', '1 and 2']),
    },
    good: {item: across('<slash:hit_parade>{}</slash:hit_parade>', ['177,155,105,33,6,3,0', '0', '1, 2, 3'])},
  },
  InvalidLatitude: {
    rules: ['feed-latitude-invalid'],
    bad: {
      item: grid('<{}>[]</{}>', ['geo:lat', 'geourl:latitude', 'icbm:latitude'], faces),
      channel: across('<geo:lat>{}</geo:lat>', faces),
      entry: across('<geo:Point><geo:lat>{}</geo:lat></geo:Point>', faces),
    },
    good: {
      item: grid('<{}>[]</{}>', ['geo:lat', 'geourl:latitude', 'icbm:latitude'], places),
      feed: across('<geo:lat>{}</geo:lat>', places),
    },
  },
  InvalidLongitude: {
    rules: ['feed-longitude-invalid'],
    bad: {
      item: grid(
        '<{}>[]</{}>',
        ['geo:long', 'geourl:longitude', 'icbm:longitude'],
        ['181', '-180.1', 'east', '', '7,5', '7 E'],
      ),
      channel: ['<geo:long>-188</geo:long>'],
    },
    good: {
      item: grid(
        '<{}>[]</{}>',
        ['geo:long', 'geourl:longitude', 'icbm:longitude'],
        [...places, '-180', '180', '-122.3974'],
      ),
      feed: ['<geo:long>7</geo:long>'],
    },
  },
}
