import {describe, expect, it} from 'vitest'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

async function built(lines: readonly string[], show: readonly string[] = [], more: Files = {}) {
  const {files, problems} = await planFiles({
    'show.yaml': showFile(...show),
    'one.md': episodeFile('one', lines),
    ...more,
  })
  const rss = /<item>[\s\S]*<\/item>/.exec(files.get('feed.xml') ?? '')?.[0] ?? ''
  return {
    persons: [...rss.matchAll(/<podcast:person\b[^>]*>[^<]*/g)].map(([element]) =>
      element.replace('<podcast:person ', ''),
    ),
    json: JSON.parse(files.get('feed.json') ?? '').items[0],
    page: files.get('episodes/one/index.html') ?? '',
    problems,
  }
}

describe('one person in two roles', () => {
  it('has both in feeds, and one line with both on the page', async () => {
    const {persons, json, page} = await built([
      'hosts: [Mara Winter]',
      'people: [{name: Mara Winter, role: Audio Editor, url: https://m.example/}, {name: Jo Lund, role: Composer}]',
    ])
    expect(persons).toEqual(
      [
        'role="Host" group="Cast" href="https://m.example/">Mara Winter',
        'role="Composer" group="Audio Post-Production" href="">Jo Lund'.replace(' href=""', ''),
        'role="Audio Editor" group="Audio Post-Production" href="https://m.example/">Mara Winter',
      ].map((line) => expect.stringContaining(line.slice(line.indexOf('>')))),
    )
    expect(persons[0]).toContain('https://m.example/')
    expect(json.authors.map(({name}: {name: string}) => name)).toEqual(['Mara Winter', 'Jo Lund'])
    expect(page).toMatch(/Mara Winter<\/bdi><\/a> <small lang="en">Host, Audio Editor<\/small>/)
  })

  it('as a host of the show who is a guest', async () => {
    const {persons} = await built(['guests: [Mara Winter]'], ['hosts: [Mara Winter, Kim Vale]'])
    expect(persons.map((each) => each.replace(/^.*role="(\w+)".*>(.*)$/, '$1 $2').toLowerCase())).toEqual([
      'host mara winter',
      'host kim vale',
      'guest mara winter',
    ])
  })

  it('but a name that says no role is none: labels of speakers', async () => {
    const {persons} = await built(['guests: [Jo Lund]', 'speakers: {A: Jo Lund}'])
    expect(persons.filter((each) => each.includes('Jo Lund'))).toHaveLength(1)
  })
})

describe('a person named in an episode', () => {
  const show = ['hosts: [{name: Mara Winter, url: https://m.example/, image: https://m.example/m.jpg}]']

  it.each(['hosts: [Mara Winter]', 'guests: [mara winter]', 'people: [{name: Mara Winter, role: Editor}]'])(
    'has the picture and the link of show.yaml: %s',
    async (line) => {
      const {persons} = await built([line], show)
      const own = persons.filter((each) => /mara winter/i.test(each))
      expect(own.length).toBeGreaterThan(0)
      for (const each of own) {
        expect(each).toContain('href="https://m.example/"')
        expect(each).toContain('img="https://m.example/m.jpg"')
      }
    },
  )

  it('or their own', async () => {
    const {persons} = await built(['hosts: [{name: Mara Winter, url: https://n.example/}]'], show)
    expect(persons[0]).toContain('href="https://n.example/"')
    expect(persons[0]).toContain('img="https://m.example/m.jpg"')
  })
})

describe('people by their roles', () => {
  it.each([
    [
      'people: {host: Mara Winter, guests: [Jo Lund, Kim Vale]}',
      ['Host Mara Winter', 'Guest Jo Lund', 'Guest Kim Vale'],
    ],
    ['people: {Hosts: Mara Winter and Jo Lund}', ['Host Mara Winter', 'Host Jo Lund']],
    ['people: {co_hosts: {Mara Winter: https://m.example/}}', ['Co-Host Mara Winter']],
    ['people: {guest: {name: Jo Lund, url: https://j.example/}}', ['Guest Jo Lund']],
    // Names and labels, as before.
    ['people: {Mara Winter: Host}', ['Host Mara Winter']],
  ])('%s', async (line, expected) => {
    const {persons, problems} = await built([line])
    const roleAndName = (element: string) => element.replace(/^role="([^"]*)".*>(.*)$/, '$1 $2')
    expect(persons.map(roleAndName).map((each) => each.toLowerCase())).toEqual(
      expected.map((each) => each.toLowerCase()),
    )
    expect(problems).toEqual([])
  })
})
