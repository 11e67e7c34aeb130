import {describe, expect, it} from 'vitest'
import type {Show} from '../../../src/model/show.ts'
import {readShowFile} from '../../../src/read/show/show-file.ts'
import {fewestLines, temporaryShow} from '../temporary-show.ts'

async function read(more = '', text = fewestLines): Promise<Show> {
  const outcome = await readShowFile(temporaryShow({'show.yaml': text + more}))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value.show
}

async function problemsOf(text: string) {
  return (await readShowFile(temporaryShow({'show.yaml': text}))).problems
}

describe('a show of a few lines', () => {
  it('has defaults for the rest', async () => {
    expect(await read()).toEqual({
      file: 'show.yaml',
      appLinks: new Map(),
      title: 'Night Trains',
      description: 'Sleeper trains and the people who run them.',
      siteUrl: 'https://example.org/',
      language: 'en',
      author: 'Night Trains',
      categories: [],
      explicit: false,
      type: 'episodic',
      complete: false,
      blocked: false,
      timeZone: 'UTC',
      schedule: {earlyInSeconds: 0, inLock: false},
      alternateVideo: false,
      people: [],
      guid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
      feeds: [
        {
          name: 'main',
          paths: {rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json'},
          guid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
          query: {},
          itemGuids: 'same',
          order: 'newest',
          hasTranscripts: false,
          budgetInBytes: 2_000_000,
          blocked: false,
          isLinked: true,
          place: expect.anything(),
        },
      ],
      episodeGlobs: [],
      fieldNames: new Map(),
      hasPages: true,
      hasData: false,
      hasEmbed: false,
      ownPageGlobs: [],
      hosting: ['netlify', 'cloudflare-pages', 'github-pages', 'gitlab-pages'],
      precompressed: false,
      hubs: [],
      prefixes: [],
      probeHosts: [],
      oldFeedUrls: [],
      strict: false,
      checks: new Map(),
      transcriptLinks: false,
      tagValues: new Map(),
      places: expect.any(Map),
    })
  })

  it('says what it lacks, all at once', async () => {
    const problems = await problemsOf('author: Mara\n')
    expect(problems.map(({code}) => code)).toEqual(['field-missing', 'field-missing', 'field-missing'])
    expect(problems.map(({hint}) => hint).join()).toMatch(/title: .*description: .*site_url: /)
  })

  it('does not call a wrong value missing', async () => {
    const problems = await problemsOf('title: A\ndescription: B\nsite_url: nowhere\nlanguage: english\n')
    expect(problems.map(({code, line}) => [code, line])).toEqual([
      ['value-invalid', 3],
      ['value-invalid', 4],
    ])
    const wrong = await problemsOf(
      `${fewestLines.replace(/^(?:guid|language):.*\n/gm, '')}guid: 1\nlanguage: english\n`,
    )
    expect(wrong.map(({code}) => code).filter((code) => !code.startsWith('field-left'))).toEqual([
      'value-invalid',
      'value-invalid',
    ])
  })

  it('says what was assumed', async () => {
    const problems = await problemsOf('title: A\ndescription: B\nsite_url: https://example.org/pod\n')
    expect(problems.map(({code}) => code)).toEqual([
      'field-defaulted',
      'show-guid-derived',
      'field-left-out',
      'field-left-out',
      'field-left-out',
    ])
    expect(problems[1]?.hint).toMatch(/guid: [\da-f-]{36}/)
  })

  it('is missing in an empty folder', async () => {
    const outcome = await readShowFile(temporaryShow({'show.json': '{}', 'one.md': ''}).concat('/nowhere'))
    expect(outcome.problems.map(({code}) => code)).toEqual(['show-file-missing'])
  })

  it('may be JSON', async () => {
    const outcome = await readShowFile(
      temporaryShow({
        'show.json':
          '{"title": "A", "description": "B", "author": "C", "owner": "none", "site_url": "https://example.org", "explicit": true, "guid": "9b024349-ccf0-5f69-a609-6b82873eab3c", "language": "en"}',
      }),
    )
    expect(outcome).toMatchObject({ok: true, problems: [], value: {show: {explicit: true}, file: 'show.json'}})
  })

  it('names keys that nobody reads', async () => {
    const problems = await problemsOf(`${fewestLines}mood: glad\ntimezon: UTC\n`)
    expect(problems.filter(({code}) => code.startsWith('key-'))).toMatchObject([
      {code: 'key-misspelt', line: 7},
      {code: 'key-unknown', line: 6},
    ])
  })
})

describe('values of a show', () => {
  it.each([
    ['media_url: https://m.example.org/a\n', {mediaUrl: 'https://m.example.org/a/'}],
    ['media_prefix: https://m.example.org/a/\n', {mediaUrl: 'https://m.example.org/a/'}],
    ['timezone: Europe/Berlin\n', {timeZone: 'Europe/Berlin'}],
    ['category: Technology\n', {categories: [{name: 'Technology'}]}],
    ['itunes_category: Arts > Books\n', {categories: [{name: 'Arts', subcategory: 'Books'}]}],
    ['owner: Mara Winter <mara@example.org>\n', {owner: {name: 'Mara Winter', email: 'mara@example.org'}}],
    [
      'owner: {name: Mara, email: mara@example.org}\n',
      {owner: {name: 'Mara', email: 'mara@example.org'}, author: 'Mara'},
    ],
    ['email: mara@example.org\nauthor: Mara\n', {owner: {name: 'Mara', email: 'mara@example.org'}}],
    ['explicit: clean\n', {explicit: false}],
    ['artwork: cover.jpg\n', {image: 'cover.jpg'}],
    ['type: Serial\n', {type: 'serial'}],
    [
      'feeds: {rss: /podcast/feed.xml}\n',
      {feeds: [{paths: {rss: 'podcast/feed.xml', atom: 'atom.xml', json: 'feed.json'}}]},
    ],
    ['feed_path: podcast.rss\n', {feeds: [{paths: {rss: 'podcast.rss', atom: 'atom.xml', json: 'feed.json'}}]}],
    ['episodes: _episodes/**/*.md\n', {episodeGlobs: ['_episodes/**/*.md']}],
    [
      'fields: {audio.url: podcast_file, number: episode}\n',
      {
        fieldNames: new Map([
          ['audio.url', 'podcast_file'],
          ['number', 'episode'],
        ]),
      },
    ],
    ['hosts: [Mara Winter, {name: Jo, role: Co-Host, github: jo}]\n', {author: 'Mara Winter, Jo'}],
  ])('%j', async (line, expected) => {
    expect(await read(line)).toMatchObject(expected)
  })

  it.each([
    ['timezone: Mars/Olympus', /no time zone/],
    ['feeds: {rss: ../feed.xml}', /path below the site/],
    ['feeds: {rss: .castwright/manifest.json}', /keeps its own lists/],
    ['feeds: {json: /.Castwright/feed.json}', /keeps its own lists/],
    ['feeds: {film: {media: video, path: .castwright/film.xml}}', /keeps its own lists/],
    ['feed_path: .castwright/stage/feed.xml', /keeps its own lists/],
    ['fields: [a]', /map from our field names/],
    ['owner: Mara', /e-mail address/],
    ['category: Podcasts', /none of Apple/],
    ['guid: mine', /must be a UUID/],
    ['type: weekly', /episodic, serial/],
  ])('%s is refused with its line', async (line, reason) => {
    const [first] = (await problemsOf(`${fewestLines.replace(/guid: .*\n/, '')}${line}\n`)).filter(
      ({code}) => code === 'value-invalid',
    )
    expect(first).toMatchObject({code: 'value-invalid', file: 'show.yaml', line: 5})
    expect(first?.message).toMatch(reason)
  })
})
