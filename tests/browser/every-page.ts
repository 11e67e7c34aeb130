import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {writeFiles} from '../files-on-disk.ts'
import {planInMemory} from '../plan-in-memory.ts'
import {episodeFile, showFile} from '../temporary-show.ts'

/** What a page can have: each kind of page, with sound, a film, people, chapters, a long transcript, pictures, tables and other scripts. */
export async function pagesOfEveryKind(language: 'en' | 'ar'): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-pages-'))
  try {
    writeFiles(folder, showIn(language))
    return (await planInMemory(folder)).files
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** A page of each kind, below the site. */
export const pageOfEachKind = [
  '',
  'page/2/',
  'episodes/',
  'about/',
  'episodes/rich/',
  'episodes/rich/embed/',
  'episodes/film/',
  'episodes/bare/',
  'seasons/1/',
  'people/juergen-mueller/',
  'topics/',
  'topics/night-trains/',
  '404.html',
] as const

export const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40"/></svg>'

function showIn(language: string): Readonly<Record<string, string>> {
  const isArabic = language === 'ar'
  const said = isArabic ? 'مساء الخير، هذا أول قطار في السنة.' : 'Good evening, this is the first train of the year.'
  const captions = Array.from(
    {length: 40},
    (_, at) =>
      `00:${String(at).padStart(2, '0')}:00.000 --> 00:${String(at).padStart(2, '0')}:09.000\n<v ${at % 2 ? 'Jürgen Müller' : 'ليلى'}>${said}\n`,
  )
  const rich = [
    'season: 1',
    'episode: 3',
    'guests: [{name: Jürgen Müller, url: https://trial.example/jm}]',
    'tags: [Night trains, أسفار]',
    'explicit: true',
    'chapters: ["0:00 Start", "5:00 قطار", "9:00 End"]',
    'funding: {url: https://trial.example/give, text: Give}',
    'license: CC-BY-4.0',
    'location: Cairo',
    'soundbites: [{start: 60, duration: 20, title: The best}]',
    'audio: {url: https://trial.example/media/rich.mp3, size: 5000000, duration: 40:00}',
  ]
  const notes = `Read [the timetable](https://example.org/t).

## What we talk about

- 5:00 The platform
- \`code\` and *emphasis*

| Train | Hours |
|-------|------:|
| Berlin | 12 |

> ${said}
`
  const others = Array.from({length: 55}, (_, at) => [
    `n${at}.md`,
    episodeFile(`${said} ${at}`, [
      `date: 2025-01-${String(1 + (at % 28)).padStart(2, '0')}`,
      `season: ${1 + (at % 3)}`,
      'guests: [Jürgen Müller]',
      'tags: [Night trains]',
    ]),
  ])
  return {
    'show.yaml': showFile(
      `language: ${language}`,
      `title: ${isArabic ? 'حكايات القطارات' : 'Night Trains'}`,
      'hosts: [{name: ليلى, url: https://trial.example/l}, John Smith]',
      'links: {apple: https://podcasts.apple.com/podcast/id1}',
      'embed: true',
      'own_pages: pages/*.md',
      'theme: {logo: logo.svg, navigation: {About: pages/about.md, Topics: /topics/}, footer: {Mail: "mailto:a@trial.example"}}',
    ),
    'theme/logo.svg': logo,
    'pages/about.md': `# About\n\n${said}`,
    'rich.md': episodeFile('A title with عنوان in it', rich, notes),
    'rich.vtt': `WEBVTT\n\n${captions.join('\n')}`,
    'film.md': episodeFile('Film', [
      'video: {url: https://trial.example/media/film.mp4, size: 5000000, duration: 10:00}',
      'audio:',
    ]),
    'bare.md': episodeFile('Bare', ['youtube: https://www.youtube.com/watch?v=aaaaaaaaaaa', 'audio:']),
    ...Object.fromEntries(others),
  }
}
