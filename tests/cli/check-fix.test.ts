import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {episodeFile, showFile} from '../temporary-show.ts'
import {castwright, folderOf} from './castwright.ts'

const misspelt = episodeFile('One').replace('title:', 'tilte:')
const withoutGuid = showFile('hosts: [Kim Vale]').replace(/\nguid: .*/, '')
const shows = {'show.yaml': `${withoutGuid.replace('explicit:', 'explict:')}\n`, '1.md': misspelt}

function textsIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

describe('castwright check', () => {
  it('says of a problem that --fix mends it, and writes nothing', async () => {
    const folder = folderOf({...shows, '2.md': episodeFile('Two', ['date: never'])})
    const {stdout, status} = await castwright(['check'], {folder})
    expect(stdout.match(/castwright check --fix mends this/g)).toHaveLength(3)
    expect(stdout).toMatch(/Did you mean "title"\?.*\n {4}castwright check --fix mends this/)
    expect(status).toBe(1)
  })

  it('--fix --dry-run prints the diff, writes nothing, and fails while there is something to mend', async () => {
    const folder = folderOf({...shows, 'show.yaml': `${withoutGuid}\n`, '1.md': episodeFile('One')})
    const {stdout, status} = await castwright(['check', '--fix', '--dry-run'], {folder})
    expect(stdout).toMatch(/^--- a\/show.yaml\n\+\+\+ b\/show.yaml\n@@ .*\n/)
    expect(stdout).toMatch(/\n\+guid: [\da-f-]{36}\n\ncastwright check --fix mends 1 problem in 1 file\n/)
    expect(textsIn(folder)).toEqual({'show.yaml': `${withoutGuid}\n`, '1.md': episodeFile('One')})
    expect(status).toBe(1)
  })

  it('--fix mends all of it, prints the diff, and says what is left; a second one has nothing to do', async () => {
    const folder = folderOf(shows)
    const {stdout, status} = await castwright(['check', '--fix'], {folder})
    expect(stdout).toMatch(/\n-tilte: One\n\+title: One\n/)
    expect(stdout).toContain('\nMended 3 problems in 2 files\n\nNo problems\n')
    expect(status).toBe(0)
    const mended = textsIn(folder)
    expect(mended['1.md']).toBe(misspelt.replace('tilte', 'title'))
    expect(mended['show.yaml']).toMatch(/\nguid: [\da-f-]{36}\n$/)
    expect(await castwright(['check', '--fix'], {folder})).toMatchObject({stdout: 'No problems\n', status: 0})
    expect(textsIn(folder)).toEqual(mended)
  })

  it('fails if an error is left that is nobody else’s to mend', async () => {
    const folder = folderOf({...shows, '2.md': episodeFile('Two', ['date: never'])})
    const {stdout, status} = await castwright(['check', '--fix'], {folder})
    expect(stdout).toContain('value-invalid')
    expect(stdout).not.toContain('key-misspelt')
    expect(status).toBe(1)
  })

  it('--format json lists the edits', async () => {
    const {stdout} = await castwright(['check', '--fix', '--dry-run', '--format', 'json'], {folder: folderOf(shows)})
    const {fixes} = JSON.parse(stdout)
    expect(fixes[0]).toEqual({
      file: '1.md',
      edits: [{code: 'key-misspelt', line: 2, column: 1, before: 'tilte', after: 'title'}],
      diff: expect.stringContaining('+title: One'),
    })
  })

  it('shows what a terminal would obey in a diff', async () => {
    const folder = folderOf({...shows, '1.md': misspelt.replace('tilte: One', 'tilte: "One" # \u001b[2J')})
    expect((await castwright(['check', '--fix', '--dry-run'], {folder})).stdout).toContain('+title: "One" # ·[2J')
  })

  it.each([
    [['check', '--dry-run'], '--dry-run is for --fix'],
    [['check', 'feed.xml', '--fix'], '--fix mends the files of a show'],
  ])('refuses %j', async (words, message) => {
    const {stderr, status} = await castwright(words, {folder: folderOf({...shows, 'feed.xml': '<rss/>'})})
    expect(stderr).toContain(message)
    expect(status).toBe(2)
  })
})
