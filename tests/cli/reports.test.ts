import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {githubAnnotation} from '../../src/cli/print/github-annotations.ts'
import {sarifLog} from '../../src/cli/print/sarif.ts'
import {type Problem, problemKinds} from '../../src/index.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {castwright, folderOf} from './castwright.ts'

const root = resolve(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const {default: Ajv} = require('ajv-draft-04') as typeof import('ajv-draft-04')
const schemaFile = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')

/** What the schema of SARIF 2.1.0 has against a log. */
function schemaErrors(log: unknown): readonly unknown[] {
  const ajv = new Ajv({strict: false, allErrors: true, unicodeRegExp: false, validateFormats: false})
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  return validate(log) ? [] : (validate.errors ?? [])
}

const mistaken = {
  'show.yaml': showFile(),
  '001-one.md': episodeFile('One'),
  'sub, folder/100%.md': episodeFile('Two', ['date: 2026-02-31']),
  '003-warned.md': '---\ntitle: Warned\ndate: 2026-03-01\n---\nNo media, no enclosure.\n',
}

describe('--format github', () => {
  it('points into the right file and line of the example show', async () => {
    const {stdout, status} = await castwright(['check', 'episodes', '--format', 'github'], {folder: root})
    expect(status).toBe(0)
    const annotations = stdout.split('\n').filter((line) => line.startsWith('::'))
    const video = annotations.find((line) => line.includes('title=episode-without-enclosure'))
    const [, level, file = '', line] = /^::(\w+) file=([^,]+),line=(\d+),/.exec(video ?? '') ?? []
    expect({level, file}).toEqual({level: 'warning', file: 'episodes/003-mirela-kovac-on-transcripts.md'})
    expect(readFileSync(join(root, file), 'utf8').split('\n')[Number(line) - 1]).toContain('<iframe')
  })

  it('names files from the root of the repository, wherever it is run', async () => {
    const folder = folderOf({'.git/HEAD': '', 'show/show.yaml': showFile(), 'show/1.md': episodeFile('A', ['date: x'])})
    const {stdout} = await castwright(['check', '.', '--format', 'github'], {folder: join(folder, 'show')})
    expect(stdout).toMatch(/^::error file=show\/1\.md,line=4,col=7,title=value-invalid::/m)
  })

  it('escapes what would end a command or begin another one', () => {
    const problem: Problem = {
      code: 'value-invalid',
      severity: 'error',
      file: 'a:b,c%.md',
      line: 3,
      column: 7,
      message: 'is "50%"\n::add-mask::x',
      hint: 'two\r\nlines',
    }
    expect(githubAnnotation(problem, (file) => file)).toBe(
      '::error file=a%3Ab%2Cc%25.md,line=3,col=7,title=value-invalid::is "50%25"%0A::add-mask::x%0Atwo·%0Alines',
    )
  })

  it('is a notice for a note, and has no place where there is none', () => {
    const problem: Problem = {code: 'key-unknown', severity: 'info', message: 'Something', line: 4}
    expect(githubAnnotation(problem, (file) => file)).toBe('::notice title=key-unknown::Something')
  })
})

describe('--format sarif', () => {
  it('is a log that the schema accepts, of a show', async () => {
    const folder = folderOf(mistaken)
    const {stdout, status} = await castwright(['check', '--format', 'sarif'], {folder})
    expect(status).toBe(1)
    const log = JSON.parse(stdout)
    expect(schemaErrors(log)).toEqual([])
    expect(log.runs[0].results).toContainEqual(
      expect.objectContaining({
        ruleId: 'value-invalid',
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: {uri: 'sub%2C%20folder/100%25.md', uriBaseId: '%SRCROOT%'},
              region: {startLine: 4, startColumn: 7},
            },
          },
        ],
      }),
    )
  })

  it('is the same for build and check, and says what a rule of feeds is about', async () => {
    const folder = folderOf({...mistaken, 'feed.xml': '<rss version="2.0"><channel><title>A</title></channel></rss>'})
    const {stdout: build} = await castwright(['build', '--format', 'sarif'], {folder})
    const {stdout: check} = await castwright(['check', '--format', 'sarif'], {folder})
    type Result = {readonly ruleId: string; readonly message: object}
    const resultsOf = (log = '') =>
      (JSON.parse(log).runs[0].results as readonly Result[]).map(({ruleId, message}) => ({ruleId, message}))
    const ofWholeShow = ['number-gap', 'people-missing']
    expect(resultsOf(check).filter(({ruleId}) => !ofWholeShow.includes(ruleId))).toEqual(resultsOf(build))
    expect(resultsOf(check)).toHaveLength(resultsOf(build).length + ofWholeShow.length)
    const log = JSON.parse((await castwright(['check', 'feed.xml', '--format', 'sarif'], {folder})).stdout)
    expect(schemaErrors(log)).toEqual([])
    const rule = log.runs[0].tool.driver.rules.find((each: {readonly id: string}) => each.id === 'feed-link-missing')
    expect(rule).toMatchObject({
      helpUri: expect.stringMatching(/^https:/),
      properties: {tags: expect.arrayContaining(['w3c'])},
    })
  })

  it('holds for every problem there is', () => {
    const problems = Object.entries(problemKinds).map(
      ([code, {severity}]) => ({code, severity, file: `a b/${code}.md`, line: 1, message: 'Said'}) as Problem,
    )
    expect(
      schemaErrors(sarifLog([...problems, {code: 'key-unknown', severity: 'info', message: 'x'}], (file) => file)),
    ).toEqual([])
  })
})

describe('the report for people', () => {
  it('is grouped by file and counted, with the line and a caret below the place', async () => {
    const {stdout} = await castwright(['check'], {folder: folderOf(mistaken)})
    expect(stdout).toContain('003-warned.md  1 warning, 1 note\n')
    expect(stdout).toMatch(
      /^sub, folder\/100%\.md {2}1 error\nsub, folder\/100%\.md:4:7 {2}error {2}value-invalid {2}.*\n {4}4 │ date: 2026-02-31\n {6}│ {7}\^\n {4}\S/m,
    )
    expect(stdout.trimEnd()).toMatch(/\n1 error, 1 warning, 2 notes$/)
    expect(stdout).not.toContain('\u001b')
  })

  it('of a build has notes last and in a line each; check says what to do about them', async () => {
    const files = {'show.yaml': showFile(), '1.md': episodeFile('One', ['my_own: key', 'length: none'])}
    const folder = folderOf(files)
    const built = await castwright(['build'], {folder})
    const checked = await castwright(['check'], {folder})
    const note = /^ {2}note {2}(?:line \d+ {2})?\S.*$/m
    expect(built.stdout).toMatch(note)
    expect(built.stdout).toMatch(/\bnotes? \(castwright check says what to do about notes\)$/m)
    expect(built.stdout.search(note)).toBeGreaterThan(built.stdout.search(/ {2}warning {2}/))
    expect(checked.stdout).not.toMatch(note)
    expect(checked.stdout).toMatch(/ {2}info {2}/)
  })

  it('never lets a file speak to the terminal', async () => {
    const folder = folderOf({
      'feed.xml': '<rss version="2.0"><channel><title>\u009b31mred</title><x\u202ey/></channel></rss>',
    })
    expect((await castwright(['check', 'feed.xml'], {folder})).stdout).not.toMatch(/[\u009b\u202e]/)
  })

  it('quotes standard input as well', async () => {
    const {stdout} = await castwright(['check', '-'], {input: '<rss version="2.0">\n  <oops/>\n</rss>\n'})
    expect(stdout).toMatch(/^-:2:3 {2}error .*\n {4}2 │ {3}<oops\/>/m)
  })
})

describe('--max-warnings', () => {
  const warned = {'show.yaml': showFile(), '003-warned.md': mistaken['003-warned.md']}

  it.each([
    ['1', 0],
    ['0', 1],
    ['many', 2],
  ])('%s', async (limit, status) => {
    const folder = folderOf(warned)
    expect((await castwright(['check', '--max-warnings', limit], {folder})).status).toBe(status)
    const built = await castwright(['build', '--max-warnings', limit], {folder})
    expect(built.status).toBe(status)
    if (status === 1) expect(built.stdout).toContain('Nothing was written: output is as it was (more warnings than')
  })

  it('counts the warnings of a feed', async () => {
    const folder = folderOf({
      'feed.xml':
        '<rss version="2.0"><channel><title>A</title><link>https://a.example/</link><description>B</description></channel></rss>',
    })
    expect((await castwright(['check', 'feed.xml', '--profile', 'w3c'], {folder})).status).toBe(0)
    expect((await castwright(['check', 'feed.xml', '--profile', 'w3c', '--max-warnings', '0'], {folder})).status).toBe(
      1,
    )
  })
})
