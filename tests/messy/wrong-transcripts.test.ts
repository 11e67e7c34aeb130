import {describe, expect, it} from 'vitest'
import {captured} from '../captured.ts'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, planFiles} from '../temporary-show.ts'

const vtt = (text: string) => `WEBVTT\n\n00:01.000 --> 00:04.000\n${text}\n\n00:04.000 --> 00:09.000\nAnd so on.\n`

/** What is said of the transcripts of `one.md`, and the language and file of each that the feed names. */
async function reading(files: Files, fields: readonly string[] = []) {
  const planned = await planFiles({'one.md': episodeFile('one', fields), ...files})
  const feed = planned.files.get('feed.xml') ?? ''
  const said = planned.problems.map(({code, severity, file, line, column, message, hint}) => ({
    said: `${severity} ${code} ${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : `:${column}`}`,
    message,
    hint,
  }))
  const links = [...feed.matchAll(/<podcast:transcript url="([^"]+)" type="text\/vtt"(?: language="([^"]+)")?/g)]
  return {
    said,
    links: links.map(
      ([, url = '', language]) => `${language} ${url.replace('https://trial.example/episodes/one/', '')}`,
    ),
    types: captured(feed, /<podcast:transcript [^>]*type="([^"]+)"/g),
    text: planned.files.get('episodes/one/transcript.txt'),
  }
}

describe('a transcript named in front matter', () => {
  const at = 'warning value-invalid one.md:5'
  it.each<readonly [written: string, said: string, message: RegExp, hint: RegExp]>([
    ['"https://exa mple.org/a.vtt"', `${at}:13`, /cannot open this address/, /path of a file/],
    ['"javascript:alert(1)"', `${at}:13`, /cannot open this address/, /https:\/\//],
    ['[[a.vtt]]', `${at}:14`, /is a list/, /^For example: transcript: transcripts\/one.vtt$/],
    ['{language: de}', `${at}:13`, /has no url/, /\{url: …\}/],
    ['{url: "https://a.example/a.vtt", typ: text/vtt}', `${at}:46`, /unknown key "typ"/, /"type"/],
    ['{url: "https://a.example/a.vtt", type: words}', `${at}:52`, /"words"/, /text\/vtt/],
    ['{url: "https://a.example/a.vtt", language: English}', `${at}:56`, /"English"/, /Write en$/],
    ['{Klingon: a.vtt}', `${at}:14`, /"Klingon"/, /Write en, de/],
    ['www.a.example/one.vtt', 'warning reference-missing one.md:5:13', /not in the show/, /https:\/\/www/],
    ['cover.jpg', 'warning reference-unreadable one.md:5:13', /is JPEG, and no transcript/, /captions or a text/],
  ])('is left out where it cannot be one: %s', async (written, said, message, hint) => {
    const found = await reading({'a.vtt': vtt('Hello.'), 'cover.jpg': 'x'}, [`transcript: ${written}`])
    const about = found.said.filter((each) => each.said.includes('one.md'))
    expect(about).toMatchObject([{said, message: expect.stringMatching(message)}])
    expect(about[0]?.hint ?? '').toMatch(hint)
    expect(found.types.filter((type) => !type.includes('/'))).toEqual([])
  })

  it.each([
    ['//a.example/a.vtt', ['undefined https://a.example/a.vtt']],
    ['{url: "https://a.example/a", type: vtt, language: de}', ['de https://a.example/a']],
    ['{vtt: a.vtt}', ['en transcript.vtt']],
    ['{de: a.vtt}', ['de transcript.de.vtt']],
    ['none', []],
    ['false', []],
  ])('is read as it is meant: %s', async (written, links) => {
    const found = await reading({'a.vtt': vtt('Hello.')}, [`transcript: ${written}`])
    expect(found.links).toEqual(links)
    expect(found.said.filter(({said}) => !said.includes('file-unclaimed'))).toEqual([])
  })
})

describe('the language of a transcript', () => {
  it.each([
    ['one.de.vtt', vtt('Hallo.'), 'de transcript.de.vtt'],
    ['one.deu.vtt', vtt('Hallo.'), 'de transcript.de.vtt'],
    ['one.pt_BR.vtt', vtt('Oi.'), 'pt-BR transcript.pt-br.vtt'],
    ['one.vtt.txt', vtt('Hello.'), 'en transcript.vtt'],
    ['one.old.vtt', vtt('Hello.'), 'en transcript.vtt'],
    ['one.vtt', vtt('Hello.').replace('\n', '\nLanguage: German\n'), 'de transcript.de.vtt'],
  ])('is read: %s', async (file, text, link) => {
    const {said, links} = await reading({[file]: text})
    expect(links).toEqual([link])
    expect(said).toEqual([])
  })

  it('is said to be none', async () => {
    const {said, links} = await reading({'one.jp.vtt': vtt('Hello.').replace('\n', '\nLanguage: Klingon\n')})
    expect(links).toEqual(['en transcript.vtt'])
    expect(said).toMatchObject(
      [
        {said: 'warning value-assumed one.jp.vtt', message: expect.stringMatching(/"jp" in the name/), hint: /ja$/},
        {said: 'warning value-assumed one.jp.vtt', message: expect.stringMatching(/"Klingon" in the file/)},
      ].map(({hint, ...each}) => ({...each, ...(hint && {hint: expect.stringMatching(hint)})})),
    )
  })
})

describe('a transcript file', () => {
  it('is not published with both sides of a conflict', async () => {
    const conflict = vtt('<<<<<<< HEAD\nOurs.\n=======\nTheirs.\n>>>>>>> main')
    const {said, links, text} = await reading({'one.vtt': conflict})
    expect(said).toMatchObject([{said: 'warning conflict-unresolved one.vtt:4'}])
    expect([links, text]).toEqual([[], undefined])
  })

  it('is said to be no text', async () => {
    const sound = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0x81, 0xff, 0xfb, 0x90, 0, 0x9d, 10])
    const {said} = await reading({'one.vtt': sound})
    expect(said).toMatchObject([{said: 'warning file-unreadable one.vtt', message: expect.stringMatching(/no text/)}])
  })

  it('is said to be no captions where its name promises some', async () => {
    const {said, text} = await reading({'one.vtt': '**Mara:** Hello.\n\n**Jo:** Good evening.\n'})
    expect(said).toMatchObject([{said: 'warning transcript-without-times one.vtt'}])
    expect(text).toMatch(/Good evening/)
  })

  it('is one of two only if they say the same', async () => {
    const other = vtt('Nobody here said any of these words.').replace('And so on.', 'Never ever.')
    const {said, text, links} = await reading({'one.vtt': vtt('Hello.'), 'one.en.vtt': other})
    expect(said).toMatchObject([
      {
        said: 'warning captions-of-other-audio one.vtt',
        message: expect.stringMatching(/only one\.en\.vtt is published/),
      },
    ])
    expect(links).toEqual(['en transcript.vtt'])
    expect(text).toMatch(/Never ever/)
  })
})

describe('JSON that is no transcript', () => {
  it.each<readonly [string, string, RegExp, RegExp]>([
    ['', 'transcript-empty', /no words/, /^$/],
    ['{"segments": []}', 'transcript-empty', /no words/, /^$/],
    ['{"a": 1,}', 'transcript-format-unknown', /not JSON.*double-quoted/, /WebVTT/],
    ['{"status": "error", "error": "Download error"}', 'transcript-format-unknown', /"Download error"/, /WebVTT/],
    [
      '{"chapters": [{"startTime": 0, "title": "A"}]}',
      'transcript-format-unknown',
      /holds chapters/,
      /\.chapters\.json/,
    ],
    ['{"name": "x", "version": "1.0.0"}', 'transcript-format-unknown', /it has name, version/, /WebVTT/],
    ['5', 'transcript-format-unknown', /no transcript that is known/, /WebVTT/],
  ])('is said to be what it is: %j', async (text, code, message, hint) => {
    const {said} = await reading({'one.json': text})
    expect(said).toMatchObject([{said: expect.stringContaining(code), message: expect.stringMatching(message)}])
    expect(said[0]?.hint ?? '').toMatch(hint)
  })

  it.each([
    ['{"transcripts": [{"start": "00:00:01.000", "end": "00:00:02.000", "text": "Hello."}]}', /Hello\./],
    ['{"version": "1.0.0", "segments": [{"startTime": 1, "endTime": 2, "text": "Hello."}]}', /Hello\./],
  ])('and what is one is read: %j', async (text, words) => {
    const found = await reading({'one.json': text})
    expect(found.said).toEqual([])
    expect(found.text).toMatch(words)
  })
})
