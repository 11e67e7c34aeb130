import {describe, expect, it} from 'vitest'
import {readDataFile} from '../../src/read/data/authored-data.ts'
import {readFrontMatter} from '../../src/read/data/front-matter.ts'
import {episodeFile, planFiles} from '../temporary-show.ts'

/** The lines between two sound ones, from line 3 on. */
function read(lines: string) {
  return readFrontMatter(`---\ndate: 2026-01-31\n${lines}\nepisode: 3\n---\nText.\n`, 'one.md')
}

describe('a value that is no YAML is named by its line, its character and what to write', () => {
  it.each([
    ['title: [Bonus] Extra', 3, 16, 'title: "[Bonus] Extra"'],
    ['title: "Quote" in it', 3, 16, `title: '"Quote" in it'`],
    ["title: 'It's fine'", 3, 12, `title: "It's fine"`],
    ['title: @home', 3, 8, 'title: "@home"'],
    ['title: *star', 3, 8, 'title: "*star"'],
    ['twitter: @x', 3, 10, 'twitter: "@x"'],
    ['title: Trains: a beginning', 3, 14, 'title: "Trains: a beginning"'],
    ['title: Why: the "how"', 3, 11, `title: 'Why: the "how"'`],
    ['title: `code`', 3, 8, 'title: "`code`"'],
    ['title: %done', 3, 8, 'title: "%done"'],
    ['title: {a} b', 3, 12, 'title: "{a} b"'],
    ['title: !wow', 3, 8, 'title: "!wow"'],
    ['title: | pipe', 3, 8, 'title: "| pipe"'],
    ['title: > more', 3, 8, 'title: "> more"'],
    ['title: - dash', 3, 8, 'title: "- dash"'],
    ['title: & co', 3, 8, 'title: "& co"'],
    ['title: "C:\\dir"', 3, 11, "title: 'C:\\dir'"],
    ['title: [Bonus', 3, 8, 'title: [Bonus], or put the text in quotes: "[Bonus"'],
    ['title: "unclosed', 3, 8, 'title: "unclosed"'],
    ["title: 'unclosed\nsubtitle: more", 3, 8, "title: 'unclosed'"],
    ['title: "unclosed\nsubtitle: "more"', 3, 8, 'title: "unclosed"'],
    ['tags: [a, b', 3, 7, 'tags: [a, b], or put the text in quotes: "[a, b"'],
    ['tags: [a, #b]', 3, 11, 'tags: "[a, #b]"'],
    ['guests: [Jo, @ada]', 3, 14, 'guests: [Jo, "@ada"]'],
    ['guests:\n  - @ada', 4, 5, '- "@ada"'],
    ['links:\n  - text: [Bonus] Extra\n    url: x', 4, 19, 'text: "[Bonus] Extra"'],
    ['title:no blank', 3, 6, 'title: no blank'],
    ['summary: "It is\n  sound"\n\ntitle: @home', 6, 8, 'title: "@home"'],
  ])('%j', (lines, line, column, hint) => {
    const {problems} = read(lines)
    expect(problems).toMatchObject([{code: 'front-matter-unreadable', file: 'one.md', line, column}])
    expect(problems[0]?.hint).toMatch(new RegExp(`(?:quotes: |Write )${escaped(hint)}$`))
  })

  it.each([
    ['summary: *a\n title: One\n  date: x', 'same column'],
    ['title: One\n  two: three', 'same column'],
  ])('a line above that is sound is not blamed: %j', (lines, hint) => {
    expect(read(`base: &a {b: c}\n\n\n${lines}`).problems[0]?.hint).toContain(hint)
  })

  it('a tab before the first key is named where it stands', () => {
    const {problems} = readFrontMatter('---\n\ttitle: Tab\ndate: 2026-01-31\n---\nText.\n', 'one.md')
    expect(problems).toMatchObject([{code: 'front-matter-unreadable', line: 2, column: 1}])
    expect(problems[0]?.hint).toContain('Remove the tab')
  })

  it('a tab that the parser reads is not blamed for another line', () => {
    const {problems} = read('subtitle: x\n\tsummary: y\ntitle: @home')
    expect(problems).toMatchObject([{line: 5, column: 8}])
  })

  it('what it says to write is read as it was meant', () => {
    for (const title of ['[Bonus] Extra', '"Quote" in it', '@home', '*star', 'a: b', '# 1', 'It\'s: "so"']) {
      const hint = read(`title: ${title}`).problems[0]?.hint ?? 'title: "# 1"'
      expect(read(hint.slice(hint.indexOf('title:'))).data.title).toBe(title)
    }
  })
})

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

describe('a text that YAML cuts is a warning', () => {
  it.each([
    ['title: Rust #1 hit', 'Rust', 3, 13, 'title: "Rust #1 hit"'],
    ['title: #1 hit', null, 3, 8, 'title: "#1 hit"'],
    ['title: C # and .NET', 'C', 3, 10, 'title: "C # and .NET"'],
    ['summary: The "new" #rust', 'The "new"', 3, 20, `summary: 'The "new" #rust'`],
    ['season_name: Part #2', 'Part', 3, 19, 'season_name: "Part #2"'],
    ['title: &more than this', 'than this', 3, 8, 'title: "&more than this"'],
  ])('%s', (line, left, at, column, hint) => {
    const {data, problems} = read(line)
    expect(data[line.slice(0, line.indexOf(':'))]).toBe(left)
    expect(problems).toMatchObject([{code: 'text-cut', severity: 'warning', line: at, column}])
    expect(problems[0]?.hint).toBe(`Put the text in quotes: ${hint}`)
  })

  it('in lists, maps and show.yaml, too', () => {
    const {problems} = readDataFile(
      'tags:\n  - Rust #1\nhosts:\n  - name: Jo #2\n    role: Host\n',
      'show.yaml',
      'yaml',
    )
    expect(problems).toMatchObject([
      {code: 'text-cut', line: 2},
      {code: 'text-cut', line: 4},
    ])
  })

  it('and stops nothing', async () => {
    const {problems, files} = await planFiles({'one.md': episodeFile('one', ['title: Rust #1 hit'])})
    expect(problems.map(({code, severity}) => `${severity} ${code}`)).toEqual(['warning text-cut'])
    expect(files.has('feed.xml')).toBe(true)
  })

  it.each([
    'draft: true #for now',
    'draft: true # for now',
    'updated: 2024-01-31 # a Wednesday',
    'explicit: no #never',
    'language: en # as everybody',
    'site_url: https://example.org/ #mine',
    'audio: one.mp3 #the cut of May',
    'guests: [Jo Lund] #and others',
    'title: "Rust #1 hit"',
    'title: Rust#1',
    'title: # write it',
    'title: One  # write it',
    '# title: Rust #1 hit',
    'summary: |\n  title: Rust #1 hit',
    'summary: >-\n  Rust #1\n  hit',
    'base: &base One\ntitle: *base',
    'link: https://example.org/a#b',
  ])('a comment is none: %j', (lines) => {
    expect(read(lines).problems).toEqual([])
  })
})
