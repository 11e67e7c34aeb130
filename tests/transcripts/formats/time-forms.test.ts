import {describe, expect, it} from 'vitest'
import {parseChapterLines} from '../../../src/chapters/plain-lines.ts'
import {readTranscript} from '../../../src/transcripts/convert.ts'
import {cueLines} from './cue-list.ts'

/** `L` is what is said from second 4 to 9 by Mara, `M` from 9 to 15 by Jo. */
type Form = readonly [shows: string, lines: readonly [string, string], says: readonly ('names' | 'ends')[]]

/** The forms in which a time or a range, and perhaps a name, stands before what is said: issue by issue, as programs and people write it. */
const forms: readonly Form[] = [
  ['Whisper on the screen', ['[00:04.000 --> 00:09.000]  L', '[00:09.000 --> 00:15.000]  M'], ['ends']],
  [
    'whisper.cpp on the screen',
    ['[00:00:04.000 --> 00:00:09.000]   L', '[00:00:09.000 --> 00:00:15.000]   M'],
    ['ends'],
  ],
  ['text on the line of the times', ['00:00:04.000 --> 00:00:09.000 L', '00:00:09.000 --> 00:00:15.000 M'], ['ends']],
  ['a short arrow', ['00:00:04.000 -> 00:00:09.000 L', '00:00:09.000 -> 00:00:15.000 M'], ['ends']],
  ['an arrow', ['[0:04 → 0:09] L', '[0:09 → 0:15] M'], ['ends']],
  ['a dash', ['(0:04 - 0:09) L', '(0:09 - 0:15) M'], ['ends']],
  ['a long dash', ['0:04–0:09 L', '0:09–0:15 M'], ['ends']],
  ['a word', ['[00:04 to 00:09] L', '[00:09 to 00:15] M'], ['ends']],
  ['a range and a name', ['(0:04 - 0:09) Mara: L', '(0:09 - 0:15) Jo: M'], ['names', 'ends']],
  ['a time and a name', ['[00:04] Mara: L', '[00:09] Jo: M'], ['names']],
  ['a name in bold and a time', ['**Mara** (00:04)\nL', '**Jo** (00:09)\nM'], ['names']],
  ['a name in bold and a time on the line', ['**Mara** (00:04): L', '**Jo** (00:09): M'], ['names']],
  ['a heading with a name and a time', ['### Mara (00:04)\n\nL', '### Jo (00:09)\n\nM'], ['names']],
  ['a heading with a time and a name', ['### [00:04] Mara\n\nL', '### [00:09] Jo\n\nM'], ['names']],
  ['a name, a time, a colon', ['Mara (00:00:04):\nL', 'Jo (00:00:09):\nM'], ['names']],
  ['blanks before the time', ['Mara  0:04\nL', 'Jo  0:09\nM'], ['names']],
  ['Trint', ['[00:00:04] Mara\nL', '[00:00:09] Jo\nM'], ['names']],
  ['Happy Scribe', ['[00:00:04.000] - Mara\nL', '[00:00:09.000] - Jo\nM'], ['names']],
  ['Podium', ['0:00:04 - Mara\nL', '0:00:09 - Jo\nM'], ['names']],
  ['Riverside', ['Mara (00:04.000)\nL', 'Jo (00:09.000)\nM'], ['names']],
  ['Castmagic', ['Mara [00:00:04]:\nL', 'Jo [00:00:09]:\nM'], ['names']],
  ['time codes of film', ['00;00;04;00 L', '00;00;09;00 M'], []],
  ['time codes with colons', ['[00:00:04:00] L', '[00:00:09:00] M'], []],
  ['brackets of Japanese', ['【00：04】L', '【00：09】M'], []],
]

const spoken = (lines: readonly string[]) =>
  lines.join('\n\n').replace('L', 'It was night.').replace(/M$/, 'So it was.')

describe('all forms of a time', () => {
  // Captions are what a file is called here: programs that print on the screen are often told to write there.
  const files = ['talk.txt', 'talk.transcript.md', 'talk.srt', 'talk.vtt']
  it.each(forms.flatMap((form) => files.map((file) => [form[0], file, form] as const)))(
    '%s, in %s',
    (_, file, [, lines, says]) => {
      const reading = readTranscript(spoken(lines), file)
      const [mara, jo] = says.includes('names') ? ['Mara', 'Jo'] : ['', '']
      const [first, second] = says.includes('ends') ? ['9', '15'] : ['', '']
      expect(reading.ok && cueLines(reading.value)).toEqual([
        `${mara}|4|${first}|It was night.`,
        `${jo}|9|${second}|So it was.`,
      ])
    },
  )

  describe.each(files)('a name below each range, as Premiere and Resolve write them, in %s', (file) => {
    it.each([
      ['00;00;04;00 - 00;00;09;00', '00;00;09;00 - 00;00;15;00'],
      ['00:00:04:00 - 00:00:09:00', '00:00:09:00 - 00:00:15:00'],
      ['[00:00:04:00 - 00:00:09:00]', '[00:00:09:00 - 00:00:15:00]'],
    ])('%s', (mara, jo) => {
      const reading = readTranscript(spoken([`${mara}\nMara\nL`, `${jo}\nJo\nM`]), file)
      expect(reading.ok && cueLines(reading.value)).toEqual(['Mara|4|9|It was night.', 'Jo|9|15|So it was.'])
    })

    it.each([
      [
        ['Speaker 1', 'Unknown', 'Jo Lund'],
        ['Speaker 1', 'Unknown', 'Jo Lund'],
      ],
      [
        ['Mara Winter', 'Jo Lund', 'Mara Winter'],
        ['Mara Winter', 'Jo Lund', 'Mara Winter'],
      ],
      // A role is a name by itself. The others may be speech.
      [
        ['Speaker 1', 'well, this is how', 'Speaker 2'],
        ['Speaker 1', 'Speaker 1', 'Speaker 2'],
      ],
      [
        ['It was', 'One. Two.', 'Nothing More'],
        ['', '', ''],
      ],
    ])('%j', (below, names) => {
      const text = below.map((name, index) => `00;00;0${index};00 - 00;00;0${index + 1};00\n${name}\nIt was night.`)
      const reading = readTranscript(text.join('\n\n'), file)
      expect(reading.ok && cueLines(reading.value).map((cue) => cue.split('|')[0])).toEqual(names)
    })
  })

  it('what is for screens is not said', () => {
    const reading = readTranscript(
      'WEBVTT\n\n00:04.000 --> 00:09.000 align:start position:0%\nOne.\n\n00:09.000 --> 00:15.000 align: middle\nTwo.\n',
      'talk.vtt',
    )
    expect(reading.ok && cueLines(reading.value)).toEqual(['|4|9|One.', '|9|15|Two.'])
  })
})

/** The same forms before the title of a chapter; names are no part of chapters, and a time may stand behind the title. */
const chapterLines: readonly (readonly [line: string, end: number | undefined])[] = [
  ...forms
    .filter(([, , says]) => !says.includes('names'))
    .map(([, [line], says]) => [line.replace('L', 'Intro'), says.includes('ends') ? 9 : undefined] as const),
  ['00:00:04.000 - 00:00:09.000 Intro', 9],
  ['- (00:04) Intro', undefined],
  ['0:04 - Intro', undefined],
  ['Intro (00:04)', undefined],
  ['**Intro** (00:04)', undefined],
  ['**00:04** Intro', undefined],
  ['### Intro (00:04)', undefined],
  ['## [00:04] Intro', undefined],
]

describe('all forms of a time before a chapter', () => {
  it.each(chapterLines)('%s', (line, end) => {
    const expected = [{startInSeconds: 4, title: 'Intro', ...(end === undefined ? {} : {endInSeconds: end})}]
    expect(parseChapterLines(line).chapters).toEqual(expected.map((each) => ({...each, line: 1})))
  })

  it('a comment is none', () => {
    expect(parseChapterLines('# 00:04 Intro\n00:09 One')).toMatchObject({chapters: [{title: 'One'}], problems: []})
  })
})
