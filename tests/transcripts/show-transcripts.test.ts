import {describe, expect, it} from 'vitest'
import {captured} from '../captured.ts'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'
import {parseStrictWebVtt} from './formats/strict-webvtt.ts'

const vtt = 'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada>Hello there.\n\n00:04.000 --> 00:09.000\n<v Bo>It is me.\n'
const srt = (text: string) => `1\n00:00:01,000 --> 00:00:04,000\n${text}\n`
const markdown = '**Ada:** Hello there.\n\n**Bo:** It is me.\n'

/** What is published of the transcripts of `one.md`. */
async function published(files: Files) {
  const planned = await planFiles(files)
  const feed = planned.files.get('feed.xml') ?? ''
  const captions = planned.files.get('episodes/one/transcript.vtt')
  return {
    text: planned.files.get('episodes/one/transcript.txt'),
    voices: captions === undefined ? undefined : parseStrictWebVtt(captions).map(({voice}) => voice),
    links: captured(feed, /<podcast:transcript url="https:\/\/trial\.example\/episodes\/one\/([^"]+)"/g),
    captionLinks: captured(feed, /<podcast:transcript url="[^"]*\/([^"/]+)"[^>]* rel="captions"/g),
    feed,
    page: planned.files.get('episodes/one/index.html') ?? '',
    problems: planned.problems.map(({code, file}) => `${file} ${code}`),
  }
}

const allForms = ['transcript.vtt', 'transcript.srt', 'transcript.json', 'transcript.html', 'transcript.txt']

describe('a transcript is found', () => {
  it.each<readonly [string, Files]>([
    ['by the name of the episode', {'one.md': episodeFile('one'), 'one.vtt': vtt}],
    ['in a folder of the episode', {'one/index.md': episodeFile('one'), 'one/transcript.vtt': vtt}],
    [
      'by a path from the episode',
      {'talks/one.md': episodeFile('one', ['transcript: text/first.vtt']), 'talks/text/first.vtt': vtt},
    ],
    [
      'by a path below the show',
      {'talks/one.md': episodeFile('one', ['transcript: text/first.vtt']), 'text/first.vtt': vtt},
    ],
    [
      'by the path of another site',
      {'one.md': episodeFile('one', ['transcript: /static/text/first.vtt']), 'text/first.vtt': vtt},
    ],
    [
      'in a list of maps',
      {
        'one.md': episodeFile('one', [
          'transcript: [{url: text/first.vtt, type: text/vtt, language: en, rel: captions}]',
        ]),
        'text/first.vtt': vtt,
      },
    ],
    ['by its name in another folder', {'one.md': episodeFile('one'), 'transcripts/one.vtt': vtt}],
    ['by its leading number', {'007-talk.md': episodeFile('one', ['slug: one']), 'transcripts/7.vtt': vtt}],
  ])('%s', async (_how, files) => {
    expect(await published(files)).toMatchObject({voices: ['Ada', 'Bo'], links: allForms, problems: []})
  })

  it.each<readonly [string, Files]>([
    [
      'by what its own front matter says',
      {'one.md': episodeFile('one'), 'transcripts/a-talk.md': `---\nepisode: one\n---\n${markdown}`},
    ],
    ['in the body, below its heading', {'one.md': episodeFile('one', [], `Hello.\n\n## Transcript\n\n${markdown}`)}],
    ['in Markdown beside it', {'one.md': episodeFile('one'), 'one.transcript.md': markdown}],
  ])('%s', async (_how, files) => {
    const {text, links, page, problems} = await published(files)
    expect({text, links, problems}).toEqual({
      text: expect.stringMatching(/Ada:?\s+Hello there\.\s+Bo:?\s+It is me\./),
      links: ['transcript.html', 'transcript.txt'],
      problems: [],
    })
    expect(page).toContain('It is me.')
  })

  it('on another server, and only linked', async () => {
    const {feed, text} = await published({
      'one.md': episodeFile('one', [
        'transcript: [{url: "https://cdn.example/one.srt", language: de, rel: captions}, {url: "https://cdn.example/one.html"}]',
      ]),
    })
    expect(text).toBeUndefined()
    expect(captured(feed, /(<podcast:transcript [^>]*>)/g)).toEqual([
      '<podcast:transcript url="https://cdn.example/one.srt" type="application/x-subrip" language="de" rel="captions"/>',
      '<podcast:transcript url="https://cdn.example/one.html" type="text/html"/>',
    ])
  })

  it.each<readonly [string, string, Files]>([
    [
      'by a name that no file has',
      'one.md reference-missing',
      {'one.md': episodeFile('one', ['transcript: nowhere.vtt'])},
    ],
    [
      'in a format that is refused',
      'text/one.ttml transcript-format-refused',
      {'one.md': episodeFile('one', ['transcript: text/one.ttml']), 'text/one.ttml': '<tt/>'},
    ],
    [
      'by a number that two episodes have',
      'transcripts/7.vtt file-skipped',
      {'007-one.md': episodeFile('one', ['slug: one']), '7-two.md': episodeFile('two'), 'transcripts/7.vtt': vtt},
    ],
  ])('nowhere %s, which is said', async (_how, problem, files) => {
    const {problems, links} = await published(files)
    expect(problems).toContain(problem)
    expect(links).toEqual([])
  })
})

describe('the speakers of a machine', () => {
  const whisperx = JSON.stringify({
    segments: [
      {start: 1, end: 4, text: ' Hello there.', speaker: 'SPEAKER_00'},
      {start: 4, end: 9, text: ' It is me.', speaker: 'SPEAKER_01'},
    ],
  })
  const letters = JSON.stringify({
    utterances: [
      {start: 1000, end: 4000, text: 'Hello there.', speaker: 'A', words: []},
      {start: 4000, end: 9000, text: 'It is me.', speaker: 'B', words: []},
    ],
  })

  it.each([
    ['as a map', ['speakers: {SPEAKER_00: Ada Moor, SPEAKER_01: Bo Quist}'], whisperx],
    [
      'of hosts and guests',
      ['hosts: [Ada Moor]', 'guests: [Bo Quist]', 'speakers: {SPEAKER_00: Ada Moor, SPEAKER_01: Bo Quist}'],
      whisperx,
    ],
    [
      'as letters of people',
      ['speakers: [{name: Ada Moor, transcriptLetter: A}, {name: Bo Quist, transcriptLetter: B}]'],
      letters,
    ],
    [
      'as letters of guests',
      ['guests: [{name: Ada Moor, transcriptLetter: A}, {name: Bo Quist, aliases: [B]}]'],
      letters,
    ],
  ])('are people where the front matter says so %s', async (_how, lines, json) => {
    const {voices, text, feed} = await published({'one.md': episodeFile('one', lines), 'one.json': json})
    expect(voices).toEqual(['Ada Moor', 'Bo Quist'])
    expect(text).not.toMatch(/SPEAKER_|^[AB]:/m)
    expect([...captured(feed, /<podcast:person [^>]*>([^<]+)</g)].sort()).toEqual(['Ada Moor', 'Bo Quist'])
  })

  it('stay labels without', async () => {
    const {voices} = await published({
      'one.md': episodeFile('one', ['hosts: [Ada Moor]', 'guests: [Bo Quist]']),
      'one.json': whisperx,
    })
    expect(voices).toEqual(['SPEAKER_00', 'SPEAKER_01'])
  })
})

describe('several languages', () => {
  it('are each published, that of the episode first, whether named by file or by field', async () => {
    const files = {
      'show.yaml': showFile('language: de'),
      'one.md': episodeFile('one', ['transcript: [{file: text/one.fr.srt}, {file: text/spanish.srt, language: es}]']),
      'one.en.srt': srt('Hello.'),
      'one.srt': srt('Hallo.'),
      'text/one.fr.srt': srt('Bonjour.'),
      'text/spanish.srt': srt('Hola.'),
    }
    const {files: planned} = await planFiles(files)
    const links = captured(
      planned.get('feed.xml') ?? '',
      /<podcast:transcript url="[^"]*\/(transcript[^"]*\.vtt" type="text\/vtt" language="[^"]+)"/g,
    )
    expect(links.map((link) => link.replace(/" type.*="/, ' '))).toEqual([
      'transcript.vtt de',
      'transcript.fr.vtt fr',
      'transcript.es.vtt es',
      'transcript.en.vtt en',
    ])
    expect(planned.get('episodes/one/transcript.fr.txt')).toContain('Bonjour.')
    expect(planned.get('episodes/one/transcript.es.txt')).toContain('Hola.')
  })
})

describe('rel="captions"', () => {
  it('is said of the forms with times, where the times are those of a machine', async () => {
    const {captionLinks} = await published({'one.md': episodeFile('one'), 'one.vtt': vtt})
    expect(captionLinks).toEqual(['transcript.vtt', 'transcript.srt', 'transcript.json'])
  })

  it('is said of an edited text that was aligned with captions, which keeps its speakers and its words', async () => {
    const words = 'one two three four five six seven eight nine ten eleven twelve'
    const {captionLinks, voices, text} = await published({
      'one.md': episodeFile('one'),
      'one.transcript.md': `**Ada:** One, two, three, four, five, six!\n\n**Bo:** Seven, eight, nine, ten, eleven, twelve.\n`,
      'one.srt': srt(words),
    })
    expect(captionLinks).toEqual(['transcript.vtt', 'transcript.srt', 'transcript.json'])
    expect(new Set(voices)).toEqual(new Set(['Ada', 'Bo']))
    expect(text).toContain('One, two, three, four, five, six!')
  })

  it.each([
    ['a text has no times', markdown],
    ['a text has times for some paragraphs only', '**Ada:** [00:00:01] Hello there.\n\n**Bo:** It is me.\n'],
    [
      'a text has times in the middle of sentences',
      '**Ada:** [00:00:01] Hello [00:00:02] there. So it is you.\n\n**Bo:** [00:00:05] It is me.\n',
    ],
  ])('is not said where %s', async (_why, text) => {
    const {captionLinks, links} = await published({'one.md': episodeFile('one'), 'one.transcript.md': text})
    expect(captionLinks).toEqual([])
    expect(links).toEqual(['transcript.html', 'transcript.txt'])
  })

  it('is not said of an edited text whose captions are those of other audio', async () => {
    const other = srt('completely different words about the history of cheese in winter')
    const {problems, text} = await published({
      'one.md': episodeFile('one'),
      'one.transcript.md': '**Ada:** One, two, three, four, five, six!\n\n**Bo:** Seven, eight, nine, ten.\n',
      'one.srt': other,
    })
    expect(problems).toContain('one.transcript.md captions-of-other-audio')
    expect(text).toContain('One, two, three')
  })
})
