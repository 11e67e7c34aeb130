// A show of any length, the same bytes every time: interview articles of 29 KB with front matter.
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** Mulberry32: small, seeded, and good enough to vary words. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const words =
  'the a sound tape listener episode microphone studio story voice room record edit publish feed week guest question answer night river field song quiet loud signal noise archive folder letter people always never often because although while into about between after before and or but so when where how why it is was were has had can could would should we you they I'.split(
    ' ',
  )

function sentence(next) {
  const length = 6 + Math.floor(next() * 16)
  const picked = Array.from({length}, () => words[Math.floor(next() * words.length)])
  const text = picked.join(' ')
  return `${text[0].toUpperCase()}${text.slice(1)}.`
}

function paragraph(next) {
  const sentences = Array.from({length: 3 + Math.floor(next() * 5)}, () => sentence(next))
  // Some speech carries a link or emphasis, as real interviews do.
  if (next() < 0.12) sentences.push(`See [the notes](https://example.org/${Math.floor(next() * 1e6)}) for *that*.`)
  return sentences.join(' ')
}

function article(index) {
  const next = random(index + 1)
  const date = new Date(Date.UTC(2000, 0, 1 + index, 6)).toISOString()
  const head = [
    '---',
    `title: "Conversation number ${index}"`,
    `date: ${date}`,
    `episode: ${index + 1}`,
    `audio: https://media.example.org/conversation-${index}.mp3`,
    `length: ${20_000_000 + index}`,
    `duration: "${30 + (index % 60)}:00"`,
    'guests: [Robin Vale]',
    '---',
    '',
    `Hello and welcome. I'm your host, Kim Abel, and today's guest is [Robin Vale](https://example.org/robin). ${sentence(next)}`,
    '',
    paragraph(next),
    '',
  ]
  const turns = []
  let size = head.join('\n').length
  while (size < 29_000) {
    const turn = [`### ${sentence(next).replace(/\.$/, '?')}`, '', `**Robin:** ${paragraph(next)}`, '']
    if (next() < 0.7) turn.push(paragraph(next), '')
    turns.push(...turn)
    size += turn.join('\n').length
  }
  return [...head, ...turns].join('\n')
}

export function generateShow(folder, count) {
  mkdirSync(folder, {recursive: true})
  writeFileSync(
    join(folder, 'show.yaml'),
    [
      'title: Bench',
      'description: A generated show.',
      'author: Kim Abel',
      'site_url: https://bench.example/',
      'guid: 6b6a0c3e-6a7e-5d3e-9a52-1f6f6f0b8a11',
      'language: en',
      'categories: [Technology]',
      'explicit: no',
      'hosts: [Kim Abel]',
      'image: https://bench.example/cover.jpg',
      '',
    ].join('\n'),
  )
  for (let index = 0; index < count; index += 1) {
    writeFileSync(join(folder, `${String(index).padStart(5, '0')}-conversation.md`), article(index))
  }
}
