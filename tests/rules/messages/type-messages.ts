import {across, grid, type MessageTable, words} from './message-row.ts'

const languages = words(`en de en-us en-GB pt-BR zh-Hant zh-Hans-CN sr-Latn es-419 de-CH-1996 x-klingon i-klingon haw EN
  de-DE-u-co-phonebk zh-min-nan en-GB-oed`)
const noLanguages = [
  'english',
  'Deutsch',
  'en_US',
  'e',
  '123',
  'en-',
  '-en',
  'en us',
  'en,de',
  'xx',
  'en--us',
  'engl',
  'en-u',
]
const mediaTypes = [
  'audio/mpeg',
  'audio/x-m4a',
  'text/html; charset=utf-8',
  'application/atom+xml',
  'application/vnd.ms-excel',
  'video/mp4;codecs="avc1"',
  'AUDIO/MPEG',
  'image/svg+xml',
  'text/html;charset="utf-8"',
  'application/octet-stream',
]
const noMediaTypes = [
  '',
  'mp3',
  'audio',
  'audio/',
  '/mpeg',
  'audio/mpeg/x',
  'audio mpeg',
  'audio/mp eg',
  'audio\\mpeg',
  'text/html;',
  'audio/mpeg;codecs',
  'text/html charset=utf-8',
  'a@b/c',
]
const enclosure = (length: string, type = 'audio/mpeg') => `<enclosure url="..." length="${length}" type="${type}"/>`
const mediaContent = (attribute: string) => `<media:content url="..." ${attribute}="{}"/>`

/** Languages, media types and what is written in them. */
export const typeMessages: MessageTable = {
  InvalidLanguage: {
    rules: ['feed-language-invalid'],
    bad: {
      channel: [
        ...grid('<{}>[]</{}>', ['language', 'dc:language'], [...noLanguages, '']),
        ...across('<copyright xml:lang="{}">x</copyright>', noLanguages),
      ],
      item: [
        ...across('<dc:language>{}</dc:language>', noLanguages),
        ...across('<media:text lang="{}">x</media:text>', noLanguages),
        ...across('<media:content url="..." lang="{}"/>', noLanguages),
      ],
      entry: [
        ...across('<link href="..." hreflang="{}"/>', [...noLanguages, '']),
        ...across('<title xml:lang="{}">x</title>', noLanguages),
      ],
      feed: across('<author xml:lang="{}"><name>Ada</name></author>', noLanguages),
      'body of OPML': across('<outline text="a" language="{}"/>', noLanguages),
    },
    good: {
      channel: grid('<{}>[]</{}>', ['language', 'dc:language'], languages),
      entry: [
        ...across('<link href="..." hreflang="{}"/>', languages),
        ...across('<title xml:lang="{}">x</title>', [...languages, '']),
      ],
      item: across('<media:content url="..." lang="{}"/>', languages),
      'body of OPML': across('<outline text="a" language="{}"/>', languages),
    },
  },
  InvalidMIMEType: {
    rules: ['feed-media-type-invalid'],
    bad: {
      entry: [
        ...across('<link href="..." type=\'{}\'/>', noMediaTypes),
        ...grid(
          "<{} type='[]'>x</{}>",
          ['title', 'summary', 'rights', 'content'],
          noMediaTypes.filter((type) => type !== ''),
        ),
        ...across('<content src="..." type="{}"/>', ['xhtml', 'html', 'text', 'pdf']),
        ...across('<content type="{}">x</content>', ['multipart/mixed', 'message/rfc822', 'xml', 'HTML']),
      ],
      feed: [
        ...across('<link rel="self" href="..." type=\'{}\'/>', noMediaTypes),
        ...across('<title type="{}">x</title>', ['plain', 'escaped', 'XHTML']),
      ],
    },
    good: {
      entry: [
        ...across('<link href="..." type=\'{}\'/>', mediaTypes),
        ...across('<content src="..." type=\'{}\'/>', mediaTypes),
        ...across('<content type="{}">x</content>', ['text', 'html', 'text/plain', 'text/x-markdown']),
        '<content src="..."/>',
      ],
    },
  },
  InvalidMIMEAttribute: {
    rules: ['feed-media-type-attribute-invalid'],
    bad: {item: [...noMediaTypes.map((type) => enclosure('1', type)), ...across(mediaContent('type'), noMediaTypes)]},
    good: {
      item: [
        ...mediaTypes.filter((type) => !type.includes('"')).map((type) => enclosure('1', type)),
        ...across(mediaContent('type'), ['video/mp4', 'application/x-shockwave-flash']),
      ],
    },
  },
  InvalidTextType: {
    rules: ['feed-text-type-invalid'],
    bad: {
      feed: grid(
        '<{} type="[]">x</{}>',
        ['title', 'subtitle', 'rights'],
        ['text/plain', 'text/html', 'application/xhtml+xml', 'image/png'],
      ),
      entry: grid('<{} type="[]">x</{}>', ['title', 'summary', 'rights'], ['text/plain', 'text/html']),
    },
    good: {
      feed: grid('<{} type="[]">x</{}>', ['title', 'subtitle', 'rights'], ['text', 'html']),
      entry: ['<content type="text/plain">x</content>', '<content type="text/html">&lt;html>x</content>'],
    },
  },
  NotBase64: {
    rules: ['feed-content-not-base64'],
    bad: {
      entry: grid(
        '<content type="[]">{}</content>',
        ['a photograph', 'aGVsbG8', 'aGVsbG8==', 'aGVs-bG8=', 'aGVsbG8=x', '%%%%'],
        ['image/png', 'audio/mpeg', 'application/pdf'],
      ),
    },
    good: {
      entry: [
        ...grid(
          '<content type="[]">{}</content>',
          ['aGVsbG8=', 'aGVs\nbG8=', 'aGVsbG8h', 'iVBORw0KGgo='],
          ['image/png', 'application/octet-stream'],
        ),
        '<content type="text/plain">a photograph</content>',
        '<content type="image/svg+xml"><svg xmlns="http://www.w3.org/2000/svg"/></content>',
      ],
    },
  },
}
