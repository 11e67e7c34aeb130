import {describe, expect, it} from 'vitest'
import type {Transcript} from '../../../src/model/transcript.ts'
import {readWebVtt, writeWebVtt} from '../../../src/transcripts/formats/webvtt.ts'
import {cueLines} from './cue-list.ts'
import {parseStrictWebVtt} from './strict-webvtt.ts'

const header = 'WEBVTT\n\n'
const one = '00:01.000 --> 00:02.000\n'
const two = '00:02.000 --> 00:03.000\n'

describe('reading WebVTT', () => {
  const cases: readonly [shows: string, file: string, cues: readonly string[]][] = [
    ['hours that are absent', `${header}00:16.500 --> 00:18.500\nHi`, ['|16.5|18.5|Hi']],
    ['more than 99 hours', `${header}100:00:00.000 --> 100:00:01.000\nHi`, ['|360000|360001|Hi']],
    ['byte order mark and CRLF', '\uFEFFWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nHi\r\n', ['|1|2|Hi']],
    ['lone CR as line end', 'WEBVTT\r\r00:01.000 --> 00:02.000\rHi\r', ['|1|2|Hi']],
    ['identifiers, also of words', `${header}intro\n${one}Hi\n\n2\n${two}You`, ['|1|2|Hi', '|2|3|You']],
    ['settings', `${header}00:01.000 --> 00:02.000 align:start position:0%\nHi`, ['|1|2|Hi']],
    ['two lines as one text', `${header}${one}Hello\nthere`, ['|1|2|Hello there']],
    ['lines of Chinese without a blank between', `${header}${one}天地\n玄黄`, ['|1|2|天地玄黄']],
    ['voices that are not closed', `${header}${one}<v Ada>Hi\n\n${two}<v Bo>You`, ['Ada|1|2|Hi', 'Bo|2|3|You']],
    ['voices with classes and closing tags', `${header}${one}<v.first.loud Ada B.>Hi</v>`, ['Ada B.|1|2|Hi']],
    ['two voices in a cue', `${header}${one}<v Ada>Hi</v>\n<v Bo>You</v>`, ['Ada|1|2|Hi', 'Bo|1|2|You']],
    ['speech after a closed voice', `${header}${one}<v Ada>Hi</v> and so on`, ['Ada|1|2|Hi', '|1|2|and so on']],
    ['references in names', `${header}${one}<v A &amp; B>Hi`, ['A & B|1|2|Hi']],
    ['markup', `${header}${one}<i.x>so</i> <c.red>it</c> <lang en>goes</lang> <b>on</b>`, ['|1|2|so it goes on']],
    ['ruby without its reading aid', `${header}${one}<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>`, ['|1|2|漢字']],
    ['comparison signs that nobody escaped', `${header}${one}a < b and c > d & e`, ['|1|2|a < b and c > d & e']],
    ['references in text', `${header}${one}&lt;p&gt; &amp;amp; &#39;x&#39;`, ["|1|2|<p> &amp; 'x'"]],
    [
      'comments, style sheets and regions',
      `WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE two\nlines\n\n${one}Hi\n\nNOTE\n\n${two}You`,
      ['|1|2|Hi', '|2|3|You'],
    ],
    [
      'header lines before the first blank line',
      `WEBVTT - a talk\nKind: captions\nStyle:\n::cue(c) { }\n##\n\n${one}Hi`,
      ['|1|2|Hi'],
    ],
    ['a first cue right below the header', `WEBVTT\n${one}Hi`, ['|1|2|Hi']],
    ['a cue without a blank line before it', `${header}${one}Hi\n${two}You`, ['|1|2|Hi', '|2|3|You']],
    ['a counter without a blank line before it', `${header}1\n${one}Hi\n2\n${two}You`, ['|1|2|Hi', '|2|3|You']],
    ['empty cues', `${header}${one}\n${two}You`, ['|2|3|You']],
    ['times that stand twice', `${header}${one}${one}Hi`, ['|1|2|Hi']],
    ['many blank lines', `WEBVTT\n\n\n\n${one}Hi\n\n\n\n${two}You\n\n\n`, ['|1|2|Hi', '|2|3|You']],
    ['text after a blank line', `${header}${one}\nHi\n\nthere`, ['|1|2|Hi there']],
    ['a comma for the full stop', `${header}00:01,000 --> 00:02,000\nHi`, ['|1|2|Hi']],
    ['events and gaps', `${header}${one}[laughs] No [inaudible] (silence)`, ['|1|2|[laughs] No [inaudible] [silence]']],
    ['a time map of HLS', `WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n${one}Hi`, ['|1|2|Hi']],
    [
      'parts of the show that are no speakers',
      `${header}${one}<v Intro>Hi\n\n${two}<v Ada>You`,
      ['|1|2|Hi', 'Ada|2|3|You'],
    ],
    [
      'a label of WhisperX',
      `${header}${one}[SPEAKER_00]: Hi\n\n${two}[SPEAKER_01]: You`,
      ['SPEAKER_00|1|2|Hi', 'SPEAKER_01|2|3|You'],
    ],
    ['nothing but a header', 'WEBVTT', []],
  ]
  it.each(cases)('knows %s', (_, file, cues) => {
    expect(cueLines(readWebVtt(file).transcript)).toEqual(cues)
  })

  it('takes the language from the header', () => {
    expect(readWebVtt(`WEBVTT\nKind: captions\nLanguage: pt-BR\n\n${one}Oi`).transcript.language).toBe('pt-BR')
  })

  it('says that the header is missing, and reads on', () => {
    const {transcript, problems} = readWebVtt(`${one}Hi`, {file: 'a.vtt'})
    expect(cueLines(transcript)).toEqual(['|1|2|Hi'])
    expect(problems).toMatchObject([{code: 'webvtt-header-missing', file: 'a.vtt', line: 1}])
  })

  it('names the line of a broken cue and keeps its text and all others', () => {
    const {transcript, problems} = readWebVtt(
      `${header}${one}Hi\n\n00:0x.000 --> 00:03.000\nmy\n\n00:04.000 --> 00:05.000\nfriend`,
    )
    expect(cueLines(transcript)).toEqual(['|1|2|Hi my', '|4|5|friend'])
    expect(problems).toMatchObject([{code: 'cue-unreadable', line: 6}])
  })

  it('counts the irregular times of a file in one remark', () => {
    const {problems} = readWebVtt(
      `${header}00:05.000 --> 00:05.000\nHi\n\n00:04.000 --> 00:08.000\nYou\n\n00:07.000 --> 00:09.000\nHere`,
    )
    expect(problems).toMatchObject([
      {
        code: 'cue-times-irregular',
        line: 3,
        message:
          'Captions have irregular times: 1 of 3 last no time, 1 of 3 begin before the one above, 1 of 3 overlap the one above',
      },
    ])
  })

  it.each(['webvtt\n\n', '\n \nWEBVTT\n\n'])('takes %j for the header that it is meant to be', (head) => {
    const {transcript, problems} = readWebVtt(`${head}00:01.000 --> 00:02.000\nHi\n`, {file: 'a.vtt'})
    expect(cueLines(transcript)).toEqual(['|1|2|Hi'])
    expect(problems).toMatchObject([{code: 'webvtt-header-missing', line: 1}])
  })

  it.each(['', ' \n\n  '])('has nothing to say of the header of a file without a word: %j', (text) => {
    expect(readWebVtt(text).problems).toEqual([])
  })

  it('does not fill the screen for a file that is something else', () => {
    const {problems} = readWebVtt(`${header}00:01.000 --> 00:02.000\nHi\n\n${'00:xx --> 00:yy\n\n'.repeat(500)}`)
    expect(problems.length).toBe(11)
    const other = readWebVtt(`${header}${'00:xx --> 00:yy\n\n'.repeat(500)}`)
    expect(other.problems).toMatchObject([{code: 'cue-unreadable', line: 3, message: expect.stringMatching(/No line/)}])
  })
})

describe('rolling captions of YouTube', () => {
  const rolling = `WEBVTT
Kind: captions
Language: en

00:00.100 --> 00:02.000 align:start position:0%
 
good<00:00:00.500><c> morning</c><00:00:01.000><c> everyone</c>

00:02.000 --> 00:02.010 align:start position:0%
good morning everyone
 

00:02.010 --> 00:04.000 align:start position:0%
good morning everyone
welcome<00:00:02.500><c> back</c>

00:04.000 --> 00:04.010 align:start position:0%
welcome back
 

00:04.010 --> 00:06.000 align:start position:0%
welcome back
[Music]
`
  it('are said once', () => {
    const lines = ['|0.1|2|good morning everyone', '|2.01|4|welcome back', '|4.01|6|[Music]']
    expect(cueLines(readWebVtt(rolling).transcript)).toEqual(lines)
  })

  it('give their words times', () => {
    const [turn] = readWebVtt(rolling).transcript.parts
    expect(turn?.kind === 'turn' && turn.cues[0]?.words).toEqual([
      {text: 'good', startInSeconds: 0.1, endInSeconds: 0.5},
      {text: 'morning', startInSeconds: 0.5, endInSeconds: 1},
      {text: 'everyone', startInSeconds: 1, endInSeconds: 2},
    ])
  })

  it('give words their times behind the name of a voice', () => {
    const file = `${header}00:01.000 --> 00:03.000\n<v Ada>Good <00:02.000>morning`
    const [turn] = readWebVtt(file).transcript.parts
    const words = turn?.kind === 'turn' ? turn.cues[0]?.words : undefined
    expect(words?.map(({text, startInSeconds}) => `${text} ${startInSeconds}`)).toEqual(['Good 1', 'morning 2'])
  })

  it('are told from captions in which somebody says the same twice', () => {
    const file = `${header}${one}Yeah.\n\n${two}Yeah.\n\n00:03.000 --> 00:04.000\nYeah.`
    expect(cueLines(readWebVtt(file).transcript)).toEqual(['|1|2|Yeah.', '|2|3|Yeah.', '|3|4|Yeah.'])
  })
})

describe('writing WebVTT', () => {
  const spoken = (text: string): Transcript => ({
    parts: [
      {
        kind: 'turn',
        speaker: {label: 'Ada', name: 'Ada <Byron> & Co'},
        cues: [{spans: [{kind: 'speech', text}], startInSeconds: 3599.9996, endInSeconds: 3661.5}],
      },
    ],
  })

  it('writes names, escapes, and full times', () => {
    expect(writeWebVtt(spoken('a --> b & <c>\n\nd'))).toBe(
      'WEBVTT\n\n01:00:00.000 --> 01:01:01.500\n<v Ada &lt;Byron&gt; &amp; Co>a --&gt; b &amp; &lt;c> d\n',
    )
  })

  it('breaks lines at words, at 65 characters at most', () => {
    const text = 'the quick brown fox jumps over the lazy dog and then sleeps '.repeat(5)
    const lines = writeWebVtt(spoken(text)).split('\n').slice(3)
    expect(Math.max(...lines.map((line) => line.replace(/<[^>]*>/, '').length))).toBeLessThanOrEqual(65)
    expect(lines.length).toBeGreaterThan(5)
  })

  it('makes times legal without losing a word or the order', () => {
    const times: readonly [number, number | undefined][] = [
      [5, 5],
      [4, 4.5],
      [4, undefined],
      [9, 8],
      [9, 9],
      [20, undefined],
    ]
    const cues = times.map(([startInSeconds, endInSeconds], index) => ({
      spans: [{kind: 'speech' as const, text: `word ${index}`}],
      startInSeconds,
      ...(endInSeconds === undefined ? {} : {endInSeconds}),
    }))
    const strict = parseStrictWebVtt(writeWebVtt({parts: [{kind: 'turn', cues}]}))
    expect(strict.map(({start, end, text}) => `${start} ${end} ${text}`)).toEqual([
      '5000 6000 word 0',
      '5000 6000 word 1',
      '5000 9000 word 2',
      '9000 10000 word 3',
      '9000 10000 word 4',
      '20000 21000 word 5',
    ])
  })

  it('says that times are estimated, and leaves out what is not speech or has no time', () => {
    const transcript: Transcript = {
      parts: [
        {kind: 'note', text: 'Edited.'},
        {kind: 'section', title: 'Part one'},
        {
          kind: 'turn',
          cues: [
            {spans: [{kind: 'speech', text: 'Hi'}], startInSeconds: 1, endInSeconds: 2, timing: 'estimated'},
            {spans: [{kind: 'speech', text: 'untimed'}]},
          ],
        },
      ],
    }
    const file = writeWebVtt(transcript)
    expect(file).toBe(
      'WEBVTT\n\nNOTE The times of 1 cues are estimated from the length of the text.\n\n00:00:01.000 --> 00:00:02.000\nHi\n',
    )
    expect(parseStrictWebVtt(file)).toHaveLength(1)
  })

  it('writes a valid file for a transcript without cues', () => {
    expect(parseStrictWebVtt(writeWebVtt({parts: []}))).toEqual([])
  })
})
