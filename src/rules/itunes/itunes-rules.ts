import type {Value} from '../element-table.ts'
import {feedRules, quoted} from '../rule.ts'
import {appleAndValidator, specs, validator} from '../rule-sources.ts'
import {matching, oneOfExactly} from '../values/value-forms.ts'
import {isListed, isObsolete} from './obsolete-categories.ts'

const manyWords = /^\s*\S+\s+\S+\s+\S/
const outdatedWords = /^(?:yes|no|clean|explicit)$/i

/** Rules for the values of Apple's elements. */
export const itunesValueRules = feedRules({
  'feed-itunes-explicit-invalid': {
    severity: 'error',
    w3c: 'InvalidTrueFalse',
    spec: specs.appleGuide,
    profiles: appleAndValidator,
    why: 'The value must be true or false in lower case. Apps ignore any other word.',
    // Apple does not know the word if it has white space around it.
    check: (value: Value) =>
      outdatedWords.test(value.text) ? undefined : oneOfExactly(['true', 'false'])({...value, trimmed: value.text}),
    in: 'channel of a podcast',
    bad: '<itunes:explicit>PG-13</itunes:explicit>',
    good: '<itunes:explicit>false</itunes:explicit>',
  },
  'feed-itunes-explicit-outdated': {
    severity: 'error',
    w3c: 'InvalidTrueFalse',
    spec: specs.appleGuide,
    profiles: validator,
    why: 'The words yes, no, clean and explicit are from an older list. Apple still reads them, and many feeds have them. The W3C validator does not accept them.',
    check: ({text, subject}: Value) =>
      outdatedWords.test(text)
        ? {
            message: `${subject} is "${text}", a word of an older list`,
            hint: `Write ${/^(?:yes|explicit)$/i.test(text) ? 'true' : 'false'}`,
          }
        : undefined,
    in: 'channel of a podcast',
    bad: '<itunes:explicit>no</itunes:explicit>',
    good: '<itunes:explicit>false</itunes:explicit>',
  },
  'feed-itunes-yes-no-invalid': {
    severity: 'error',
    w3c: 'InvalidYesNoClean',
    spec: specs.appleGuide,
    profiles: validator,
    why: 'Only Yes has an effect; other words have none.',
    // We know that the other words do no harm.
    check: matching(/^(?:yes|no|clean)$/i, 'yes or no'),
    hint: 'Write Yes, or leave the element out',
    in: 'channel of a podcast',
    bad: '<itunes:block>Absolutely</itunes:block>',
    good: '<itunes:block>Yes</itunes:block>',
  },
  'feed-itunes-type-invalid': {
    severity: 'error',
    w3c: 'InvalidItunesChannelType',
    spec: specs.appleGuide,
    profiles: appleAndValidator,
    why: 'The type of a show is episodic or serial. With any other word, apps take the show for episodic and play the newest episode first.',
    check: oneOfExactly(['episodic', 'serial']),
    in: 'feed',
    bad: '<itunes:type>series</itunes:type>',
    good: '<itunes:type>serial</itunes:type>',
  },
  'feed-itunes-episode-type-invalid': {
    severity: 'error',
    w3c: 'InvalidItunesEpisodeType',
    spec: specs.appleGuide,
    profiles: appleAndValidator,
    why: 'An episode is full, trailer or bonus.',
    check: oneOfExactly(['full', 'trailer', 'bonus']),
    in: 'item of a podcast',
    bad: '<itunes:episodeType>Full</itunes:episodeType>',
    good: '<itunes:episodeType>full</itunes:episodeType>',
  },
  'feed-itunes-duration-invalid': {
    severity: 'error',
    w3c: 'InvalidDuration',
    spec: specs.appleGuide,
    profiles: validator,
    why: 'A duration is a number of seconds, or hours, minutes and seconds with colons. In any other form, apps show no duration, or measure the file.',
    check: matching(/^\d+(?::[0-5]\d){0,2}$/, 'a duration'),
    hint: 'Write seconds (1800) or H:MM:SS; no fractions',
    in: 'item of a podcast',
    bad: '<itunes:duration>90 min</itunes:duration>',
    good: '<itunes:duration>5400</itunes:duration>',
  },
  'feed-itunes-keywords-invalid': {
    severity: 'warning',
    w3c: 'InvalidKeywords',
    spec: specs.appleGuide,
    profiles: validator,
    why: 'Keywords are a list with commas.',
    // It must be a list with commas. Three words without a comma are a sentence, and nobody searches for a sentence.
    check: ({trimmed, subject}: Value) =>
      trimmed.split(',').some((keyword) => manyWords.test(keyword)) || /[;|]/.test(trimmed)
        ? `${subject} is not a list with commas: ${quoted(trimmed)}`
        : undefined,
    hint: 'Write salt, pepper, spices',
    in: 'channel of a podcast',
    bad: '<itunes:keywords>salt pepper spices</itunes:keywords>',
    good: '<itunes:keywords>salt, pepper, spices</itunes:keywords>',
  },
  'feed-itunes-category-invalid': {
    severity: 'error',
    w3c: 'InvalidItunesCategory',
    spec: specs.appleCategories,
    profiles: appleAndValidator,
    disagrees: 'The list of the validator lacks Religion below Religion & Spirituality, which Apple has.',
    why: 'Apple ignores a category that is not spelled as in its list, and refuses a show that has no other.',
    check: (value: Value) =>
      isListed(value) || isObsolete(value)
        ? undefined
        : `${value.subject} is ${quoted(value.text)}, which is not in Apple's list`,
    hint: 'Spell it as Apple does: Society & Culture',
    in: 'channel of a podcast',
    bad: '<itunes:category text="Tech"/>',
    good: '<itunes:category text="Technology"/>',
  },
  'feed-itunes-category-obsolete': {
    severity: 'warning',
    w3c: 'ObsoleteItunesCategory',
    spec: specs.appleCategories,
    profiles: validator,
    why: 'Apple changed its list in 2019. It moves the old names to new ones by itself, and not always to the one you would choose.',
    check: (value: Value) =>
      !isListed(value) && isObsolete(value)
        ? `${value.subject} is ${quoted(value.text)}, which Apple gave up in 2019`
        : undefined,
    in: 'channel of a podcast',
    bad: '<itunes:category text="Games &amp; Hobbies"/>',
    good: '<itunes:category text="Leisure"/>',
  },
  'feed-text-too-long': {
    severity: 'error',
    w3c: 'TooLong',
    spec: specs.appleGuide,
    profiles: validator,
    why: 'Apple tells apps to read 255 bytes of a tag and 4,000 bytes of a description. What is longer is cut.',
    // Apple counts bytes of UTF-8.
    check: ({trimmed, subject}: Value, mostBytes: number) => {
      if (trimmed.length * 3 <= mostBytes) return undefined
      const size = new TextEncoder().encode(trimmed).length
      return size > mostBytes ? `${subject} has ${size} bytes; apps read ${mostBytes}` : undefined
    },
    in: 'item of a podcast',
    bad: `<itunes:subtitle>${'Salt and pepper. '.repeat(16)}</itunes:subtitle>`,
    good: '<itunes:subtitle>Salt and pepper.</itunes:subtitle>',
  },
})
