import type {feedSidecarsRules} from '../../src/model/problems/feed-rules-sidecars.ts'
import type {RuleCase, RuleCases} from './rule-case.ts'

const vtt = (text: string): string => `WEBVTT\n\n00:00.000 --> 00:01.000\nBefore.\n\n${text}`
const srt = (text: string): string => `1\n00:00:00,000 --> 00:00:01,000\nBefore.\n\n${text}`
const chapters = (list: string): string => `{"version": "1.2.0", "chapters": [\n${list}]}`
const segments = (list: string): string => `{"version": "1.0.0", "segments": [\n${list}]}`

/** A caption file that breaks a rule in the sixth line, where the second caption begins. */
function caption(wrap: (text: string) => string, bad: string, good: string, line = 6): RuleCase {
  return {bad: wrap(bad), good: wrap(good), line}
}

function json(wrap: (list: string) => string, bad: string, good: string): RuleCase {
  return {bad: wrap(bad), good: wrap(good), line: 2}
}

const spoken = '00:01.000 --> 00:04.000\nHello.'

export const sidecarsCases: RuleCases<typeof feedSidecarsRules> = {
  'caption-header-invalid': {bad: `WEBVTT\n${spoken}`, good: `WEBVTT\n\n${spoken}`, line: 2},
  'caption-time-invalid': caption(vtt, '00:01,500 --> 00:04.000\nHello.', '00:01.500 --> 00:04.000\nHello.'),
  'caption-times-disordered': caption(vtt, '00:04.000 --> 00:04.000\nHello.', spoken),
  'caption-block-stray': caption(vtt, 'It is me.', 'NOTE It is me.'),
  'caption-text-missing': caption(vtt, '00:01.000 --> 00:04.000', spoken),
  'caption-text-unescaped': caption(
    vtt,
    '00:01.000 --> 00:04.000\nSalt & pepper.',
    '00:01.000 --> 00:04.000\nSalt &amp; pepper &lt;3.',
    7,
  ),
  'caption-tag-invalid': caption(
    vtt,
    '00:01.000 --> 00:04.000\n<v>Hello.',
    '00:01.000 --> 00:04.000\n<v.host Mara><i>Hello</i>, <c.loud>you</c>.',
    7,
  ),
  'caption-setting-invalid': caption(
    vtt,
    '00:01.000 --> 00:04.000 align=left\nHello.',
    '00:01.000 --> 00:04.000 align:left line:90%,end position:10%\nHello.',
  ),
  'caption-name-twice': {
    bad: `WEBVTT\n\none\n${spoken}\n\none\n00:04.000 --> 00:05.000\nTwo.`,
    good: `WEBVTT\n\none\n${spoken}\n\ntwo\n00:04.000 --> 00:05.000\nTwo.`,
    line: 7,
  },
  'caption-counter-invalid': {
    bad: srt('3\n00:00:01,000 --> 00:00:04,000\nHello.'),
    good: srt('2\n00:00:01,000 --> 00:00:04,000\nHello.'),
    line: 5,
  },
  'transcript-file-value-invalid': json(
    segments,
    '{"startTime": "0:01", "body": "Hello"}',
    '{"startTime": 1.5, "endTime": 2, "speaker": "Mara", "body": "Hello", "extra": 1}',
  ),
  'transcript-file-member-missing': json(segments, '{"startTime": 1}', '{"startTime": 1, "body": ""}'),
  'transcript-file-disordered': json(
    segments,
    '{"startTime": 9, "endTime": 8, "body": "Two"}',
    '{"startTime": 9, "body": "Two"}, {"startTime": 9, "body": "both at once"}',
  ),
  'chapter-file-value-invalid': json(
    chapters,
    '{"startTime": 0, "img": "cover.jpg"}',
    '{"startTime": 0, "img": "https://example.com/cover.jpg", "toc": false, "location": {"name": "Here", "geo": "geo:1,2"}}',
  ),
  'chapter-file-member-missing': json(chapters, '{"title": "Intro"}', '{"startTime": 0, "title": "Intro"}'),
  'chapter-file-disordered': json(
    chapters,
    '{"startTime": 9}, {"startTime": 0}',
    '{"startTime": 0}, {"startTime": 9}, {"startTime": 5, "toc": false}',
  ),
}
