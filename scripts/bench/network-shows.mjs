// A network of shows whose recordings are on a media host: as large as one likes, and with the same bytes every time.
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {random, speech} from './interview-article.mjs'

const site = 'https://waves.example/'

/** @param {string} title @param {string} address @param {number} number */
function ownFile(title, address, number) {
  const guid = `6b6a0c3e-6a7e-5d3e-9a52-${String(number).padStart(12, '0')}`
  return [
    `title: ${title}`,
    'description: A generated show.',
    'author: Kim Abel',
    `site_url: ${address}`,
    `guid: ${guid}`,
    'language: en',
    'categories: [Technology]',
    'explicit: no',
    'image: https://waves.example/cover.jpg',
    'feed_budget: 10000 MB',
    '',
  ].join('\n')
}

/** @param {number} index */
export function showName(index) {
  return `show-${String(index).padStart(3, '0')}`
}

/** @param {number} show @param {number} index */
export function episodeText(show, index) {
  const next = random(show * 1e5 + index + 1)
  const date = new Date(Date.UTC(2001, 0, 1, 6) + index * 86_400_000 + show * 60_000).toISOString()
  return [
    '---',
    `title: Episode ${index} of show ${show}`,
    `date: ${date}`,
    `audio: https://media.example.org/${show}/${index}.mp3`,
    'length: 57600000',
    'duration: 3600',
    '---',
    '',
    speech(next, 4),
    '',
    speech(next, 4),
    '',
  ].join('\n')
}

/** @param {string} folder @param {number} shows @param {number} episodes of each */
export function writeNetwork(folder, shows, episodes) {
  mkdirSync(folder, {recursive: true})
  const network = ownFile('All Waves', site, shows)
  writeFileSync(join(folder, 'network.yaml'), network.replace('A generated show', 'Many generated shows'))
  for (let show = 0; show < shows; show += 1) {
    const own = join(folder, showName(show))
    mkdirSync(own)
    writeFileSync(join(own, 'show.yaml'), ownFile(`Show ${show}`, `${site}${showName(show)}/`, show))
    for (let index = 0; index < episodes; index += 1)
      writeFileSync(join(own, `${String(index).padStart(4, '0')}-episode.md`), episodeText(show, index))
  }
}
