import {feedRules, quoted} from '../rule.ts'
import {captionReaders, specs} from '../rule-sources.ts'

const arrow = 'The arrow between the times is "-->" with a blank on each side'
const timeHints = {
  WebVTT: 'Write 00:01.500 or 01:00:01.500: two digits each, a full stop, three digits',
  SubRip: 'Write 00:00:01,500: hours, minutes and seconds of two digits, a comma, three digits',
} as const

/** Rules for captions that a feed links to, by the grammar of their format. */
export const captionRules = feedRules({
  'caption-header-invalid': {
    severity: 'error',
    spec: specs.webVtt,
    profiles: captionReaders,
    why: 'WebVTT begins with a line WEBVTT and an empty one. Players refuse a file without the first; without the second the first caption is read as part of the header.',
    check: (fault: 'no header' | 'no empty line') =>
      fault === 'no header'
        ? {
            message: 'The file does not begin with WEBVTT, so players refuse it',
            hint: 'Write WEBVTT on the first line and leave the second one empty',
          }
        : {
            message:
              'The first caption follows WEBVTT without an empty line, so players take it for a part of the header',
            hint: 'Leave a line empty after WEBVTT',
          },
    in: 'file',
    bad: 'WEBVTT\n00:01.000 --> 00:04.000\nHello.',
    good: 'WEBVTT\n\n00:01.000 --> 00:04.000\nHello.',
  },
  'caption-time-invalid': {
    severity: 'error',
    spec: specs.webVtt,
    profiles: captionReaders,
    why: 'A time in another form is not read, so its caption is never shown. WebVTT has a full stop before three digits. SubRip has a comma, and always hours.',
    check: (format: 'WebVTT' | 'SubRip', time: string | 'the arrow') =>
      time === 'the arrow' ? arrow : {message: `${quoted(time, 40)} is no time of ${format}`, hint: timeHints[format]},
    in: 'WebVTT',
    bad: '00:01,500 --> 00:04.000\nHello.',
    good: '00:01.500 --> 00:04.000\nHello.',
  },
  'caption-times-disordered': {
    severity: 'error',
    spec: specs.webVtt,
    profiles: captionReaders,
    why: 'A caption must end after it starts, and must not start before the caption above it. Otherwise players drop it, or show it at the wrong time.',
    check: (fault: 'ends early' | 'starts early' | 'outside', time: string, other = '') => {
      if (fault === 'ends early') return `The caption ends (${time}) no later than it starts (${other})`
      if (fault === 'outside') return `${time} is not within the caption`
      const message = `The caption starts at ${time}, before the one above it`
      return {message, hint: 'Put the captions in the order of their starts'}
    },
    in: 'WebVTT',
    bad: '00:04.000 --> 00:04.000\nHello.',
    good: '00:04.000 --> 00:06.000\nHello.',
  },
  'caption-block-stray': {
    severity: 'error',
    spec: specs.webVtt,
    profiles: captionReaders,
    why: 'A blank line ends a caption. If text follows without a time of its own, no player shows it. Style sheets and regions count only before the first caption.',
    check: (sheet?: string) =>
      sheet === undefined
        ? {
            message: 'A block without times: players show nothing of it',
            hint: 'Delete the blank line above it, or give it times',
          }
        : `${sheet} stands after the first caption`,
    in: 'WebVTT',
    bad: '00:01.000 --> 00:04.000\nHello.\n\nIt is me.',
    good: '00:01.000 --> 00:04.000\nHello.\nIt is me.',
  },
  'caption-text-missing': {
    severity: 'warning',
    spec: specs.webVtt,
    profiles: captionReaders,
    why: 'A caption without text shows nothing. Often a blank line cut off the text.',
    check: () => 'The caption has no text',
    in: 'WebVTT',
    bad: '00:01.000 --> 00:04.000\n\n00:04.000 --> 00:06.000\nHello.',
    good: '00:04.000 --> 00:06.000\nHello.',
  },
  'caption-text-unescaped': {
    severity: 'warning',
    spec: specs.webVtt,
    profiles: captionReaders,
    why: 'In WebVTT, an ampersand and a "<" in the text are written as references (&amp; and &lt;), and an arrow begins a new caption. Otherwise players hide the text that follows, or drop the caption.',
    check: (mark: '&' | '<' | '-->') => {
      if (mark === '&') return {message: 'An ampersand stands by itself', hint: 'Write &amp;'}
      if (mark === '<') return {message: 'A "<" that begins no tag', hint: 'Write &lt;'}
      return {message: 'An arrow in the text begins another caption, as players read it', hint: 'Write --&gt;'}
    },
    in: 'WebVTT',
    bad: '00:01.000 --> 00:04.000\nSalt & pepper.',
    good: '00:01.000 --> 00:04.000\nSalt &amp; pepper.',
  },
  'caption-tag-invalid': {
    severity: 'warning',
    spec: specs.webVtt,
    profiles: captionReaders,
    why: 'Captions may have the tags c, i, b, u, ruby, rt, lang and v with a name. Players drop all others silently. Apple Podcasts shows the name in <v> as the speaker.',
    check: (tag: string, lacks?: 'name' | 'language') =>
      lacks === undefined
        ? `${tag.slice(0, 60)} is no tag of captions`
        : {message: `${tag} says no ${lacks}`, hint: lacks === 'name' ? 'Write <v Mara>' : 'Write <lang de>'},
    in: 'WebVTT',
    bad: '00:01.000 --> 00:04.000\n<v>Hello.',
    good: '00:01.000 --> 00:04.000\n<v Mara>Hello.',
  },
  'caption-setting-invalid': {
    severity: 'warning',
    spec: specs.webVtt,
    profiles: captionReaders,
    why: 'Only settings of WebVTT may stand after the times (align:start, line:90%). Players ignore anything else. In SubRip nothing may stand there.',
    check: (format: 'WebVTT' | 'SubRip', setting: string) =>
      format === 'SubRip'
        ? `SubRip has nothing after the times; players ignore ${quoted(setting)}`
        : `${quoted(setting)} is no setting of a caption`,
    in: 'WebVTT',
    bad: '00:01.000 --> 00:04.000 align=left\nHello.',
    good: '00:01.000 --> 00:04.000 align:left\nHello.',
  },
  'caption-name-twice': {
    severity: 'warning',
    spec: specs.webVtt,
    profiles: captionReaders,
    why: 'The name of a caption stands above its times. No other caption of the file may have it, because links and scripts find a caption by its name.',
    check: (name: string) => `Another caption is called ${quoted(name)}`,
    in: 'WebVTT',
    bad: 'intro\n00:01.000 --> 00:02.000\nOne.\n\nintro\n00:02.000 --> 00:03.000\nTwo.',
    good: '1\n00:01.000 --> 00:02.000\nOne.\n\n2\n00:02.000 --> 00:03.000\nTwo.',
  },
  'caption-counter-invalid': {
    severity: 'warning',
    spec: specs.subRip,
    profiles: captionReaders,
    why: 'Each caption of SubRip has a number above its times, counted from 1. Some players skip captions without one.',
    check: (written: string | undefined, expected: number) => {
      if (written !== undefined && /^\s*\d{1,9}\s*$/.test(written)) {
        const number = Number(written)
        return number === expected ? undefined : `The caption has the number ${number}, where ${expected} comes next`
      }
      const hint = `Write ${expected} in a line above the times`
      return {
        message: written === undefined ? 'The caption has no number' : `${quoted(written, 40)} is no number`,
        hint,
      }
    },
    in: 'SubRip',
    bad: '00:00:01,000 --> 00:00:04,000\nHello.',
    good: '2\n00:00:01,000 --> 00:00:04,000\nHello.',
  },
})
