import {execFileSync} from 'node:child_process'
import {copyFileSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {writeFiles} from '../files-on-disk.ts'
import {showFile} from '../temporary-show.ts'
import {hourOfSpeech, tongueOf, tongues} from './speech.ts'

export const repository = 'https://github.com/kim/long-lines/tree/main/show'

/** Each fifteenth episode has a recording in the folder, and those of the others are on another host; each twentieth has a picture of its own. */
const recordingEvery = 15
const picturesEvery = 20

/** The slug of an episode. */
export function slugOf(number: number): string {
  return String(number).padStart(3, '0')
}

/** Which of so many episodes have a recording in the folder. */
export function recordedOf(count: number): readonly number[] {
  return Array.from({length: count}, (_, at) => at + 1).filter((number) => number % recordingEvery === 0)
}

function titleOf(number: number): string {
  const {titles} = tongueOf(number)
  return `${titles[number % titles.length]} ${number}`
}

function frontMatterOf(number: number): readonly string[] {
  const {language, topics, people} = tongueOf(number)
  const published = new Date(Date.UTC(2020, 0, 1) + number * 7 * 86_400_000).toISOString().slice(0, 10)
  const isHere = number % recordingEvery === 0
  const chapters = Array.from({length: 12}, (_, at) => `"${at * 5}:00 ${topics[at % topics.length]} ${at + 1}"`)
  return [
    `title: ${JSON.stringify(titleOf(number))}`,
    `date: ${published}`,
    `season: ${1 + Math.floor((number - 1) / 50)}`,
    `episode: ${number}`,
    `language: ${language}`,
    `tags: ${JSON.stringify([topics[number % topics.length], topics[(number * 7 + 1) % topics.length], 'Trains'])}`,
    `guests: ${JSON.stringify([people[number % people.length]])}`,
    ...(number % 3 === 0 ? [`chapters: [${chapters.join(', ')}]`] : []),
    ...(number % picturesEvery === 0 ? ['image: own.jpg'] : []),
    ...(number % 7 === 0 ? [`subtitle: ${JSON.stringify(topics.join(' · '))}`] : []),
    ...(number % 30 === 0 ? ['soundbites: [{start: 60, duration: 20, title: The best}]', 'location: Cairo'] : []),
    ...(isHere
      ? []
      : [`audio: {url: "https://media.example/${slugOf(number)}.mp3", size: 50000000, duration: "1:05:00"}`]),
  ]
}

function notesOf(number: number): string {
  const {sentences, topics} = tongueOf(number)
  return `${sentences.join(' ')}
${number % picturesEvery === 0 ? '\n![A platform](own.jpg)\n' : ''}
## ${topics[0]}

- 5:00 ${topics[1] ?? ''}
- [${topics[2] ?? ''}](https://example.org/${number})

${sentences.toReversed().join(' ')}
`
}

/**
 * A show of so many episodes in six languages, with seasons, people, topics and chapters. Each fifteenth is a recording of 65
 * minutes in the folder, with a transcript. `isRightToLeft`: a serial show in Arabic.
 */
export function writeLargeShow({count, isRightToLeft = false}: {count: number; isRightToLeft?: boolean}): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-large-'))
  const numbers = Array.from({length: count}, (_, at) => at + 1)
  const texts = numbers.map((number) => [
    `${slugOf(number)}.md`,
    `---\n${frontMatterOf(number).join('\n')}\n---\n${notesOf(number)}`,
  ])
  const recorded = recordedOf(count)
  const transcripts = recorded.map((number) => [`${slugOf(number)}.vtt`, hourOfSpeech(number)])
  writeFiles(folder, {
    'show.yaml': showFile(
      ...(isRightToLeft ? ['title: خطوط طويلة', 'language: ar', 'type: serial'] : ['title: Long Lines']),
      'site_url: https://trial.example/pod/',
      'image: cover.jpg',
      'embed: true',
      `repository: ${repository}`,
      'hosts: [{name: Kim Vale, image: kim.jpg}, {name: ليلى حداد}]',
      'funding: {url: https://trial.example/give, text: Give}',
      'own_pages: pages/*.md',
      'theme: {navigation: {About: pages/about.md, Topics: /topics/}, footer: {Mail: "mailto:a@trial.example"}}',
      'links: {apple: https://podcasts.apple.com/podcast/id1}',
    ),
    'pages/about.md': `# About\n\n![A platform](../own.jpg)\n\n${tongues[0]?.sentences.join(' ')}`,
    ...Object.fromEntries([...texts, ...transcripts]),
  })
  writeMedia(folder, recorded)
  return folder
}

function writeMedia(folder: string, recorded: readonly number[]): void {
  const ffmpeg = (...words: readonly string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...words])
  const recording = join(folder, 'recording.tmp')
  ffmpeg(
    ...['-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=8000', '-t', '3900', '-b:a', '8k', '-f', 'mp3', recording],
  )
  for (const number of recorded) copyFileSync(recording, join(folder, `${slugOf(number)}.mp3`))
  rmSync(recording)
  const picture = (name: string, source: string) =>
    ffmpeg('-f', 'lavfi', '-i', source, '-frames:v', '1', join(folder, name))
  picture('cover.jpg', 'color=c=0x14532d:size=1400x1400')
  picture('own.jpg', 'testsrc2=size=1400x1400')
  picture('kim.jpg', 'color=c=0x7c2d12:size=400x400')
}
