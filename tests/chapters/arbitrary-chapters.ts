import fc from 'fast-check'
import {cleanTitle} from '../../src/chapters/chapter-title.ts'
import type {Chapter} from '../../src/model/chapter.ts'

/** What breaks line formats, XML, WebVTT, ffmetadata and comments when it is not escaped or told apart. */
const hostile = [
  '- a dash',
  '— a dash',
  ': a colon',
  '|',
  '-',
  '0:10 a time',
  '10:00 - 11:00 a range',
  '-->',
  '00:00:01.000 --> 00:00:02.000',
  '<b>&amp;</b>',
  '&lt;',
  ']]>',
  '"quotes\' and =;#\\ signs',
  '\\',
  'ends in \\',
  '[CHAPTER]',
  'START=5',
  'CHAPTER002=00:00:00.000',
  'NOTE',
  'WEBVTT',
  ';FFMETADATA1',
  '#',
  '{"a": 1}',
  'ends in <https://example.org/>',
  'ends in <>',
  '<>',
  '<https://example.org/>',
  '\u2028line',
  '\uD83D\uDE00',
  '\u0000',
  'שלום',
  '__proto__',
  '1',
  '0:00',
]

const title = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string(),
  fc.string({unit: 'binary'}),
  fc.tuple(fc.constantFrom(...hostile), fc.string()).map((parts) => parts.join('')),
)
const url = fc.constantFrom('https://example.org/', 'https://example.org/a?b=c&d=%22', "https://example.org/'x'#t=5")

/** Tidy chapters: rising starts of whole milliseconds, titles of one line. */
export const tidyList = (fields: {
  readonly url?: boolean
  readonly image?: boolean
  readonly hidden?: boolean
  readonly end?: boolean
}): fc.Arbitrary<readonly Chapter[]> => {
  const optional = {
    ...(fields.url ? {url} : {}),
    ...(fields.image ? {image: url} : {}),
    ...(fields.hidden ? {hidden: fc.constant(true)} : {}),
    ...(fields.end ? {lengthInMilliseconds: fc.integer({min: 1, max: 10_000})} : {}),
  }
  const one = fc.record(
    {
      title: title.map(cleanTitle).filter((text) => text !== ''),
      gapInMilliseconds: fc.integer({min: 1, max: 10_000_000}),
      ...optional,
    },
    {requiredKeys: ['title', 'gapInMilliseconds']},
  )
  return fc.array(one, {maxLength: 8}).map((list) => {
    let clock = 0
    return list.map(({gapInMilliseconds, title, ...rest}) => {
      clock += gapInMilliseconds
      const {lengthInMilliseconds, ...others} = rest as {readonly lengthInMilliseconds?: number}
      const end = lengthInMilliseconds === undefined ? {} : {endInSeconds: (clock + lengthInMilliseconds) / 1000}
      return {startInSeconds: clock / 1000, title, ...others, ...end}
    })
  })
}
