// The shows that the bench builds, of any length and with the same bytes every time.
import {closeSync, mkdirSync, openSync, writeFileSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {article, random, speech} from './interview-article.mjs'

/** @param {string} folder @param {string} [image] */
function writeShowFile(folder, image = 'https://bench.example/cover.jpg') {
  mkdirSync(folder, {recursive: true})
  const lines = [
    'title: Bench',
    'description: A generated show.',
    'author: Kim Abel',
    'site_url: https://bench.example/',
    'guid: 6b6a0c3e-6a7e-5d3e-9a52-1f6f6f0b8a11',
    'language: en',
    'categories: [Technology]',
    'explicit: no',
    'hosts: [Kim Abel]',
    `image: ${image}`,
    'feed_budget: 1000 MB',
    '',
  ]
  writeFileSync(join(folder, 'show.yaml'), lines.join('\n'))
}

/** @param {string} folder @param {number} count @param {string} [image] of the show, an address where nothing else is said */
export function writeInterviews(folder, count, image) {
  writeShowFile(folder, image)
  for (let index = 0; index < count; index += 1) {
    const {slug, text} = article(index)
    writeFileSync(join(folder, `${slug}.md`), text)
  }
}

/** @param {number} seconds */
function timestamp(seconds) {
  return new Date(seconds * 1000).toISOString().slice(11, 23)
}

const cueInSeconds = 3.6
export const cuesPerHour = 3600 / cueInSeconds

/** Episodes of an hour, each with captions as a service writes them. @param {string} folder @param {number} count */
export function writeCaptioned(folder, count) {
  writeShowFile(folder)
  for (let index = 0; index < count; index += 1) {
    const next = random(index + 1)
    const name = `${String(index).padStart(5, '0')}-captioned`
    const date = new Date(Date.UTC(2010, 0, 1 + index, 6)).toISOString()
    const head = ['---', `title: Captioned ${index}`, `date: ${date}`, `audio: https://media.example.org/${name}.mp3`]
    writeFileSync(
      join(folder, `${name}.md`),
      [...head, 'length: 57600000', 'duration: 3600', '---', '', 'Notes.', ''].join('\n'),
    )
    const cues = Array.from({length: cuesPerHour}, (_, at) => {
      const text = speech(next, 1).replace(/[*`[\]()<>]/g, '')
      return `${timestamp(at * cueInSeconds)} --> ${timestamp((at + 1) * cueInSeconds)}\n<v ${at % 5 < 2 ? 'Kim Abel' : 'Ada Abara'}>${text}\n`
    })
    writeFileSync(join(folder, `${name}.vtt`), `WEBVTT\n\n${cues.join('\n')}`)
  }
}

/** 128 kbit/s, 44.1 kHz. */
const frameHeader = Buffer.from([0xff, 0xfb, 0x90, 0x00])
const frameInBytes = 417
const framesPerWrite = 1000

/**
 * Episodes with a recording each, of MP3 frames whose content is noise.
 * @param {string} folder
 * @param {number} count
 * @param {number} sizeInBytes
 */
export function writeRecordings(folder, count, sizeInBytes) {
  writeShowFile(folder)
  for (let index = 0; index < count; index += 1) {
    const next = random(index + 1)
    const name = `${String(index).padStart(5, '0')}-recorded`
    const date = new Date(Date.UTC(2010, 0, 1 + index, 6)).toISOString()
    writeFileSync(join(folder, `${name}.md`), `---\ntitle: Recorded ${index}\ndate: ${date}\n---\n\nNotes.\n`)
    const frames = Buffer.alloc(frameInBytes * framesPerWrite)
    for (let at = 0; at < frames.length; at += frameInBytes) {
      frameHeader.copy(frames, at)
      for (let each = at + frameHeader.length; each < at + frameInBytes; each += 1) frames[each] = next() * 255
    }
    const file = openSync(join(folder, `${name}.mp3`), 'w')
    for (let written = 0; written < sizeInBytes; written += frames.length) writeSync(file, frames)
    closeSync(file)
  }
}

/** Notes of a usual length: a network has many episodes, and few have their conversation in them. @param {number} seed */
function shortNotes(seed) {
  const next = random(seed)
  return [speech(next, 4), speech(next, 5), speech(next, 3)].join('\n\n')
}

/** @param {string} name @param {number} number */
function showOfNetwork(name, number) {
  return [
    `title: Show ${name}`,
    `description: The show ${name} of a generated network.`,
    'author: Kim Abel',
    `site_url: https://waves.example/${name}/`,
    `guid: 0d5a3d0e-5b69-5e0c-8f2c-${String(number).padStart(12, '0')}`,
    'language: en',
    'categories: [Technology]',
    'explicit: no',
    'hosts: [Kim Abel]',
    'image: https://media.example.org/cover.jpg',
    'feed_budget: 1000 MB',
    '',
  ].join('\n')
}

const network = [
  'title: All Waves',
  'description: A generated network.',
  'site_url: https://waves.example/',
  'language: en',
  'author: Waves',
  'categories: [Technology]',
  'explicit: no',
  'image: https://media.example.org/cover.jpg',
  'guid: 9b024349-ccf0-5f69-a609-6b82873eab3c',
  'items_per_feed: 500',
  'feed_budget: 1000 MB',
  '',
].join('\n')

/** A network of shows, whose episodes have short notes and their recordings on a server. @param {string} folder @param {number} shows @param {number} episodes of each show */
export function writeNetwork(folder, shows, episodes) {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, 'network.yaml'), network)
  for (let show = 0; show < shows; show += 1) {
    const name = `show-${String(show).padStart(3, '0')}`
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'show.yaml'), showOfNetwork(name, show))
    for (let index = 0; index < episodes; index += 1) {
      const slug = `${String(index).padStart(4, '0')}-of-${name}`
      const date = new Date(Date.UTC(2000, 0, 1 + 9 * index, 6, show)).toISOString()
      const head = [
        `title: Episode ${index} of ${name}`,
        `date: ${date}`,
        `audio: https://media.example.org/${slug}.mp3`,
      ]
      const text = [
        '---',
        ...head,
        'length: 57600000',
        'duration: 3600',
        '---',
        '',
        shortNotes(show * episodes + index),
        '',
      ]
      writeFileSync(join(folder, name, `${slug}.md`), text.join('\n'))
    }
  }
}
