import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {allFileKinds, fileKinds} from '../../src/file-kinds/all-kinds.ts'
import {extensionOf, locationExtension} from '../../src/file-kinds/endings.ts'

const source = join(import.meta.dirname, '../../src')

/** Names of codecs are no endings, keys of configurations neither, and rules for feeds quote the lists of specifications. */
const others = new Set([
  'adopt/show-facts.ts',
  'probe/containers/hls-media.ts',
  'probe/containers/mp4/mp4-tracks.ts',
  'rules/itunes/itunes-show-rules.ts',
  'rules/rss/rss-value-rules.ts',
])

const listed =
  /\((?:\?:)?[^()\n]*\b(?:mp3|vtt|srt|jpe?\??g|png)\b\|[^()\n]*\)|\[[^\]\n]*'\.?(?:mp3|vtt|srt|jpe?g|png)',/

function listsEndings(text: string): boolean {
  return listed.test(text)
}

test('no other file lists the endings of files', () => {
  const files = readdirSync(source, {recursive: true, encoding: 'utf8'})
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('file-kinds/') && !others.has(file))
  expect(files.length).toBeGreaterThan(400)
  expect(files.filter((file) => listsEndings(readFileSync(join(source, file), 'utf8')))).toEqual([])
})

test.each(['/\\.(?:mp3|m4a)$/i', "new Set(['mp3', 'm4a'])", '(vtt|srt)', "['.jpg', '.png']"])('sees %s', (text) => {
  expect(listsEndings(text)).toBe(true)
})

test('every kind is named once, and every ending is in lower case', () => {
  const names = allFileKinds.map(({name}) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  const endings = allFileKinds.flatMap(({extensions}) => extensions)
  expect(endings.filter((each) => !/^(?:\.[a-z\d]+)+$/.test(each))).toEqual([])
})

test.each([
  ['a/one.chapters.json', 'chapters-json'],
  ['a/one.json', 'json'],
  ['a/chapters.json', 'chapters-json'],
  ['rust-1.48.MP3', 'mp3'],
  ['one.mp4', 'mp4'],
  ['one.webm', 'webm'],
  ['one.transcript.md', 'markdown-transcript'],
  ['Trash Taste #37.mp3', 'mp3'],
])('%s is %s', (path, name) => {
  expect(fileKinds.ofName(path)?.name).toBe(name)
})

test.each(['README', 'a.b/c', 'one.', 'one.xyz'])('%s is of no kind', (path) => {
  expect(fileKinds.ofName(path)).toBeUndefined()
})

test.each([
  ['001 a #37.mp3', '.mp3'],
  ['why?.mp3', '.mp3'],
  ['talk.mp3#t=90', '.mp3'],
  ['https://media.example/talk.mp3?x=1.ogg#t=90', '.mp3'],
])('the ending of %s is %s', (location, ending) => {
  expect(locationExtension(location)).toBe(ending)
})

test('a path has the ending that its name has', () => {
  expect(['a.b/c', 'a/B.MP3', 'a/x #1?.ogg'].map(extensionOf)).toEqual(['', '.mp3', '.ogg'])
})

test.each([
  ['https://media.example/How to #37.mp3', 'https://media.example/How to %2337.mp3', 'audio'],
  ['https://media.example/Why? Because.mp4', 'https://media.example/Why%3F Because.mp4', 'video'],
  ['https://media.example/talk.mp3#t=90', 'https://media.example/talk.mp3', 'audio'],
  ['https://media.example/talk.mp3?key=1#t=90', 'https://media.example/talk.mp3?key=1', 'audio'],
  ['https://media.example/watch?file=talk.mp3', 'https://media.example/watch?file=talk.mp3', undefined],
  ['https://media.example/page#part-2', 'https://media.example/page', undefined],
  ['https://media.example/#/talk.mp3', 'https://media.example/', undefined],
])('the address %s is meant as %s', (written, meant, kind) => {
  expect(fileKinds.mediaAddress(written)).toBe(meant)
  expect(fileKinds.mediaOf(written)?.kind).toBe(kind)
})

test('types are known in every spelling, with parameters too', () => {
  const spellings = ['audio/mp3', 'AUDIO/MPEG; charset=binary', 'application/srt', 'text/vtt']
  expect(spellings.map((type) => fileKinds.ofType(type)?.name)).toEqual(['mp3', 'mp3', 'srt', 'vtt'])
})
