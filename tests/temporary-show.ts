import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {type Files, writeFiles} from './files-on-disk.ts'
import {type PlannedFiles, planInMemory} from './plan-in-memory.ts'

const shows = join(import.meta.dirname, 'fixtures/shows')

/** Eight tenths of a second of sound, and of sound with a picture. */
export const media = {
  mp3: readFileSync(join(shows, 'plain-audio/show/002-noon.mp3')),
  m4a: readFileSync(join(shows, 'video-and-hosted/show/lock.m4a')),
  ogg: readFileSync(join(shows, 'folder-per-episode/show/1-the-toaster/audio.opus')),
  mp4: readFileSync(join(shows, 'video-and-hosted/show/hinge-large.mp4')),
} as const

/** A `show.yaml` without a problem; `lines` replace those with the same key, and a value of nothing takes a key out. */
export function showFile(...lines: readonly string[]): string {
  const usual = [
    'title: Trial Run',
    'description: A show for tests.',
    'site_url: https://trial.example/',
    'language: en',
    'author: Kim Vale',
    'owner: none',
    'explicit: false',
    'categories: [Technology]',
    'image: https://trial.example/cover.jpg',
    'guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21',
  ]
  return withLines(lines, usual).join('\n')
}

/** An episode with a media file of its own on a server. */
export function episodeFile(name: string, lines: readonly string[] = [], body = 'Hello.\n'): string {
  const audio = `audio: {url: https://media.example/${name}.mp3, size: 5000000, duration: 10:00}`
  return `---\n${withLines(lines, [`title: ${name}`, 'date: 2026-01-31', audio]).join('\n')}\n---\n${body}`
}

/** A value may go on in indented lines: the key is what stands before the first colon of the first. */
export function withLines(lines: readonly string[], usual: readonly string[]): readonly string[] {
  const keyOf = (line: string) => line.slice(0, line.indexOf(':'))
  const keys = new Set(lines.map(keyOf))
  return [...usual.filter((line) => !keys.has(keyOf(line))), ...lines]
}

/** A folder with these files; it is gone after the test. */
export function temporaryShow(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-show-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, {'show.yaml': showFile(), ...files})
  return folder
}

export function planFiles(files: Files, now?: Date): Promise<PlannedFiles> {
  return planInMemory(temporaryShow(files), now)
}

/** What the feeds of a show of these files say. */
export async function feedsOf(
  files: Files,
): Promise<{readonly rss: string; readonly atom: string; readonly json: JsonFeed}> {
  const {files: planned} = await planFiles(files)
  const text = (path: string) => planned.get(path) ?? ''
  return {rss: text('feed.xml'), atom: text('atom.xml'), json: JSON.parse(text('feed.json'))}
}

export type JsonFeed = {
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly url: string
    readonly tags?: readonly string[]
    readonly content_html?: string
    readonly attachments?: readonly {
      readonly url: string
      readonly mime_type: string
      readonly size_in_bytes?: number
    }[]
  }[]
}
