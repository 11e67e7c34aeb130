import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {commands} from '../../src/cli/commands.ts'
import {parseArguments} from '../../src/cli/parse-arguments.ts'
import {type Problem, problemKinds} from '../../src/index.ts'
import {build} from '../../src/uses/build.ts'
import {captured} from '../captured.ts'
import {castwright, folderOf} from '../cli/castwright.ts'
import {episodeFile, media, planFiles, showFile} from '../temporary-show.ts'
import {type Block, blocksOf} from './blocks.ts'

const root = resolve(import.meta.dirname, '../..')

const readme = blocksOf('README.md')
const blocks = [...readme, ...blocksOf('docs/guide.md')]
const inLanguage = (...languages: readonly string[]) => blocks.filter(({language}) => languages.includes(language))

/**
 * How a block is held to what it says. Commands are run, and print what is written below them (`guide-commands.test.ts`); here the parser
 * understands them. A problem that a block shows exists.
 */
const held: Readonly<Record<string, (block: Block) => boolean>> = {
  'commands, which are run': ({language, text}) =>
    /^(?:sh|console)$/.test(language) && /^(?:\$ )?(?:npx )?castwright /m.test(text),
  // `.ci/run` and the workflow of this repository run both.
  'scripts of package.json': ({language, text}) => language === 'sh' && /^npm (?:start|test)\n$/.test(text),
  'a message, whose code exists': ({language, text}) => language === 'console' && !text.startsWith('$'),
  'settings, which are read': ({language}) => language === 'yaml',
  'an episode, which is built': ({language}) => language === 'markdown',
  'a part of a theme, which pages have': ({language}) => /^(?:html|liquid)$/.test(language),
  'a list of files': ({language, text}) =>
    language === '' && text.split('\n').every((line) => /^ *\S+( {2,}|$)|^$/.test(line)),
  'a line for git, which merges by it': ({language, text}) => language === '' && text === `${mergeByUnion}\n`,
}
const mergeByUnion = 'castwright.lock.json merge=union'

it.each(blocks.map((block) => [block.place, block] as const))('the block at %s is held to what it says', (_, block) => {
  const ways = Object.entries(held).filter(([, isSo]) => isSo(block))
  expect(ways.map(([name]) => name)).toHaveLength(1)
})

describe('what README and guide print', () => {
  const printed = inLanguage('console').flatMap(({place, text}) =>
    captured(text, /^\S+ {2}(?:error|warning) {2}([a-z-]+) {2}/gm).map((code) => [place, code] as const),
  )

  it('has problems in it', () => expect(printed.length).toBeGreaterThan(1))

  it.each(printed)('%s: %s exists', (_place, code) => expect(Object.keys(problemKinds)).toContain(code))
})

it('parts of a theme in the guide are in the pages', async () => {
  const [head, header] = ['html', 'liquid'].map((name) => inLanguage(name)[0]?.text ?? '')
  const {files, problems} = await planFiles({
    '1.md': episodeFile('one'),
    'theme/head.html': head ?? '',
    'theme/header.liquid': header ?? '',
    'theme/lamp.png': readFileSync(join(root, 'episodes/cover.jpg')),
  })
  expect(problems.filter(({file}) => file?.startsWith('theme/'))).toEqual([])
  const page = files.get('episodes/1/index.html') ?? ''
  expect(page).toContain('<script defer src="https://stats.example.org/count.js"></script>')
  expect(page).toContain('https://stats.example.org')
  expect(page).toMatch(/<header class="bar">\s*<a href="[^"]*"><img src="[^"]*theme\/lamp\.png"/)
})

describe('commands in README and guide', () => {
  const lines = inLanguage('sh', 'console').flatMap(({place, language, text}) =>
    text
      .split('\n')
      .map((line) => (language === 'sh' ? line : (/^\$ (.*)/.exec(line)?.[1] ?? '')))
      .flatMap((line) => /^(?:npx )?castwright (.*)/.exec(line)?.[1] ?? [])
      .map((words) => [place, words.replace(/ #.*/, '')] as const),
  )

  it('are many', () => expect(lines.length).toBeGreaterThan(8))

  it.each(lines)('are understood: %s castwright %s', (_place, line) => {
    const [name, ...words] = line.split(/\s+/)
    const command = commands.find((each) => each.name === name)
    expect(command).toBeDefined()
    expect(command && parseArguments(command, words)).not.toHaveProperty('usageError')
  })
})

/** Problems that say that a key or its value is not understood. */
const misunderstood = [
  'key-unknown',
  'key-misspelt',
  'key-refused',
  'key-passed-over',
  'value-invalid',
  'value-assumed',
]

function complaints(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({code}) => misunderstood.includes(code)).map(({code, message}) => `${code}: ${message}`)
}

/** Files that the examples name. */
const besides = {
  'members.txt': 'Jo Lund\n',
  'best.jpg': readFileSync(join(root, 'episodes/cover.jpg')),
  '0117.md': episodeFile('one', ['video: https://media.example/one.mp4']),
  '0200.md': episodeFile('two'),
  '0259.md': episodeFile('three'),
}

/** What the reader has against the block as a part of `show.yaml`, or else as front matter of an episode. */
async function complaintsAbout(text: string): Promise<readonly string[]> {
  const asShow = await planFiles({...besides, 'show.yaml': `${showFile()}\n${text}`})
  const ofShow = complaints(asShow.problems)
  if (ofShow.length === 0) return []
  const asEpisode = await planFiles({'1.md': episodeFile('one', text.trim().split('\n'))})
  const ofEpisode = complaints(asEpisode.problems)
  return ofEpisode.length === 0 ? [] : ofShow
}

describe('settings in README and guide', () => {
  const yaml = inLanguage('yaml')
  const ofShows = yaml.filter(({text}) => !/^(?:- uses|lists|title| +script):/m.test(text))

  it('are YAML', () => {
    expect(yaml.length).toBeGreaterThan(10)
    for (const {place, text} of yaml) expect(() => parse(text), place).not.toThrow()
  })

  it.each(ofShows.map(({place, text}) => [place, text] as const))('are understood: %s', async (_place, text) => {
    process.env.CASTWRIGHT_SECRET ??= '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'
    expect(await complaintsAbout(text)).toEqual([])
  })

  it('tell a key that is not known', async () => {
    expect(await complaintsAbout('blancmange: yes\n')).not.toEqual([])
  })

  it('of a network are understood', async () => {
    const lists = yaml.find(({text}) => text.startsWith('lists:'))
    const site = (name: string) => showFile(`site_url: https://trial.example/${name}/`, `guid: `)
    const folder = folderOf({
      'network.yaml': `${showFile()}\n${lists?.text}`,
      ...Object.fromEntries(
        ['inner-circle', 'night-trains'].flatMap((name) => [
          [`${name}/show.yaml`, site(name)],
          [`${name}/1.md`, episodeFile(name)],
        ]),
      ),
    })
    const {stdout, stderr} = await castwright(['build', '--format', 'json'], {folder})
    expect(stderr).toBe('')
    expect(complaints(JSON.parse(stdout).problems)).toEqual([])
  })
})

it('the show that the README makes by hand is built word for word', async () => {
  const [show, episode] = ['yaml', 'markdown'].map((name) => readme.find(({language}) => language === name)?.text ?? '')
  const folder = folderOf({
    'show.yaml': show ?? '',
    '001-first-light.md': episode ?? '',
    '001-first-light.mp3': media.mp3,
    '001-first-light.vtt': 'WEBVTT\n\n00:00.000 --> 00:00.700\nHello.\n',
    'cover.jpg': readFileSync(join(root, 'episodes/cover.jpg')),
  })
  const outcome = await build(folder, join(folder, 'output'), {now: new Date('2026-06-01T00:00:00Z')})
  expect(outcome).toMatchObject({ok: true, value: {published: 1, title: 'Night Trains'}})
})

it('the interview of the guide has its two people and their words', async () => {
  const [article] = inLanguage('markdown').filter(({text}) => text.includes("today's guest is"))
  const {files, problems} = await planFiles({'talk.md': article?.text ?? '', 'talk.mp3': media.mp3})
  expect(problems.map(({message}) => message).join('\n')).toMatch(/Mara Winter is presented as the host[\s\S]*Jo Lund/)
  expect(files.get('episodes/talk/transcript.txt')).toContain('My father drove one.')
})
