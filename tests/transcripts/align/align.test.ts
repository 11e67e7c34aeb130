import {describe, expect, test} from 'vitest'
import type {Transcript} from '../../../src/model/transcript.ts'
import {alignTranscript} from '../../../src/transcripts/align/align.ts'
import {captionsOf, cuesIn, inventedWords, paragraphsOf, speechIn, textOf, wordsIn} from './invented-speech.ts'

const codes = ({problems}: {readonly problems: readonly {readonly code: string}[]}) => problems.map(({code}) => code)
const startsOf = (transcript: Transcript) => cuesIn(transcript).map((cue) => cue.startInSeconds)
const nothing: Transcript = {parts: []}

/** Captions that have only times of their own, one cue a line: `[from, to, text]`. */
function cues(...lines: readonly (readonly [from: number, to: number, text: string])[]): Transcript {
  const timed = lines.map(([startInSeconds, endInSeconds, text]) => ({
    spans: [{kind: 'speech' as const, text}],
    startInSeconds,
    endInSeconds,
  }))
  return {parts: [{kind: 'turn', cues: timed}]}
}

describe('words that both sides have', () => {
  test('take exactly the times of the captions', () => {
    const words = inventedWords(1, 400)
    const {transcript, report, problems} = alignTranscript(textOf(paragraphsOf(words)), captionsOf(words), {
      words: true,
    })
    expect(wordsIn(transcript).map((word) => word.startInSeconds)).toEqual(
      words.map((_, at) => Number((at * 0.4).toFixed(3))),
    )
    expect(new Set(cuesIn(transcript).map((cue) => cue.timing))).toEqual(new Set(['aligned']))
    expect(report).toMatchObject({alignedWordCount: 400, untimedWordCount: 0, cuts: [], added: [], moved: []})
    expect(problems).toEqual([])
  })

  test('are found whatever the spelling', () => {
    const text = textOf(['“I’m 21,” she said, “and I don’t co-host.”', 'Season One — café, 50% & more!'])
    const captions = cues(
      [10, 14, 'um i am twenty one she said and i do not cohost'],
      [14, 18, 'season 1 cafe fifty percent and more'],
    )
    const {transcript, report} = alignTranscript(text, captions)
    expect(report).toMatchObject({wordCount: 13, alignedWordCount: 12, interpolatedWordCount: 1})
    expect(cuesIn(transcript).map(speechIn)).toEqual(cuesIn(text).map(speechIn))
    expect(cuesIn(transcript)[1]).toMatchObject({startInSeconds: 14, endInSeconds: 18})
  })

  test('are found in scripts without spaces, character by character', () => {
    const text = textOf(['今日は宇宙の話をしましょう。', '星はどのように生まれるのでしょうか。'])
    const captions = cues(
      [5, 8, '今日は宇宙の話を'],
      [8, 9, 'しましょう'],
      [11, 15, '星はどの様に生まれるのでしょうか'],
    )
    const [first, second] = cuesIn(alignTranscript(text, captions).transcript)
    expect(first).toMatchObject({startInSeconds: 5, endInSeconds: 9, timing: 'aligned'})
    expect(second).toMatchObject({startInSeconds: 11, endInSeconds: 15, timing: 'aligned'})
  })

  test('get a share of their cue by length where the captions have no word times', () => {
    const text = textOf(['A', 'considerable'])
    const [, second] = cuesIn(alignTranscript(text, cues([0, 21, 'a considerable'])).transcript)
    expect(second).toMatchObject({startInSeconds: 5, endInSeconds: 21})
  })

  test('are not confused by a refrain', () => {
    const words = Array.from({length: 12}, (_, verse) => [
      ...inventedWords(verse + 2, 8),
      ...'and so we sail on over the water'.split(' '),
    ]).flat()
    const {transcript} = alignTranscript(textOf(paragraphsOf(words, 16)), captionsOf(words))
    expect(startsOf(transcript)).toEqual(Array.from({length: 12}, (_, verse) => Number((verse * 16 * 0.4).toFixed(3))))
  })

  test('do not let a long segment of one speaker push away what others say in it', () => {
    const captions = cues(
      [0, 90, 'testing the microphone'],
      [2, 6, 'welcome to the lighthouse'],
      [6, 9, 'good to be here today'],
    )
    const text = textOf(['Testing the microphone.', 'Welcome to the lighthouse!', 'Good to be here today.'])
    const {transcript} = alignTranscript(text, captions, {words: true})
    expect(startsOf(transcript)).toEqual([0, 2, 6])
    expect(wordsIn(transcript)[2]?.startInSeconds).toBeLessThan(1.5)
  })
})

test.each([9000, 0])('one word with a wrong time (%d s) does not move the words around it', (seconds) => {
  const words = inventedWords(12, 60)
  const captions = captionsOf(words, {wordsPerCue: 60})
  const [cue] = cuesIn(captions)
  const wrong = cue?.words?.map((word, at) =>
    at === 30 ? {...word, startInSeconds: seconds, endInSeconds: seconds} : word,
  )
  const parts = [{kind: 'turn' as const, cues: [{spans: [], startInSeconds: 0, endInSeconds: 24, words: wrong ?? []}]}]
  const times = wordsIn(alignTranscript(textOf([words.join(' ')]), {parts}, {words: true}).transcript)
  const exact = words.map((_, at) => Number((at * 0.4).toFixed(3)))
  expect(times.map((word) => word.startInSeconds).toSpliced(30, 1)).toEqual(exact.toSpliced(30, 1))
})

describe('words that only one side has', () => {
  const words = inventedWords(3, 600)

  test('a passage of the audio is reported as cut, and no cue stands in it', () => {
    const text = textOf(paragraphsOf([...words.slice(0, 200), ...words.slice(350)]))
    const {transcript, report, problems} = alignTranscript(text, captionsOf(words))
    expect(report.cuts).toEqual([
      {
        startInSeconds: expect.closeTo(80, 5),
        endInSeconds: expect.closeTo(140, 5),
        wordCount: 150,
        firstWords: words.slice(200, 205).join(' '),
        lastWords: words.slice(345, 350).join(' '),
        place: 'within',
      },
    ])
    for (const {startInSeconds: from = 0, endInSeconds: to = 0} of cuesIn(transcript)) {
      expect(from >= 140 || to <= 80.001).toBe(true)
    }
    expect(problems).toMatchObject([{code: 'audio-not-in-text', severity: 'info'}])
  })

  test('a text cue around a cut is divided there when captions are asked for', () => {
    const text = textOf([[...words.slice(0, 20), ...words.slice(200, 220)].join(' ')])
    const {transcript, report} = alignTranscript(text, captionsOf(words.slice(0, 230)), {split: true})
    const [cut] = report.cuts
    expect(cut).toMatchObject({wordCount: 180})
    const {startInSeconds: cutFrom = 0, endInSeconds: cutTo = 0} = cut ?? {}
    for (const {startInSeconds: from = 0, endInSeconds: to = 0} of cuesIn(transcript)) {
      expect(to <= cutFrom + 0.9 || from >= cutTo - 0.001).toBe(true)
    }
  })

  test('ten minutes of a live stream before the show are reported and take no words', () => {
    const {transcript, report} = alignTranscript(
      textOf(paragraphsOf(words)),
      captionsOf([...inventedWords(90, 1500), ...words, ...inventedWords(91, 300)]),
    )
    expect(report.cuts.map(({place, wordCount}) => [place, wordCount])).toEqual([
      ['before', 1500],
      ['after', 300],
    ])
    expect(startsOf(transcript)[0]).toBe(600)
    expect(report.alignedWordCount).toBe(600)
  })

  test('an added passage has no time and is reported with its line', () => {
    const added = inventedWords(44, 40).join(' ')
    const paragraphs = paragraphsOf(words)
    const text = textOf([...paragraphs.slice(0, 8), added, ...paragraphs.slice(8)])
    const {transcript, report, problems} = alignTranscript(text, captionsOf(words))
    expect(cuesIn(transcript)[8]).toEqual(cuesIn(text)[8])
    expect(report.added).toMatchObject([{line: 17, wordCount: 40, afterInSeconds: 80, beforeInSeconds: 80}])
    expect(problems).toMatchObject([{code: 'text-not-in-audio', line: 17}])
    expect(report.untimedWordCount).toBe(40)
  })

  test('an opening that the captions do not have is not spread over what they have instead', () => {
    const text = textOf([...paragraphsOf(inventedWords(55, 120)), ...paragraphsOf(words)])
    const {transcript, report} = alignTranscript(text, captionsOf([...inventedWords(66, 100), ...words]))
    expect(startsOf(transcript).slice(0, 6)).toEqual([undefined, undefined, undefined, undefined, undefined, 40])
    expect(report.added).toMatchObject([{wordCount: 120, beforeInSeconds: 40}])
    expect(report.cuts).toMatchObject([{place: 'before', wordCount: 100}])
  })

  test('a few words before the first that is found are not guessed either', () => {
    const text = textOf([inventedWords(55, 10).join(' '), ...paragraphsOf(words)])
    const {transcript} = alignTranscript(text, captionsOf([...inventedWords(66, 12), ...words]))
    expect(startsOf(transcript).slice(0, 2)).toEqual([undefined, 4.8])
  })

  test('a long passage with quite other words than the audio is both cut and added', () => {
    const text = textOf(paragraphsOf([...words.slice(0, 100), ...inventedWords(77, 50), ...words.slice(100)]))
    const captions = captionsOf([...words.slice(0, 100), ...inventedWords(88, 50), ...words.slice(100)])
    const {report, transcript} = alignTranscript(text, captions)
    expect(report.cuts).toMatchObject([{wordCount: expect.closeTo(50, -1), place: 'within'}])
    expect(report.added).toMatchObject([{wordCount: expect.closeTo(50, -1)}])
    expect(startsOf(transcript).slice(3, 7)).toEqual([30, undefined, undefined, 60])
  })

  test('a misheard word beside a cut stays with its own sentence', () => {
    const [before, after] = [words.slice(0, 40), words.slice(200, 240)]
    const text = textOf([before.join(' '), `Quart ${after.join(' ')}`])
    const captions = captionsOf([...before, ...words.slice(40, 199), 'court', ...after])
    const {transcript, report} = alignTranscript(text, captions)
    expect(startsOf(transcript)).toEqual([0, 79.6])
    expect(report.cuts).toMatchObject([{startInSeconds: 16, endInSeconds: 79.6}])
  })

  test('a word the machine missed after a pause does not reach back over the pause', () => {
    const captions = cues([0, 4, 'and then we sailed to the island'], [8, 12, 'nobody else would ever go there'])
    const text = textOf(['And then we sailed to the island.', 'Because nobody else would ever go there.'])
    expect(startsOf(alignTranscript(text, captions).transcript)[1]).toBeGreaterThan(7)
  })

  test('a word of another spelling takes the place between its neighbours', () => {
    const text = textOf(['We met Vijayakumar at the harbour wall yesterday.'])
    const captions = cues([0, 8, 'we met visual coma at the harbor wall yesterday'])
    const {transcript, report} = alignTranscript(text, captions, {words: true})
    const [, met, name, at] = wordsIn(transcript)
    expect(name).toMatchObject({
      text: 'Vijayakumar',
      startInSeconds: met?.endInSeconds,
      endInSeconds: at?.startInSeconds,
    })
    expect(report).toMatchObject({alignedWordCount: 6, interpolatedWordCount: 2, cuts: [], added: []})
  })

  test('an interjection the machine missed stands between its near neighbours, marked', () => {
    const captions = cues([0, 4, 'and then we sailed to the island'], [5, 9, 'because nobody else would go there'])
    const text = textOf(['And then we sailed to the island.', 'Really?', 'Because nobody else would go there.'])
    const [, cue] = cuesIn(alignTranscript(text, captions).transcript)
    expect(cue).toMatchObject({startInSeconds: 4, timing: 'interpolated'})
    expect(cue?.endInSeconds).toBeLessThanOrEqual(5)
  })

  test('a passage that stands elsewhere in the audio is reported and not timed', () => {
    const order = [...words.slice(0, 200), ...words.slice(300, 600), ...words.slice(200, 300)]
    const {transcript, report, problems} = alignTranscript(textOf(paragraphsOf(order)), captionsOf(words))
    expect(report).toMatchObject({cuts: [], added: []})
    expect(report.moved).toMatchObject([
      {wordCount: expect.closeTo(100, -1), startInSeconds: expect.closeTo(80, 0), endInSeconds: expect.closeTo(120, 0)},
    ])
    expect(codes({problems})).toEqual(['passage-moved'])
    expect(startsOf(transcript).slice(-4)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('nothing to align', () => {
  const text = textOf(['Nobody has heard a word of this.'])

  test.each([
    ['an empty text', nothing, captionsOf(['hello']), []],
    ['two empty transcripts', nothing, nothing, []],
    ['no captions', text, nothing, ['captions-without-times']],
    ['captions without times', text, text, ['captions-without-times']],
    [
      'captions of something else',
      textOf(paragraphsOf(inventedWords(5, 300))),
      captionsOf(inventedWords(6, 300)),
      ['captions-of-other-audio'],
    ],
  ])('%s: the text comes back as it was', (_, given, captions, expected) => {
    const {transcript, report, problems} = alignTranscript(given, captions)
    expect(transcript).toEqual(given)
    expect(report).toMatchObject({alignedWordCount: 0, interpolatedWordCount: 0, cuts: [], added: [], moved: []})
    expect(codes({problems})).toEqual(expected)
  })
})

describe('times in the text itself', () => {
  const at = (startInSeconds: number | undefined, text: string) => ({
    kind: 'turn' as const,
    cues: [{spans: [{kind: 'speech' as const, text}], ...(startInSeconds === undefined ? {} : {startInSeconds})}],
  })

  test('serve as anchors where there are no captions; paragraphs between near ones are interpolated', () => {
    const text: Transcript = {
      parts: [at(undefined, 'before'), at(10, 'abcdef'), at(undefined, 'abcdef'), at(30, 'the end')],
    }
    const {transcript, problems} = alignTranscript(text, nothing)
    expect(startsOf(transcript)).toEqual([undefined, 10, 20, 30])
    expect(cuesIn(transcript).map((cue) => cue.timing)).toEqual([undefined, 'interpolated', 'interpolated', undefined])
    expect(problems).toEqual([])
  })

  test('are no anchors for what lies minutes away', () => {
    const text: Transcript = {parts: [at(10, 'abcdef'), at(undefined, 'abcdef'), at(900, 'the end')]}
    expect(startsOf(alignTranscript(text, nothing).transcript)).toEqual([10, undefined, 900])
  })

  test('give way to what is heard, and a large difference is told', () => {
    const words = inventedWords(8, 100)
    const parts = paragraphsOf(words, 50).map((text, index) => at(index === 0 ? 1 : 75, text))
    const {transcript, problems} = alignTranscript({parts}, captionsOf(words))
    expect(startsOf(transcript)).toEqual([0, 20])
    expect(problems).toMatchObject([{code: 'time-not-as-heard'}])
  })

  test('stay where no word is heard', () => {
    const words = inventedWords(8, 100)
    const parts = [
      at(undefined, words.slice(0, 50).join(' ')),
      at(20, inventedWords(9, 30).join(' ')),
      at(undefined, words.slice(50).join(' ')),
    ]
    expect(startsOf(alignTranscript({parts}, captionsOf(words)).transcript)).toEqual([0, 20, 20])
  })

  test('are kept as they are where a cue has both', () => {
    const text = cues([1, 2.5, 'hello'], [2.5, 4, 'and welcome'])
    expect(alignTranscript(text, nothing).transcript).toEqual(text)
  })

  test('are estimated over the whole audio only when asked, and marked so', () => {
    const text = textOf(['abcdef', 'abcdef', 'abcdefghijklmnop'])
    const {transcript, problems} = alignTranscript(text, nothing, {estimate: {durationInSeconds: 40}})
    expect(startsOf(transcript)).toEqual([0, 10, 20])
    expect(new Set(cuesIn(transcript).map((cue) => cue.timing))).toEqual(new Set(['estimated']))
    expect(problems).toEqual([])
  })
})

describe('what is not a word', () => {
  test('speakers, sections, notes, links and events stay as they are', () => {
    const text: Transcript = {
      language: 'en',
      parts: [
        {kind: 'note', text: 'Lightly edited.'},
        {kind: 'section', title: 'At sea'},
        {
          kind: 'turn',
          speaker: {label: 'Nora', name: 'Nora Quist'},
          cues: [
            {
              spans: [
                {kind: 'speech', text: 'We sailed on the '},
                {kind: 'speech', text: 'Albatross', href: 'https://albatross.example/', emphasis: 'em'},
                {kind: 'speech', text: ' in May, '},
                {kind: 'gap', text: 'inaudible'},
                {kind: 'speech', text: ' in the rain.'},
              ],
            },
            {spans: [{kind: 'event', text: 'laughs'}]},
            {spans: [{kind: 'speech', text: 'It was a good year.'}], form: 'quote'},
          ],
        },
      ],
    }
    const captions = cues([3, 9, 'we sailed on the albatross in may in the rain'], [12, 14, 'it was a good year'])
    const {parts, language} = alignTranscript(text, captions).transcript
    expect({language, parts}).toMatchObject(text)
    expect(parts[1]).toMatchObject({startInSeconds: 3})
    expect(cuesIn({parts})[1]).toMatchObject({startInSeconds: 9, endInSeconds: 12, timing: 'interpolated'})
  })
})
