import {episodePlaceholders, showPlaceholders} from '../model/placeholders.ts'
import type {InitFile, InitSettings} from './init-file.ts'
import {placeholderCover, placeholderSound} from './placeholder-media.ts'

/** Where editors find the schema of `show.yaml`: the one of this very version. */
function schemaUrl(version: string): string {
  return `https://unpkg.com/castwright@${version}/schema/show.schema.json`
}

/** A value of YAML that reads as the text it is, whatever is in it. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

function showYaml(settings: InitSettings): string {
  const {title, description, author, siteUrl, guid, language, timeZone, hosting, version, glob} = settings
  const lines = [
    `# yaml-language-server: $schema=${schemaUrl(version)}`,
    '# The show. What is true of one episode only stands in its own file.',
    '',
    `title: ${quoted(title ?? showPlaceholders.title)}`,
    `description: ${quoted(description ?? showPlaceholders.description)}`,
    `author: ${quoted(author ?? showPlaceholders.author)}`,
    '# The address under which the folder `output` is published. Every link begins with it.',
    `site_url: ${siteUrl ?? showPlaceholders.site_url}`,
    ...(hosting === undefined ? [] : [`hosting: ${hosting}`]),
    ...(guid === undefined ? [] : ['# The identity of the show, wherever it moves. Never change it.', `guid: ${guid}`]),
    '',
    `language: ${language}`,
    '# Dates of episodes are in this zone.',
    `timezone: ${timeZone}`,
    '# From Apple’s list, the main one first: docs/show.md of Castwright names them all.',
    'categories: [Society & Culture]',
    'explicit: false',
    '# Directories write to this address; everybody can read it in the feed: {name: Mara Winter, email: mara@example.org}',
    'owner: none',
    '# Square, 1400 to 3000 pixels, JPEG or PNG. A new picture gets a new name.',
    `image: ${showPlaceholders.image}`,
    ...(glob === undefined ? [] : ['# These files were there already.', `episodes: ${quoted(glob)}`]),
    '',
  ]
  return lines.join('\n')
}

function firstEpisode({day}: InitSettings): string {
  const {title, summary, audio} = episodePlaceholders
  return `---
title: ${title}
# A time ahead is a schedule: the episode is held back, with every trace of it, until it is due.
date: ${day}
summary: ${summary}
# Or leave the line out and give the recording the name of this file: 001-first-episode.mp3
audio: ${audio}
---

Show notes: links, names, whatever listeners may want to look up.
`
}

const ignored = `# What is built, what a preview shows, and what speeds up the next build.
/output/
/preview/
/members/
.castwright/
`

const attributes = `# Two branches that each publish an episode merge: a line of the lock stands for itself.
castwright.lock.json merge=union
`

function readme(settings: InitSettings, toDo: readonly string[]): string {
  const {title, showFolder, version} = settings
  const steps = toDo.map((step, index) => `${index + 1}. ${step}`).join('\n')
  return `# ${title ?? showPlaceholders.title}

The episodes are in [\`${showFolder || './'}\`](${showFolder || './'}): a Markdown file each, with its recording beside it.
[Castwright](https://www.npmjs.com/package/castwright) makes the feeds and pages of them.

\`\`\`sh
npx castwright@${version} check    # what is still to do
npx castwright@${version} build    # writes output/, and castwright.lock.json, which is to be committed
npx castwright@${version} next     # when the next episode is due
\`\`\`
${steps === '' ? '' : `\n## To do once\n\n${steps}\n`}`
}

/** Everything of a new show except its automation. It builds as it is. `check` names what is missing, line by line. */
export function showFiles(settings: InitSettings, toDo: readonly string[]): readonly InitFile[] {
  const {showFolder, glob} = settings
  const own = (path: string, content: InitFile['content']): InitFile => ({path, content, isUpdated: false})
  return [
    own(`${showFolder}show.yaml`, showYaml(settings)),
    own(`${showFolder}${showPlaceholders.image}`, placeholderCover()),
    ...(glob === undefined
      ? [
          own(`${showFolder}001-first-episode.md`, firstEpisode(settings)),
          own(`${showFolder}${episodePlaceholders.audio}`, placeholderSound()),
        ]
      : []),
    own('.gitignore', ignored),
    own('.gitattributes', attributes),
    own('README.md', readme(settings, toDo)),
  ]
}
