import type {ProblemCode} from '../model/problem.ts'
import {complaint, type ElementCheck, fine} from './rule-table.ts'

/** What Apple asks of a show, with what happens without it. */
const asked: readonly (readonly [name: string, code: ProblemCode, without: string])[] = [
  ['itunes:explicit', 'feed-itunes-element-missing', 'Apple Podcasts refuses the show'],
  ['itunes:category', 'feed-itunes-element-missing', 'Apple Podcasts refuses the show'],
  ['itunes:image', 'feed-itunes-element-missing', 'Apple Podcasts refuses the show'],
  [
    'itunes:owner',
    'feed-itunes-mail-missing',
    'directories have nowhere to send the code that proves the show is yours',
  ],
]

/** Holds as soon as a feed has one of Apple's elements; one without any is no podcast. */
export const itunesChannel: ElementCheck = (channel, facts) => {
  if (!facts.usedPrefixes.has('itunes')) return fine
  const missing = asked.filter(([name]) => !channel.childCounts.has(name))
  return [
    ...missing.map(([name, code, without]) => complaint(code, `The channel has no ${name}: ${without}`)),
    ...languageKnown(channel, facts),
  ]
}

const languageKnown: ElementCheck = ({childCounts}) =>
  childCounts.has('language') || childCounts.has('dc:language')
    ? fine
    : [
        complaint(
          'feed-apple-language-missing',
          'The channel has no language, which Apple Podcasts requires',
          'Add <language>en</language>',
        ),
      ]
