import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/uses/build.ts'
import {check} from '../../src/uses/check.ts'
import {ofSeries, triesSeries} from '../series.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')
/** All lines, and the limit, are for `npm run test:long` by hand. Elsewhere a machine may be busy, and a reader that needs minutes meets the limit of the test. */
const isByHand = triesSeries && process.env.CI === undefined
const mostInMilliseconds = isByHand ? 5000 : Number.POSITIVE_INFINITY

/** A line of a megabyte that is bad for who looks for the end of something, over and over. */
const lines = [
  '`',
  '*_a',
  '<',
  'a',
  '_a',
  '[',
  '&amp;',
  '(',
  '1:',
  '- ',
  '> ',
  '{a: ',
  '"',
  '\\',
  'a.',
  '@',
  '    ',
  '|',
  '🎧',
]
  .slice(0, isByHand ? 19 : ofSeries(9, 1))
  .map((part) => [part, part.repeat(Math.ceil(1_000_000 / Buffer.byteLength(part)))] as const)

const cue = '00:00:00.000 --> 00:00:02.000\n'
const json = (line: string) => JSON.stringify(line)

/** Every kind of input that a show has, with a line in the place where its author writes most. */
const kinds: Readonly<Record<string, (line: string) => Readonly<Record<string, string>>>> = {
  'a value of show.yaml': (line) => ({'show.yaml': showFile(`description: ${json(line)}`)}),
  'a line of show.yaml': (line) => ({'show.yaml': showFile(line)}),
  'a value of front matter': (line) => ({'1.md': episodeFile('one', [`summary: ${json(line)}`])}),
  'a line of front matter': (line) => ({'1.md': episodeFile('one', [line])}),
  'front matter in TOML': (line) => ({'1.md': `+++\ntitle = "One"\n${line}\n+++\n`}),
  'front matter in JSON': (line) => ({'1.md': `---json\n{"title": "One", ${line}}\n---\n`}),
  notes: (line) => ({'1.md': episodeFile('one', [], `${line}\n`)}),
  'a heading of notes': (line) => ({'1.md': episodeFile('one', [], `# ${line}\n\nHello.\n`)}),
  WebVTT: (line) => ({'1.vtt': `WEBVTT\n\n${cue}${line}\n`}),
  'the voice of WebVTT': (line) => ({'1.vtt': `WEBVTT\n\n${cue}<v ${line}>Hello.\n`}),
  SubRip: (line) => ({'1.srt': `1\n${cue.replaceAll('.', ',')}${line}\n`}),
  SBV: (line) => ({'1.sbv': `0:00:00.000,0:00:02.000\n${line}\n`}),
  'a transcript as text': (line) => ({'1.transcript.txt': `Kim (00:00):\n${line}\n`}),
  'a transcript in Markdown': (line) => ({'1.transcript.md': `**Kim:** ${line}\n\n**Ana:** Yes.\n`}),
  'a transcript in HTML': (line) => ({'1.transcript.html': `<cite>Kim:</cite><time>0:00</time><p>${line}</p>`}),
  'a transcript in JSON': (line) => ({
    '1.transcript.json': `{"version":"1.0.0","segments":[{"speaker":"Kim","startTime":0,"endTime":2,"body":${json(line)}}]}`,
  }),
  'chapters as lines': (line) => ({'1.chapters.txt': `00:00:00 Start\n00:00:01 ${line}\n`}),
  'chapters of ffmpeg': (line) => ({'1.chapters.txt': `;FFMETADATA1\n[CHAPTER]\nSTART=0\nEND=1\ntitle=${line}\n`}),
  'chapters in JSON': (line) => ({
    '1.chapters.json': `{"version":"1.2.0","chapters":[{"startTime":0,"title":${json(line)}}]}`,
  }),
  'chapters of Podlove': (line) => ({
    '1.psc': `<psc:chapters xmlns:psc="http://podlove.org/simple-chapters"><psc:chapter start="0" title="${line}"/></psc:chapters>`,
  }),
  'a picture': (line) => ({'show.yaml': showFile('image: cover.svg'), 'cover.svg': `<svg>${line}</svg>`}),
  'the list of members': (line) => ({
    'show.yaml': showFile('feeds: {supporters: {members: members.txt}}'),
    'members.txt': `${line}\n`,
  }),
  'the lock': (line) => ({'castwright.lock.json': `{\n"castwrightLock": 2,\n${line}\n`}),
  'an episode of the lock': (line) => ({
    'castwright.lock.json': `{"castwrightLock": 2, "episodes": [{"slug":${json(line)}}]}`,
  }),
}

beforeAll(() => {
  process.env.CASTWRIGHT_SECRET = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'
})

/** Of a processor, so that a busy machine is not taken for a slow reader. */
async function spentBy(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}

describe.each(lines)('a megabyte of %s', (_part, line) => {
  it.each(Object.entries(kinds))('in %s', async (_kind, filesWith) => {
    const folder = temporaryShow({'1.md': episodeFile('one'), '2.md': episodeFile('two'), ...filesWith(line)})
    expect(await spentBy(() => check(folder, {now}))).toBeLessThan(mostInMilliseconds)
  })

  it.each(['manifest.json', 'episodes.json'])('in what an earlier build left: %s', async (name) => {
    const folder = temporaryShow({'1.md': episodeFile('one', ['audio: one.mp3']), 'one.mp3': media.mp3})
    const output = join(folder, 'output')
    expect((await build(folder, output, {now})).ok).toBe(true)
    mkdirSync(join(folder, '.castwright'), {recursive: true})
    for (const place of [folder, output]) writeFileSync(join(place, '.castwright', name), `{"version": 1, ${line}\n`)
    expect(await spentBy(() => build(folder, output, {now}))).toBeLessThan(mostInMilliseconds)
  })
})
