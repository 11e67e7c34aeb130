import {cpSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {describe, expect, it, onTestFinished} from 'vitest'
import {openMemory} from '../../../src/engine/memory/episode-memory.ts'
import {canMakePictures} from '../../../src/pictures/make-picture.ts'
import {readyShow} from '../../../src/plan/ready-show.ts'
import {type BuildOptions, build} from '../../../src/uses/build.ts'
import {hashesOf, writeFiles} from '../../files-on-disk.ts'
import {episodeFile, media, showFile, temporaryShow} from '../../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')
const later = new Date('2026-08-01T00:00:00Z')

const transcript = (word: string) => `WEBVTT\n\n00:00.000 --> 00:00.700\n<v Kim>${word}\n`

/** Every way in which an episode can come by what it says. */
const show = {
  '001-dawn.md': '---\ntitle: Dawn\ndate: 2026-01-01\nguests: [nora]\nmood: calm\n---\nOne.\n',
  '001-dawn.mp3': media.mp3,
  '001-dawn.vtt': transcript('dawn'),
  '002-noon.md': episodeFile('noon', ['date: 2026-02-01', 'transcript: /static/texts/noon.vtt']),
  'texts/noon.vtt': transcript('noon'),
  '003-dusk.md': episodeFile('dusk', ['date: 2026-03-01', 'guests: [otto]']),
  'transcripts/003.md': '**Kim:** Dusk it is.\n\n**Otto:** So it is.\n',
  '004-night.md': '---\ntitle: Night\ndate: 2026-04-01\n---\nNobody spoke.\n',
  '005-july.md': episodeFile('july', ['date: 2026-07-01']),
  '006-draft.md': episodeFile('draft', ['draft: true']),
  'notes.md': 'No episode.\n',
  'people/nora.md': '---\nname: Nora Lind\nurl: https://nora.example/\n---\n',
}

type Change = {
  readonly of: (folder: string, output: string) => void
  readonly options?: Partial<BuildOptions>
  /** How many of the episodes are not made again. What is not published is always made again: no cache holds anything of it. */
  readonly known: number
}

const file = (path: string, content: string | Uint8Array) => (folder: string) => writeFiles(folder, {[path]: content})
const replace = (path: string, from: string, to: string) => (folder: string) => {
  const text = readFileSync(join(folder, path), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, path), text.replace(from, to))
}

/** The same bytes in other files. */
function restore(folder: string): void {
  cpSync(folder, `${folder}.copy`, {recursive: true})
  rmSync(folder, {recursive: true})
  renameSync(`${folder}.copy`, folder)
}

/** Lies beside the folder of the show. */
const outside = (text: string) => (folder: string) => {
  onTestFinished(() => rmSync(`${folder}-texts`, {recursive: true, force: true}))
  writeFiles(`${folder}-texts`, {'004.md': `**Kim:** ${text}\n`})
}

/** Each on top of the ones before, as a show lives. */
const changes: Readonly<Record<string, Change>> = {
  nothing: {of: () => {}, known: 4},
  'the text of an episode': {of: replace('004-night.md', 'Nobody', 'Somebody'), known: 3},
  'the time of a file': {of: (folder) => utimesSync(join(folder, '002-noon.md'), 5, 5), known: 4},
  'the text of an episode, with size and time as before': {
    of: (folder) => {
      replace('002-noon.md', 'Hello', 'Hallo')(folder)
      utimesSync(join(folder, '002-noon.md'), 5, 5)
    },
    known: 3,
  },
  'a transcript that an episode names': {of: file('texts/noon.vtt', transcript('midday')), known: 3},
  'a file that answers better to a name': {of: file('static/texts/noon.vtt', transcript('static')), known: 3},
  'a transcript that is sorted to an episode': {of: replace('transcripts/003.md', 'Dusk', 'Dark'), known: 3},
  'a new sidecar': {of: file('004-night.mp3', media.mp3), known: 3, options: {accept: ['media-bytes-changed']}},
  'a new file of chapters': {
    of: file('002-noon.chapters.json', '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Noon"}]}'),
    known: 3,
  },
  'a sidecar that is gone': {
    of: (folder) => rmSync(join(folder, '002-noon.chapters.json')),
    options: {accept: ['address-gone']},
    known: 3,
  },
  'a file about a person': {of: replace('people/nora.md', 'Lind', 'Berg'), known: 3},
  'a new file about a person': {of: file('people/otto.md', '---\nname: Otto Vale\n---\n'), known: 3},
  'a new episode': {of: file('007-new.md', '---\ntitle: New\ndate: 2026-05-01\n---\nWritten.\n'), known: 4},
  'a new name of a file': {
    of: (folder) => renameSync(join(folder, '007-new.md'), join(folder, '007-newer.md')),
    known: 4,
  },
  'a recording that an episode names': {
    of: (folder) => {
      file('takes/new.mp3', media.mp3)(folder)
      replace('007-newer.md', 'date:', 'audio: takes/new.mp3\ndate:')(folder)
    },
    options: {accept: ['media-bytes-changed']},
    known: 4,
  },
  'a text under the name of that recording': {of: file('takes/new.vtt', transcript('new')), known: 4},
  'a mistake': {of: file('008-wrong.md', '---\ntitle: Wrong\ndate: never\n---\n'), known: 5},
  'a mistake that is mended': {of: file('008-wrong.md', episodeFile('wrong', ['date: 2026-05-02'])), known: 5},
  'an episode that is gone': {
    of: (folder) => rmSync(join(folder, '008-wrong.md')),
    options: {accept: ['episode-removed']},
    known: 5,
  },
  'a published file that somebody edited': {
    of: (_folder, output) => writeFileSync(join(output, 'episodes/004-night/index.html'), 'edited'),
    known: 4,
  },
  'a published file that is gone': {
    of: (_folder, output) => rmSync(join(output, 'episodes/003-dusk/transcript.txt')),
    known: 4,
  },
  // As from a cache that CI keeps: the same bytes in other files, at other times.
  'all that is published restored from a copy': {of: (_folder, output) => restore(output), known: 5},
  'a restored page that somebody edited, with its size and time': {
    of: (_folder, output) => {
      const page = join(output, 'episodes/004-night/index.html')
      const {atime, mtime} = statSync(page)
      restore(output)
      writeFileSync(page, readFileSync(page, 'utf8').replace('Somebody', 'Anybodys'))
      utimesSync(page, atime, mtime)
    },
    known: 4,
  },
  'a restored feed that somebody edited, with its size and time': {
    of: (_folder, output) => {
      const feed = join(output, 'atom.xml')
      const {atime, mtime} = statSync(feed)
      restore(output)
      writeFileSync(feed, readFileSync(feed, 'utf8').replace('Somebody', 'Anybodys'))
      utimesSync(feed, atime, mtime)
    },
    known: 5,
  },
  'a feed that somebody edited': {of: (_folder, output) => writeFileSync(join(output, 'atom.xml'), 'edited'), known: 5},
  'the index page gone': {of: (_folder, output) => rmSync(join(output, 'index.html')), known: 5},
  'a guid in the lock': {
    of: (folder) => {
      const lock = readFileSync(join(folder, 'castwright.lock.json'), 'utf8')
      writeFileSync(join(folder, 'castwright.lock.json'), lock.replace(/("slug":"003-dusk".*?"guid":")[^"]*/, '$1kept'))
    },
    options: {accept: ['unrecorded-loss']},
    known: 5,
  },
  'all that is published gone': {of: (_folder, output) => rmSync(output, {recursive: true}), known: 0},
  'the time of the build': {of: () => {}, options: {now: later}, known: 5},
  'the time of the build, back': {of: () => {}, options: {accept: ['episode-withdrawn']}, known: 5},
  'the file of the show': {of: replace('show.yaml', 'Trial Run', 'Trial Walk'), known: 0},
  'a folder outside the show': {
    of: (folder) => {
      outside('Far away.')(folder)
      replace('show.yaml', 'title:', `transcripts_from: ${folder}-texts\ntitle:`)(folder)
    },
    known: 0,
  },
  'a transcript outside the show': {of: outside('Further away.'), known: 4},
  'the lock': {
    of: (folder) => replace('castwright.lock.json', '"durationInSeconds":600', '"durationInSeconds":601')(folder),
    known: 4,
  },
  // With it goes the slug that the renamed file was published under.
  'the lock gone': {
    of: (folder) => rmSync(join(folder, 'castwright.lock.json')),
    options: {accept: ['unrecorded-loss']},
    known: 0,
  },
}

async function outcomeOf(folder: string, output: string, options: Partial<BuildOptions>) {
  const outcome = await build(folder, output, {now, ...options})
  const files = outcome.ok ? [...hashesOf(output)].filter(([path]) => !path.startsWith('.castwright')) : []
  const lock = readFileSync(join(folder, 'castwright.lock.json'), 'utf8')
  return {problems: outcome.problems, files: Object.fromEntries(files), lock}
}

async function countKnown(folder: string, output: string, at: Date): Promise<number> {
  const ready = await readyShow(folder, at, canMakePictures())
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems))
  let count = 0
  for await (const _known of openMemory(ready.value, at, {output}).recalled()) count += 1
  return count
}

describe('a build with the memory of the one before', () => {
  it('gives what a build without it gives, whatever changed, and makes no more than that again', async () => {
    const folder = temporaryShow({'show.yaml': showFile('hosts: [Kim Vale]'), ...show})
    const output = join(folder, 'output')
    const elsewhere = mkdtempSync(join(tmpdir(), 'castwright-anew-'))
    onTestFinished(() => rmSync(elsewhere, {recursive: true, force: true}))
    // Files that were only just written are not believed by their times: see below.
    await setTimeout(60)
    await build(folder, output, {now})
    const known: Record<string, number> = {}
    for (const [name, {of, options = {}}] of Object.entries(changes)) {
      of(folder, output)
      // Longer than file systems take two edits for one: now the times alone must tell.
      await setTimeout(60)
      // The same show in another folder, for a build that knows nothing of earlier ones but what they published.
      const copy = join(elsewhere, 'show')
      rmSync(elsewhere, {recursive: true, force: true})
      cpSync(folder, copy, {recursive: true, filter: (path) => path !== join(folder, '.castwright')})
      known[name] = await countKnown(folder, output, options.now ?? now)
      const remembering = await outcomeOf(folder, output, options)
      expect(remembering, name).toEqual(await outcomeOf(copy, join(copy, 'output'), {...options, cache: false}))
    }
    expect(known).toEqual(Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, change.known])))
  }, 120_000)
})

describe('an episode that no memory holds', () => {
  it('is in no feed any more once it is gone', async () => {
    // A file with a similar name may come, so it is planned again each time.
    const bare = episodeFile('bare', ['date: 2026-05-03', 'image: gone.jpg'])
    const folder = temporaryShow({'show.yaml': showFile(), '004-night.md': show['004-night.md'], '009-bare.md': bare})
    const output = join(folder, 'output')
    await setTimeout(60)
    await build(folder, output, {now})
    expect(await countKnown(folder, output, now)).toBe(1)
    rmSync(join(folder, '009-bare.md'))
    const outcome = await build(folder, output, {now, accept: ['episode-removed']})
    expect(outcome).toMatchObject({ok: true})
    for (const path of ['feed.xml', 'index.html', 'sitemap.xml'])
      expect(readFileSync(join(output, path), 'utf8'), path).not.toContain('009-bare')
  })
})

describe('a build on another machine, with a restored cache', () => {
  it('makes nothing again, though every file has another time and inode', async () => {
    const folder = temporaryShow({'show.yaml': showFile('hosts: [Kim Vale]'), ...show})
    const output = join(folder, 'output')
    const at = new Date('2026-09-01T00:00:00Z')
    rmSync(join(folder, '006-draft.md'))
    rmSync(join(folder, 'notes.md'))
    await build(folder, output, {now: at})
    await build(folder, output, {now: at})
    const isIdle = async () => {
      let idle = false
      const outcome = await build(folder, output, {
        now: at,
        onIdle: () => {
          idle = true
        },
      })
      expect(outcome).toMatchObject({ok: true, value: {changed: false}})
      return idle
    }
    expect(await isIdle()).toBe(true)
    restore(folder)
    expect(await isIdle()).toBe(true)
    // What was noted then tells by the times alone.
    expect(await isIdle()).toBe(true)
  })
})
