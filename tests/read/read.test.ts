import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {openShow} from '../../src/read/read.ts'
import {readOne, readShow, smallestShow, temporaryShow} from './temporary-show.ts'

const dated = 'title: One\ndate: 2024-01-31'
const file = (frontMatter: string, body = 'Notes.\n') => `---\n${frontMatter}\n---\n${body}`

function codesOf(problems: readonly {readonly code: string; readonly file?: string}[]): readonly string[] {
  return problems.map(({code, file: path}) => `${code} ${path}`)
}

describe('files that are no episodes', () => {
  it('are skipped, each with a word', async () => {
    const {outcomes, problems} = await readShow(
      temporaryShow({
        'one.md': file(dated),
        'README.md': 'About this repository.\n',
        'LICENSE.md': 'Free.\n',
        '_index.md': file('title: Episodes'),
        'about.md': file('title: About us'),
        'thoughts.md': 'Only words.\n',
        'episode-template.md': file('title: (fill in)\ndate: (fill in)'),
        '{{podcast.pagination}}/index.md': file(dated),
      }),
    )
    expect([...outcomes].filter(([, outcome]) => outcome.ok).map(([path]) => path)).toEqual(['one.md'])
    const skipped = problems.filter(({code}) => code === 'file-skipped')
    expect(skipped).toHaveLength(7)
    expect(skipped.every(({severity, message}) => severity === 'info' && message.length > 30)).toBe(true)
  })

  it('are none of those that only lack a date', async () => {
    const {problems} = await readOne('title: One\nguid: x')
    expect(problems).toMatchObject([{code: 'field-missing', file: 'one.md', hint: expect.stringContaining('date:')}])
  })

  it('are none of those with a mistake', async () => {
    expect((await readOne('title: One\ndate: soon')).problems.map(({code}) => code)).toEqual(['value-invalid'])
  })
})

describe('facts that are not written', () => {
  it('come from the file name', async () => {
    const {episode, problems} = await readOne('title: One', {
      name: '2024-01-31-first-light.md',
      more: {'2024-01-31-first-light.mp3': ''},
    })
    expect(episode).toMatchObject({
      slug: 'first-light',
      publication: {at: new Date('2024-01-31')},
      media: [{location: '2024-01-31-first-light.mp3', kind: 'audio'}],
    })
    expect(problems).toEqual([])
  })

  it('give a title, with a word', async () => {
    const {episode, problems} = await readOne('date: 2024-01-31', {name: 's1e3-the-night_train.md'})
    expect(episode).toMatchObject({title: 'The night train', season: 1, number: 3})
    expect(problems.map(({code}) => code)).toEqual(['fact-inferred'])
  })

  it('come from the title, which stays as written', async () => {
    const {episode, problems} = await readOne("title: '2#5 [north] Narvik'\ndate: 2024-01-31")
    expect(episode).toMatchObject({title: '2#5 [north] Narvik', season: 2, number: 5})
    expect(problems.map(({code}) => code)).toEqual(['fact-inferred'])
  })

  it('come from the text, with a word', async () => {
    const body =
      '<h1>Night mail</h1>\n\n<small>Published January 31, 2024.</small>\n\n<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>\n\nNotes.\n'
    const {episode, problems} = await readOne('thumbnail: cover.png', {body})
    expect(episode).toMatchObject({
      title: 'Night mail',
      publication: {at: new Date('2024-01-31')},
      hostedVideo: {id: 'abcdefghijk'},
    })
    expect(
      problems.every(({code, file: path, line}) => code === 'fact-inferred' && path === 'one.md' && (line ?? 0) > 3),
    ).toBe(true)
    expect(problems).toHaveLength(3)
  })

  it('do not overrule what is written', async () => {
    const body = '<small>Published April 13, 2022.</small>\n\nNotes.\n'
    const {episode, problems} = await readOne(dated, {name: '007-one.md', body})
    expect(episode).toMatchObject({number: 7, publication: {at: new Date('2024-01-31')}})
    expect(problems).toEqual([])
  })

  it('an all-zero guid is none', async () => {
    const {episode, problems} = await readOne(`${dated}\nguid: 00000000-0000-0000-0000-000000000000`)
    expect(episode?.guid).toMatch(/^(?!0{8})[\da-f-]{36}$/)
    expect(problems).toMatchObject([{code: 'identity-missing', line: 4}])
  })

  it('an id counts as the guid where it is a UUID', async () => {
    const id = '0b7c1a52-6f43-4a8e-9d0e-2f6f2f0f7a11'
    expect((await readOne(`${dated}\nid: ${id}`)).episode?.guid).toBe(id)
    expect((await readOne(`${dated}\nid: 17`)).episode?.guid).not.toBe('17')
  })
})

describe('people', () => {
  const more = {
    'people/mwinter.md': file(
      'Title: Mara Winter\nWebsite: https://example.org/mara\nTwitter: mara\nThumbnail: img/mara.png',
    ),
    'guest/jolund.md': '+++\nTitle = "Jo Lund"\nGitHub = "jolund"\nType = "guest"\n+++\n',
    '_data/hosts.yml': 'ada: {name: Ada Berg, url: https://example.org/ada}\n',
    'static/img/mara.png': '',
  }

  it('stand for the files about them', async () => {
    const {episode, problems} = await readOne(`${dated}\nhosts: [mwinter, ada, ""]\nguests: [jolund, nobody_here]`, {
      more,
    })
    expect(episode?.people).toMatchObject([
      {
        name: 'Mara Winter',
        role: 'Host',
        group: 'Cast',
        url: 'https://example.org/mara',
        image: 'static/img/mara.png',
        aliases: ['mwinter'],
      },
      {name: 'Ada Berg', role: 'Host', url: 'https://example.org/ada'},
      {name: 'Jo Lund', role: 'Guest', url: 'https://github.com/jolund'},
      {name: 'nobody_here', role: 'Guest'},
    ])
    expect(problems).toMatchObject([{code: 'person-unknown', severity: 'info', line: 5}])
  })

  it.each([
    ['hosts: Arne and Stefan', ['Arne', 'Stefan']],
    ['host: Mike Maples, Jr.', ['Mike Maples, Jr.']],
    ['hosts: [Arne, Stefan, Arne]', ['Arne', 'Stefan']],
    ['guest: {name: Jo Lund, of: A Railway, twitter: "@jo"}', ['Mara', 'Jo Lund']],
    ['guests: [{user: jolund}]', ['Mara', 'jolund']],
    ['author: Arne', ['Arne']],
    ['hosts:', ['Mara']],
    ['people: [{name: Eve, role: audio editor}]', ['Mara', 'Eve']],
  ])('%s', async (line, names) => {
    const {episode} = await readOne(`${dated}\n${line}`, {show: 'hosts: [Mara]\n'})
    expect(episode?.people.map(({name}) => name)).toEqual(names)
  })

  it('have other names in transcripts', async () => {
    const {episode} = await readOne(
      `${dated}\nspeakers: [{name: Mara, transcriptLetter: A}, {name: Jo, aliases: [Josephine, J]}]`,
    )
    expect(episode?.people.map(({aliases}) => aliases)).toEqual([['A'], ['Josephine', 'J']])
  })

  it('have the group of their role', async () => {
    const {episode} = await readOne(`${dated}\npeople: [{name: Eve, role: audio editor}, {name: Al, role: Editor}]`)
    expect(episode?.people).toMatchObject([
      {role: 'Audio Editor', group: 'Audio Post-Production'},
      {role: 'Editor', group: 'Writing'},
    ])
  })
})

describe('transcripts', () => {
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara>Good evening.\n'
  const files = async (frontMatter: string, more: Readonly<Record<string, string>>, name = 'one.md') => {
    const {episode, problems} = await readOne(frontMatter, {more, name})
    return {
      read: episode?.transcripts.map((each) => [each.file, each.language]),
      linked: episode?.linkedTranscripts,
      codes: problems.map(({code}) => code),
    }
  }

  it('are found by stem, by language, by folder and name, by number, and by what they say themselves', async () => {
    expect((await files(dated, {'one.vtt': vtt, 'one.de.vtt': vtt})).read).toEqual([
      ['one.de.vtt', 'de'],
      ['one.vtt', undefined],
    ])
    expect((await files(dated, {'transcripts/one.vtt': vtt})).read).toMatchObject([['transcripts/one.vtt', undefined]])
    expect((await files(dated, {'transcripts/7.vtt': vtt}, '007-north.md')).read).toHaveLength(1)
    expect(
      (
        await files(dated, {
          '_transcripts/night.md': file('episode: one.md', '**Mara:** Good evening.\n\n**Jo:** Good evening.\n'),
        })
      ).read,
    ).toMatchObject([['_transcripts/night.md', undefined]])
  })

  it('are found by the path of another generator', async () => {
    expect(
      (
        await files(`${dated}\ntranscript: /static/transcripts/x.md`, {
          'site/static/transcripts/x.md': '**Mara:** Good evening.\n',
        })
      ).read,
    ).toHaveLength(1)
  })

  it('are found in a folder of transcripts by their name alone', async () => {
    const {read, codes} = await files(`${dated}\ntranscript: one.vtt`, {'transcripts/one.vtt': vtt})
    expect([read?.length, codes]).toEqual([1, []])
  })

  it('are linked where they are published elsewhere', async () => {
    const {linked} = await files(
      `${dated}\ntranscripts: [{url: "https://example.org/a.vtt", language: en, rel: captions}, {url: "https://example.org/a.html", type: text/html}]`,
      {},
    )
    expect(linked).toEqual([
      {url: 'https://example.org/a.vtt', mimeType: 'text/vtt', language: 'en', captions: true},
      {url: 'https://example.org/a.html', mimeType: 'text/html', captions: false},
    ])
  })

  it('are read from a section of the notes, which then has no place there', async () => {
    const body = 'Notes.\n\n## Transcript\n\n**Mara:** Good evening.\n\n**Jo:** Good night.\n\n## Links\n\n- One\n'
    const {episode} = await readOne(dated, {body})
    expect(episode?.transcripts[0]?.transcript.parts).toHaveLength(2)
    expect(episode?.notes.map(({token}) => token.type)).toEqual(['paragraph', 'heading', 'list'])
  })

  it.each([
    [`${dated}\ntranscript: nowhere.vtt`, {}, 'reference-missing'],
    [`${dated}\ntranscript: ../nowhere.vtt`, {}, 'file-outside-show'],
    [dated, {'one.vtt': 'WEBVTT\n'}, 'transcript-empty'],
    [dated, {'one.transcript.md': ''}, 'transcript-empty'],
    [dated, {'one.json': '{"a": 1}'}, 'transcript-format-unknown'],
    [dated, {'one.lrc': '[00:01.00] Hello.'}, 'transcript-format-refused'],
    [dated, {'one.srt': '<!doctype html><p>Not found'}, 'transcript-format-refused'],
    [dated, {'transcripts/stray.vtt': vtt}, 'file-skipped'],
  ])('that cannot be had are named: %s', async (frontMatter, more, code) => {
    expect((await files(frontMatter, more as Readonly<Record<string, string>>)).codes).toEqual([code])
  })
})

describe('chapters', () => {
  const json =
    '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Welcome"}, {"startTime": 130, "title": "North"}]}'
  it.each([
    ['chapters: ["0:00 Welcome", "2:10 North"]', {}, ''],
    ['chapters: [{start: "0:00", title: Welcome}, {startTime: 130, title: North}]', {}, ''],
    [`podcast_chapters: ${json}`, {}, ''],
    ['chapters: sound/one.json', {'sound/one.json': json}, ''],
    ['chapters:', {'one.chapters.json': json}, ''],
    ['chapters:', {}, '- [@00:00] - Welcome\n- [@02:10] - North\n'],
  ])('from %s', async (line, more, body) => {
    const {episode, problems} = await readOne(`${dated}\n${line}`, {
      more: more as Readonly<Record<string, string>>,
      ...(body === '' ? {} : {body}),
    })
    expect(episode?.chapters.map(({startInSeconds, title}) => [startInSeconds, title])).toEqual([
      [0, 'Welcome'],
      [130, 'North'],
    ])
    expect(problems).toEqual([])
  })
})

describe('the show folder', () => {
  it('is read without what leads out of it', async () => {
    const outside = temporaryShow({'secret.md': file(dated), 'secret.mp3': ''})
    const folder = temporaryShow({'one.md': file(dated), 'real.mp3': ''})
    symlinkSync(join(outside, 'secret.md'), join(folder, 'two.md'))
    symlinkSync(join(folder, 'real.mp3'), join(folder, 'one.mp3'))
    const {problems} = await readShow(folder)
    expect(codesOf(problems)).toEqual(['file-outside-show two.md'])
    symlinkSync(outside, join(folder, 'folder'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.md'))
    expect((await readShow(folder)).problems).toMatchObject([
      {code: 'file-unreadable', file: 'broken.md'},
      {code: 'file-outside-show', file: 'folder'},
      {code: 'file-outside-show', file: 'two.md'},
    ])
  })

  it('is read without output, node_modules and dot folders', async () => {
    const more = {'output/a.md': file(dated), 'node_modules/b.md': file(dated), '.git/c.md': file(dated)}
    const opened = await openShow(temporaryShow({'one.md': file(dated), ...more}))
    expect(opened.ok && opened.value.episodes.map((each) => each.file)).toEqual(['one.md'])
  })

  it.skipIf(process.getuid?.() === 0)('names files that may not be read', async () => {
    const folder = temporaryShow({'one.md': file(dated)})
    chmodSync(join(folder, 'one.md'), 0)
    expect(codesOf((await readShow(folder)).problems)).toEqual(['file-unreadable one.md'])
  })

  it('says that a glob finds nothing', async () => {
    const {problems} = await readShow(
      temporaryShow({'show.yaml': `${smallestShow}episodes: nowhere/*.md\n`, 'one.md': file(dated)}),
    )
    expect(codesOf(problems)).toEqual(['episodes-missing show.yaml'])
  })

  it('says that a field name is none', async () => {
    const {problems} = await readShow(
      temporaryShow({'show.yaml': `${smallestShow}fields: {titel: name}\n`, 'one.md': file(dated)}),
    )
    expect(problems).toMatchObject([
      {code: 'value-invalid', file: 'show.yaml', hint: expect.stringContaining('"title"')},
    ])
  })

  it('may be large: episodes come one at a time, in the same order', async () => {
    const folder = temporaryShow({'one.md': file(dated)})
    mkdirSync(join(folder, 'many'))
    for (let number = 1; number <= 300; number += 1) writeFileSync(join(folder, `many/${number}.md`), file(dated))
    const first = await openShow(folder)
    const second = await openShow(folder)
    expect(first.ok && first.value.episodes.length).toBe(301)
    expect(first.ok && first.value.episodes).toEqual(second.ok && second.value.episodes)
  })

  it('keeps every promise about duplicates and assumptions', async () => {
    const {problems} = await readOne(`${dated}\ntitle: Two\naudio: https://m.example.org/a.mp3\nsize: 13.7 MB`)
    expect(problems.map(({code}) => code)).toEqual(['duplicate-key', 'value-assumed'])
  })
})
