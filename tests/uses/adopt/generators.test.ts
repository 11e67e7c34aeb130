import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {adoptShow, build} from '../../../src/index.ts'
import {type Files, writeFiles} from '../../files-on-disk.ts'

const now = new Date('2026-06-01T00:00:00Z')
const audio = (number: number) => `https://media.example/${number}.mp3`

/** A repository of each generator, as its documentation makes one, with what must be read from it. */
const repositories: readonly (readonly [string, Files, readonly string[]])[] = [
  [
    // https://docs.getpelican.com/en/stable/content.html, https://docs.getpelican.com/en/stable/settings.html
    'Pelican',
    {
      'pelicanconf.py':
        "AUTHOR = 'Mara Winter'\nSITENAME = 'Night Trains'\nSITEURL = ''\nSITESUBTITLE = 'Trains at night.'\nTIMEZONE = 'Europe/Paris'\nDEFAULT_LANG = 'fr'\nARTICLE_URL = 'e/{slug}'\n",
      'publishconf.py':
        "import os\nimport sys\nsys.path.append(os.curdir)\nfrom pelicanconf import *\nSITEURL = 'https://trains.example'\n",
      'content/pages/about.md': 'Title: About\nDate: 2020-01-01\n\nUs.\n',
      'content/first.md': `Title: First: light\nDate: 2026-01-10 10:20\nModified: 2026-01-11 10:20\nCategory: Podcast\nTags: trains, night\nSummary: How it\n    began.\nPodcast: ${audio(1)}\n\nNotes of First.\n`,
      'content/second.md': `Title: Second\nDate: 2026-01-11 10:20\nPodcast: ${audio(2)}\nStatus: draft\n\nNotes of Second.\n`,
      'content/third.md': `title: Third\ndate: 2026-01-12 10:20\npodcast: ${audio(3)}\n\nNotes of Third.\n`,
    },
    [
      'title: Night Trains',
      'site_url: https://trains.example',
      'author: Mara Winter',
      'language: fr',
      'timezone: Europe/Paris',
      'episodes: "content/*.md"',
    ],
  ],
  [
    // https://getnikola.com/handbook.html#metadata-fields
    'Nikola',
    {
      'conf.py':
        'import time\nBLOG_AUTHOR = "Mara Winter"  # (translatable)\nBLOG_TITLE = "Night Trains"  # (translatable)\nSITE_URL = "https://trains.example/"\nBLOG_EMAIL = "mara@trains.example"\nBLOG_DESCRIPTION = "Trains at night."  # (translatable)\nDEFAULT_LANG = "en"\nTRANSLATIONS = {DEFAULT_LANG: ""}\n',
      'posts/first.md': `<!--\n.. title: First: light\n.. slug: first\n.. date: 2026-01-10 10:20:00 UTC\n.. tags: trains, night\n.. category: \n.. link: \n.. description: How it began.\n.. type: text\n.. enclosure: ${audio(1)}\n-->\n\nNotes of First.\n`,
      'posts/second.md': `<!--\n.. title: Second\n.. date: 2026-01-11 10:20:00 UTC\n.. enclosure: ${audio(2)}\n.. status: draft\n-->\n\nNotes of Second.\n`,
      'posts/third.md': `---\ntitle: Third\ndate: 2026-01-12 10:20:00 UTC\nenclosure: ${audio(3)}\n---\n\nNotes of Third.\n`,
    },
    [
      'title: Night Trains',
      'description: Trains at night.',
      'site_url: https://trains.example/',
      'author: Mara Winter',
      'language: en',
      'email: "mara@trains.example"',
      'episodes: posts/*.md',
    ],
  ],
  [
    // https://www.gatsbyjs.com/docs/reference/config-files/gatsby-config/
    'Gatsby',
    {
      'gatsby-config.ts': `import type {GatsbyConfig} from 'gatsby'\n\nconst config: GatsbyConfig = {\n  siteMetadata: {\n    title: \`Night Trains\`,\n    author: {name: \`Mara Winter\`, summary: \`rides trains\`},\n    description: \`Trains at night.\`,\n    siteUrl: \`https://trains.example/\`,\n  },\n  plugins: [\`gatsby-plugin-image\`, {resolve: \`gatsby-source-filesystem\`, options: {path: \`\${__dirname}/content\`}}],\n}\n\nexport default config\n`,
      'content/blog/first/index.md': `---\ntitle: "First: light"\ndate: "2026-01-10T10:20:00.000Z"\ndescription: How it began.\naudio: ${audio(1)}\n---\n\nNotes of First.\n`,
      'content/blog/second/index.md': `---\ntitle: Second\ndate: "2026-01-11T10:20:00.000Z"\naudio: ${audio(2)}\ndraft: true\n---\n\nNotes of Second.\n`,
      'content/blog/third/index.md': `---\ntitle: Third\ndate: "2026-01-12T10:20:00.000Z"\naudio: ${audio(3)}\n---\n\nNotes of Third.\n`,
    },
    [
      'title: Night Trains',
      'description: Trains at night.',
      'site_url: https://trains.example/',
      'author: Mara Winter',
      'episodes: "content/blog/*/index.md"',
    ],
  ],
  [
    // https://www.getzola.org/documentation/getting-started/configuration/
    'Zola',
    {
      'config.toml':
        'base_url = "https://trains.example"\ntitle = "Night Trains"\ndescription = "Trains at night."\ndefault_language = "en"\n[markdown]\nhighlight_code = true\n[extra]\nauthor = "Mara Winter"\n',
      'content/_index.md': '+++\nsort_by = "date"\n+++\n',
      'content/episodes/_index.md': '+++\ntitle = "Episodes"\n+++\n',
      'content/episodes/first.md': `+++\ntitle = "First: light"\ndate = 2026-01-10\n[taxonomies]\ntags = ["trains", "night"]\n[extra]\nlyd = "${audio(1)}"\n+++\n\nNotes of First.\n`,
      'content/episodes/second.md': `+++\ntitle = "Second"\ndate = 2026-01-11T10:20:00Z\ndraft = true\n[extra]\nlyd = "${audio(2)}"\n+++\n\nNotes of Second.\n`,
      'content/episodes/third.md': `+++\ntitle = "Third"\ndate = 2026-01-12\n[extra]\nlyd = "${audio(3)}"\n+++\n\nNotes of Third.\n`,
    },
    [
      'title: Night Trains',
      'description: Trains at night.',
      'site_url: https://trains.example',
      'author: Mara Winter',
      'language: en',
      'episodes: "content/episodes/*.md"',
      '  audio: extra.lyd',
    ],
  ],
  [
    // https://www.mkdocs.org/user-guide/configuration/, https://squidfunk.github.io/mkdocs-material/plugins/blog/
    'MkDocs',
    {
      'mkdocs.yml':
        'site_name: Night Trains\nsite_url: https://trains.example/\nsite_description: Trains at night.\nsite_author: Mara Winter\ntheme:\n  name: material\n  language: en\nplugins:\n  - blog\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n',
      'docs/index.md': '# Night Trains\n',
      'docs/blog/index.md': '# Blog\n',
      'docs/blog/posts/first.md': `---\ntitle: "First: light"\ndate: 2026-01-10\naudio: ${audio(1)}\n---\n\nNotes of First.\n`,
      'docs/blog/posts/second.md': `---\ntitle: Second\ndate: 2026-01-11\ndraft: true\naudio: ${audio(2)}\n---\n\nNotes of Second.\n`,
      'docs/blog/posts/third.md': `---\ntitle: Third\ndate: 2026-01-12\naudio: ${audio(3)}\n---\n\nNotes of Third.\n`,
    },
    [
      'title: Night Trains',
      'description: Trains at night.',
      'site_url: https://trains.example/',
      'author: Mara Winter',
      'episodes: docs/blog/posts/*.md',
    ],
  ],
  [
    // https://www.bridgetownrb.com/docs/configuration
    'Bridgetown',
    {
      'bridgetown.config.yml': 'url: "https://trains.example"\npermalink: pretty\ntimezone: Europe/Paris\n',
      'src/_data/site_metadata.yml': 'title: Night Trains\ndescription: Trains at night.\nemail: mara@trains.example\n',
      'src/_posts/2026-01-10-first.md': `---\ntitle: "First: light"\npodcast_url: ${audio(1)}\n---\n\nNotes of First.\n`,
      'src/_posts/2026-01-11-second.md': `---\ntitle: Second\npublished: false\npodcast_url: ${audio(2)}\n---\n\nNotes of Second.\n`,
      'src/_posts/2026-01-12-third.md': `---\ntitle: Third\npodcast_url: ${audio(3)}\n---\n\nNotes of Third.\n`,
    },
    [
      'title: Night Trains',
      'description: Trains at night.',
      'site_url: https://trains.example',
      'timezone: Europe/Paris',
      '  audio: podcast_url',
      'episodes: src/_posts/*.md',
    ],
  ],
  [
    // https://docusaurus.io/docs/blog
    'Docusaurus, whose posts play their recordings,',
    {
      'docusaurus.config.js':
        "/** @type {import('@docusaurus/types').Config} */\nconst config = {\n  title: 'Night Trains',\n  url: 'https://trains.example',\n  customFields: {isShow: (path) => /[)]/.test(path)},\n  i18n: {defaultLocale: 'en', locales: ['en']},\n}\nmodule.exports = config\n",
      'blog/2026-01-10-first.md': `---\ntitle: "First: light"\n---\n\n<audio controls src="${audio(1)}"></audio>\n\nNotes of First.\n`,
      'blog/2026-01-11-second.md': `---\ntitle: Second\ndraft: true\n---\n\n<audio controls src="${audio(2)}"></audio>\n`,
      'blog/2026-01-12-third.md': `---\ntitle: Third\n---\n\n<audio controls src="${audio(3)}"></audio>\n\nNotes of Third.\n`,
    },
    [
      'title: Night Trains',
      'site_url: https://trains.example',
      'language: en',
      'episodes: blog/*.md',
      `  blog/2026-01-10-first.md: {audio: ${audio(1)}}`,
    ],
  ],
  [
    'Hugo, with a folder for each year and month,',
    {
      'config.toml': 'title = "Night Trains"\nbaseURL = "https://trains.example/"\n',
      'content/show/2025/12/31-first/index.md': `---\ntitle: "First: light"\nenclosure: {url: "${audio(1)}", length: 5000000, type: audio/mpeg}\n---\n\nNotes of First.\n`,
      'content/show/2026/01/11-second/index.md': `---\ntitle: Second\ndraft: true\nenclosure: {url: "${audio(2)}", length: 5000002, type: audio/mpeg}\n---\n\nNotes of Second.\n`,
      'content/show/2026/01/12-third/index.md': `---\ntitle: Third\nenclosure: {url: "${audio(3)}", length: 5000003, type: audio/mpeg}\n---\n\nNotes of Third.\n`,
    },
    ['title: Night Trains', 'site_url: https://trains.example/', 'episodes: content/show/**/*.md'],
  ],
]

it.each(repositories)('a repository of %s becomes a show that builds', async (_name, files, lines) => {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-generator-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, files)
  const adopted = await adoptShow(folder, {now, description: 'Trains at night.'})
  expect(adopted.problems).toEqual([])
  const text = readFileSync(join(folder, 'show.yaml'), 'utf8')
  expect(text.replaceAll('"', '').split('\n')).toEqual(
    expect.arrayContaining(lines.map((line) => line.replaceAll('"', ''))),
  )
  const built = await build(folder, join(folder, 'out'), {now})
  expect(built.problems.filter(({severity}) => severity === 'error')).toEqual([])
  const feed = readFileSync(join(folder, 'out/feed.xml'), 'utf8')
  expect([...feed.matchAll(/<item>\s*<title>(.*?)<\/title>/g)].map(([, title]) => title)).toEqual([
    'Third',
    'First: light',
  ])
  expect([...feed.matchAll(/<enclosure url="([^"]*)"/g)].map(([, url]) => url)).toEqual([audio(3), audio(1)])
  expect(feed).toContain('<p>Notes of First.</p>')
  expect(feed).not.toContain('Second')
})
