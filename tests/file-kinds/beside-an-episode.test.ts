import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {allFileKinds} from '../../src/file-kinds/all-kinds.ts'
import type {FileKind} from '../../src/file-kinds/file-kind.ts'
import {chapterKinds, transcriptKinds} from '../../src/file-kinds/text-kinds.ts'
import {media, planFiles} from '../temporary-show.ts'

const vtt = 'WEBVTT\n\n00:00.000 --> 00:00.400\nKim: Hello.\n\n00:00.400 --> 00:00.800\nAnd good-bye.\n'
const lines = '00:00 Welcome\n00:01 The end\n'

/** A file that the kind's own reader takes. What a picture or a recording is, its bytes say, whatever it is called. */
const contents: ReadonlyMap<FileKind, string> = new Map<FileKind, string>([
  [transcriptKinds.vtt, vtt],
  [transcriptKinds.srt, '1\n00:00:00,000 --> 00:00:00,400\nHello.\n'],
  [transcriptKinds.sbv, '0:00:00.000,0:00:00.400\nHello.\n'],
  [transcriptKinds.json, '{"version":"1.0.0","segments":[{"startTime":0,"endTime":0.4,"body":"Hello."}]}'],
  [transcriptKinds.youTubeJson, '{"events":[{"tStartMs":0,"dDurationMs":400,"segs":[{"utf8":"Hello."}]}]}'],
  [transcriptKinds.html, '<cite>Kim:</cite><time>0:00</time><p>Hello.</p>'],
  [transcriptKinds.text, 'Kim: Hello.\n'],
  [transcriptKinds.tsv, 'start\tend\ttext\n0\t400\tHello.\n'],
  [transcriptKinds.markdown, '**Kim:** Hello.\n\n**Lee:** Good-bye.\n'],
  [chapterKinds.json, '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Welcome"}]}'],
  [chapterKinds.vtt, vtt],
  [chapterKinds.text, lines],
  [chapterKinds.markdown, lines],
  [
    chapterKinds.podlove,
    '<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters"><psc:chapter start="0" title="Welcome"/></psc:chapters>',
  ],
  [chapterKinds.ffmetadata, ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=400\ntitle=Welcome\n'],
])

const picture = readFileSync(join(import.meta.dirname, '../fixtures/shows/plain-audio/show/cover.png'))

function contentOf(kind: FileKind): string | Uint8Array {
  if (kind.role === 'media') return media.mp3
  return kind.role === 'picture' ? picture : (contents.get(kind) ?? 'what nobody reads')
}

/** What is published of a file beside an episode, by its role. */
const published: Partial<Record<FileKind['role'], (extension: string) => string>> = {
  media: (extension) => `media/ep${extension}`,
  picture: (extension) => `images/ep${extension}`,
  transcript: () => 'episodes/ep/transcript.html',
  chapters: () => 'episodes/ep/chapters.json',
}

const beside = allFileKinds
  .filter(({role}) => published[role] !== undefined)
  .flatMap((kind) => kind.extensions.map((extension) => [extension, kind] as const))

const planWith = (name: string, kind: FileKind) =>
  planFiles({
    'ep.md': '---\ntitle: One\ndate: 2026-01-31\n---\nHello.\n',
    ...(kind.role === 'media' ? {} : {'ep.mp3': media.mp3}),
    [name]: contentOf(kind),
  })

describe('a file beside an episode, of every ending that the table knows', () => {
  const used = beside.filter(([, {refused}]) => refused === undefined)

  test.each(used)('%s is published', async (extension, kind) => {
    const {files, problems} = await planWith(`ep${extension}`, kind)
    const path = published[kind.role]?.(extension)
    expect([...files.keys()]).toContain(path)
    expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
    // An upper-case name is no other kind.
    const shouted = await planWith(`ep${extension.toUpperCase()}`, kind)
    expect([...shouted.files.keys()]).toContain(path)
  })

  const refused = beside.filter(([, kind]) => kind.refused !== undefined)

  test.each(refused)('%s is refused, and it is said', async (extension, kind) => {
    const {files, problems} = await planWith(`ep${extension}`, kind)
    const said = problems.filter(({file}) => file === `ep${extension}`)
    expect(said.map(({code, severity}) => [code, severity])).toEqual([
      [kind.role === 'transcript' ? 'transcript-format-refused' : 'file-refused', 'warning'],
    ])
    expect(said[0]?.message).toContain(kind.refused)
    const ofEpisodes = [...files.keys()].filter((path) => !path.startsWith('assets/'))
    expect(ofEpisodes.filter((path) => path.endsWith(extension) || path.includes('transcript'))).toEqual([])
  })
})
