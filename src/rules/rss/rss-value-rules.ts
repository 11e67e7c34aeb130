import type {Value} from '../element-table.ts'
import type {FeedElement} from '../feed-element.ts'
import {feedRules, quoted} from '../rule.ts'
import {specs, validator} from '../rule-sources.ts'
import {integerBetween, matching, oneOfExactly} from '../values/value-forms.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const everyDay = weekdays.map((day) => `<day>${day}</day>`)
const everyHour = Array.from({length: 24}, (_, hour) => `<hour>${hour}</hour>`)

/** Rules for the values of elements that only RSS has. */
export const rssValueRules = feedRules({
  'feed-hour-invalid': {
    severity: 'error',
    w3c: 'InvalidHour',
    spec: specs.rss,
    profiles: validator,
    why: 'Hours are 0 to 23, in GMT. Apps that read skipHours do not ask for the feed in these hours.',
    // Hours are 0 to 23, in GMT. RSS 0.92 counted to 24.
    check: ({trimmed, subject}: Value) =>
      /^\d{1,2}$/.test(trimmed) && Number(trimmed) <= 24
        ? undefined
        : `${subject} is not an hour of the day: ${quoted(trimmed, 20)}`,
    in: 'skipHours',
    bad: '<hour>25</hour>',
    good: '<hour>23</hour>',
  },
  'feed-hour-midnight': {
    severity: 'warning',
    w3c: 'UseZeroForMidnight',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'Midnight was 24 in an old version and is 0 now.',
    check: ({trimmed, subject}: Value) => (Number(trimmed) === 24 ? `${subject} is 24; midnight is 0` : undefined),
    in: 'skipHours',
    bad: '<hour>24</hour>',
    good: '<hour>0</hour>',
  },
  'feed-day-invalid': {
    severity: 'error',
    w3c: 'InvalidDay',
    spec: specs.rss,
    profiles: validator,
    why: 'Days are the English names, Monday to Sunday.',
    check: oneOfExactly(weekdays),
    in: 'skipDays',
    bad: '<day>Mon</day>',
    good: '<day>Monday</day>',
  },
  'feed-value-twice': {
    severity: 'error',
    w3c: 'DuplicateValue',
    spec: specs.rss,
    profiles: validator,
    why: 'An hour or a day is listed twice.',
    check: ({trimmed, subject, element, facts}: Value, value: string) =>
      facts.seenBefore(`${element.name} below ${element.parent?.offset}`, value)
        ? `${subject} ${trimmed} is listed twice`
        : undefined,
    in: 'skipHours',
    bad: '<hour>12</hour><hour>12</hour>',
    good: '<hour>12</hour>',
  },
  'feed-hours-too-many': {
    severity: 'error',
    w3c: 'NotEnoughHoursInTheDay',
    spec: specs.rss,
    profiles: validator,
    why: 'A day has 24 hours. A longer list has some of them twice.',
    check: ({childCounts}: FeedElement) =>
      (childCounts.get('hour') ?? 0) > 24 ? 'skipHours lists more hours than a day has' : undefined,
    in: 'channel',
    bad: `<skipHours>${[...everyHour, ...everyHour.slice(0, 1)].join('')}</skipHours>`,
    good: `<skipHours>${everyHour.join('')}</skipHours>`,
    also: ['feed-value-twice'],
  },
  'feed-days-too-many': {
    severity: 'error',
    w3c: 'EightDaysAWeek',
    spec: specs.rss,
    profiles: validator,
    why: 'A week has seven days. A longer list has some of them twice.',
    check: ({childCounts}: FeedElement) =>
      (childCounts.get('day') ?? 0) > 7 ? 'skipDays lists more days than a week has' : undefined,
    in: 'channel',
    bad: `<skipDays>${[...everyDay, ...everyDay.slice(0, 1)].join('')}</skipDays>`,
    good: `<skipDays>${everyDay.join('')}</skipDays>`,
    also: ['feed-value-twice'],
  },
  'feed-form-name-invalid': {
    severity: 'error',
    w3c: 'InvalidFormComponentName',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'The name becomes the name of a field in a form: a letter, then letters, digits and - _ : . alone.',
    check: matching(/^[A-Za-z][A-Za-z0-9:._-]*$/, 'the name of a field in a form'),
    in: 'textInput',
    bad: '<name>find it</name>',
    good: '<name>q</name>',
    also: ['feed-text-input'],
  },
  'feed-image-width-invalid': {
    severity: 'error',
    w3c: 'InvalidWidth',
    spec: specs.rss,
    profiles: validator,
    why: 'The width that the image of a channel names must be 1 to 144 pixels. Cover art is itunes:image.',
    check: integerBetween(1, 144),
    in: 'image',
    bad: '<width>1400</width>',
    good: '<width>144</width>',
  },
  'feed-image-height-invalid': {
    severity: 'error',
    w3c: 'InvalidHeight',
    spec: specs.rss,
    profiles: validator,
    why: 'The height that the image of a channel names must be 1 to 400 pixels. Cover art is itunes:image.',
    check: integerBetween(1, 400),
    in: 'image',
    bad: '<height>1400</height>',
    good: '<height>144</height>',
  },
  'feed-image-format': {
    severity: 'warning',
    w3c: 'ImageUrlFormat',
    spec: specs.rss,
    profiles: validator,
    why: 'The image of a channel is GIF, JPEG or PNG.',
    // RSS shows GIF, JPEG or PNG. The end of the path tells which of them it is.
    check: ({trimmed, subject}: Value) => {
      const path = trimmed.split(/[?#]/)[0] ?? ''
      const extension = /\.([a-z0-9]{1,5})$/i.exec(path.slice(path.lastIndexOf('/')))?.[1]?.toLowerCase()
      return extension === undefined || ['jpg', 'jpeg', 'gif', 'png'].includes(extension)
        ? undefined
        : `${subject} ends in .${extension}; RSS knows GIF, JPEG and PNG`
    },
    in: 'image',
    bad: '<url>https://example.com/logo.svg</url>',
    good: '<url>https://example.com/logo.png</url>',
  },
})
