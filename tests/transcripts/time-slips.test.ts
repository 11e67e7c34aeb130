import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readTranscript} from '../../src/transcripts/convert.ts'
import {captionCues} from '../../src/transcripts/formats/cue-times.ts'
import {risingChain} from '../../src/transcripts/rising-chain.ts'
import {cueLines} from './formats/cue-list.ts'
import {codes, outline} from './markdown/reading.ts'

type Row = readonly [start: number, end: number, text: string]

const time = (second: number) =>
  `${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`

const asSubRip = (rows: readonly Row[]) =>
  rows.map(([start, end, text], at) => `${at + 1}\n${time(start)},000 --> ${time(end)},000\n${text}\n`).join('\n')
const asWebVtt = (rows: readonly Row[]) => `WEBVTT\n\n${asSubRip(rows).replaceAll(',000', '.000')}`
const asJson = (rows: readonly Row[]) =>
  JSON.stringify({version: '1.0.0', segments: rows.map(([startTime, endTime, body]) => ({startTime, endTime, body}))})

function read(text: string, file: string) {
  const reading = readTranscript(text, file)
  if (!reading.ok) throw new Error('not read')
  return {transcript: reading.value, problems: reading.problems}
}

const rows: readonly Row[] = [
  [1, 4, 'One, and more words.'],
  [4, 7, 'Two, and more words.'],
  [7, 9, 'Three, and more words.'],
  [9, 12, 'Four, and more words.'],
  [12, 15, 'Five, and more words.'],
]
const withRow = (at: number, start: number, end: number) =>
  rows.map((row, index): Row => (index === at ? [start, end, row[2]] : row))

describe('one slip of a time', () => {
  it.each([
    ['a start that is far too late, before its own end', 1, 54, 7, [4, 7]],
    ['a start that is an hour too late', 1, 3604, 3607, [4, undefined]],
    ['a start that is far too early', 3, 0, 12, [9, 12]],
    ['the first start', 0, 54, 4, [0, 4]],
    ['an end that is far too late', 1, 4, 3247, [4, undefined]],
    ['the last start', 4, 1, 2, [12, undefined]],
  ] as const)('leaves the others as they are: %s', (_, at, start, end, [wanted, wantedEnd]) => {
    for (const [file, text] of [
      ['a.srt', asSubRip(withRow(at, start, end))],
      ['a.vtt', asWebVtt(withRow(at, start, end))],
      ['a.json', asJson(withRow(at, start, end))],
    ] as const) {
      const {transcript, problems} = read(text, file)
      const cues = rows.map((row, index): Row | readonly [number, number | undefined, string] =>
        index === at ? [wanted, wantedEnd, row[2]] : row,
      )
      expect(cueLines(transcript)).toEqual(cues.map(([from, to, words]) => `|${from}|${to ?? ''}|${words}`))
      expect(codes(problems)).toEqual(['cue-time-outlying'])
      const published = captionCues(transcript)
      expect(
        published.every((cue, index) => index === at || cue.startInMilliseconds === (rows[index]?.[0] ?? 0) * 1000),
      ).toBe(true)
    }
  })

  it('is named with its line', () => {
    const {problems} = read(asSubRip(withRow(1, 54, 7)), 'a.srt')
    expect(problems).toMatchObject([{file: 'a.srt', line: 6, message: expect.stringContaining('0:54 to 0:07')}])
  })

  it.each([
    [
      'a.md',
      '**Nora:** [00:00:05] One.\n\n**Leo:** [00:54:00] Two.\n\n**Nora:** [00:05:50] Three.\n\n**Leo:** [00:06:00] Four.',
    ],
    [
      'a.txt',
      'Nora (00:00:05):\nOne.\n\nLeo (00:54:00):\nTwo.\n\nNora (00:05:50):\nThree.\n\nLeo (00:06:00):\nFour.\n',
    ],
  ])('in the text %s is interpolated', (file, text) => {
    const {transcript, problems} = read(text, file)
    expect(outline(transcript)).toEqual(['Nora: @5 One.', 'Leo: @5.24 Two.', 'Nora: @350 Three.', 'Leo: @360 Four.'])
    expect(codes(problems)).toEqual(['cue-time-outlying'])
  })

  it('of a heading takes its time away from it alone', () => {
    const {transcript} = read(
      '## [00:00:05] One\n\n[00:00:06] A.\n\n## [09:00:00] Two\n\n[00:01:00] B.\n\n[00:02:00] C.',
      'a.md',
    )
    expect(outline(transcript).filter((line) => !line.startsWith('#'))).toEqual(['-: @6 A.', '-: @60 B. / @120 C.'])
  })

  it('may happen twice', () => {
    const long = Array.from({length: 20}, (_, at): Row => [at * 3, at * 3 + 3, `Sentence ${at} of the talk.`])
    const slipped = long.map((row, at): Row => (at === 4 || at === 12 ? [row[0] + 3600, row[1] + 3600, row[2]] : row))
    const starts = captionCues(read(asSubRip(slipped), 'a.srt').transcript).map((cue) => cue.startInMilliseconds / 1000)
    expect(starts).toEqual(long.map(([start]) => start))
  })
})

describe('times that', () => {
  it('overlap a little, as people do, stay', () => {
    const overlapping: readonly Row[] = [
      [0, 6, 'One.'],
      [5, 8, 'Two.'],
      [3, 9, 'Three.'],
      [8, 12, 'Four.'],
    ]
    const {transcript, problems} = read(asSubRip(overlapping), 'a.srt')
    expect(cueLines(transcript)).toEqual(overlapping.map(([from, to, words]) => `|${from}|${to}|${words}`))
    expect(codes(problems)).toEqual(['cue-times-irregular'])
  })

  it('begin anew are left out', () => {
    const second = rows.map(([start, end, text]): Row => [start, end, text.toLowerCase()])
    const first = Array.from({length: 9}, (_, at): Row => [at * 3, at * 3 + 3, `Sentence ${at}.`])
    const {transcript, problems} = read(asSubRip([...first, ...second]), 'a.srt')
    expect(cueLines(transcript).slice(9)).toEqual(second.map(([, , text]) => `|||${text}`))
    expect(codes(problems)).toEqual(['cue-times-begin-anew'])
  })

  it('begin at an hour, as films do, stay', () => {
    const film = rows.map(([start, end, text]): Row => [start + 3600, end + 3600, text])
    expect(read(asSubRip(film), 'a.srt').problems).toEqual([])
  })
})

describe('risingChain', () => {
  it('keeps what weighs most, and of equals what ends sooner', () => {
    expect([...risingChain([1, 540, 9].map((value) => ({value, weight: 1})))].sort()).toEqual([0, 2])
    expect([
      ...risingChain([
        {value: 5, weight: 9},
        {value: 1, weight: 1},
        {value: 2, weight: 1},
      ]),
    ]).toEqual([0])
  })

  it('rises, and weighs as much as any other', () => {
    const number = fc.record({value: fc.nat(9), weight: fc.integer({min: 1, max: 3})})
    fc.assert(
      fc.property(fc.array(number, {maxLength: 9}), (numbers) => {
        const kept = [...risingChain(numbers)].sort((a, b) => a - b).map((at) => numbers[at] ?? {value: 0, weight: 0})
        expect(kept.every(({value}, at) => value >= (kept[at - 1]?.value ?? 0))).toBe(true)
        let most = 0
        for (let set = 0; set < 1 << numbers.length; set += 1) {
          const chosen = numbers.filter((_, at) => (set >> at) & 1)
          if (chosen.every(({value}, at) => value >= (chosen[at - 1]?.value ?? 0)))
            most = Math.max(
              most,
              chosen.reduce((sum, {weight}) => sum + weight, 0),
            )
        }
        expect(kept.reduce((sum, {weight}) => sum + weight, 0)).toBe(most)
      }),
    )
  })
})

describe('captions in another order than that of their times', () => {
  const asked = [0, 8, 16, 24, 32, 40, 48, 56].map((at): Row => [at, at + 4, `Ada: Question ${at}.`])
  const answered = [4, 12, 20, 28, 36, 44, 52, 60].map((at): Row => [at, at + 4, `Bo: Answer ${at}.`])

  it('are sorted where one speaker stands below the other', () => {
    const {transcript, problems} = read(asSubRip([...asked, ...answered]), 'a.srt')
    expect(problems).toMatchObject([{code: 'cues-sorted', severity: 'info', line: 34}])
    expect(cueLines(transcript).slice(0, 3)).toEqual([
      'Ada|0|4|Question 0.',
      'Bo|4|8|Answer 4.',
      'Ada|8|12|Question 8.',
    ])
    expect(cueLines(transcript)).toHaveLength(16)
  })

  it('stay as they are where they are those of two recordings', () => {
    const again = asked.map(([start, end]): Row => [start, end, 'Another part of the talk.'])
    const {problems} = read(asSubRip([...asked, [64, 68, 'The end of it.'], ...again]), 'a.srt')
    expect(codes(problems)).toEqual(['cue-times-begin-anew'])
  })
})

describe('captions that all begin at once', () => {
  it('are published as text', () => {
    const {transcript, problems} = read(asSubRip(rows.map(([, , text]): Row => [0, 0, text])), 'a.srt')
    expect(problems).toMatchObject([{code: 'cue-times-equal', line: 2}])
    expect(cueLines(transcript)[0]).toBe('|||One, and more words.')
  })
})
