import {describe, expect, it} from 'vitest'
import {dateOfFolders, nameFacts, titleFacts, whyNoEpisode} from '../../../src/read/files/file-name-facts.ts'

describe('nameFacts', () => {
  it.each([
    ['001-first-light', {number: 1}],
    ['013 - Timetables', {number: 13}],
    ['012 -Why', {number: 12}],
    ['0650', {number: 650}],
    ['#42 Answers', {number: 42}],
    ['s1e3-north', {season: 1, number: 3}],
    ['S02E10', {season: 2, number: 10}],
    ['ep1', {number: 1}],
    ['ep12-timetables', {number: 12}],
    ['episode-7', {number: 7}],
    ['folge-9-nacht', {number: 9}],
    ['2024-01-31-first-light', {date: '2024-01-31', rest: 'first-light'}],
    ['2024-1-5-10-rules', {date: '2024-1-5', rest: '10-rules'}],
    ['2024-01-31-ep5', {date: '2024-01-31', number: 5, rest: 'ep5'}],
    ['20240131-first-light', {date: '2024-01-31'}],
    ['20240131', {date: '2024-01-31'}],
    ['2024.01.31 first light', {date: '2024-01-31'}],
    ['2024_01_31_first_light', {date: '2024-01-31'}],
    ['20241331-no-month', {}],
    ['202401311200', {}],
    ['2024.01.31.2', {}],
    ['2015-in-review', {}],
    ['1984', {}],
    ['first-light', {}],
    ['10x-engineers', {}],
    ['express', {}],
    ['epilogue', {}],
  ])('%s', (stem, facts) => {
    expect(nameFacts(stem)).toEqual({rest: stem, ...facts})
  })
})

describe('titleFacts', () => {
  it.each([
    ['241: Timetables', {number: 241}],
    ["100: It's a hundred", {number: 100}],
    ['2#5 [north] Narvik', {season: 2, number: 5}],
    ['#12 Timetables', {number: 12}],
    ['Episode 3 – North', {number: 3}],
    ['Ep. 12: North', {number: 12}],
    ['S1E3 North', {season: 1, number: 3}],
    ['7 - North', {number: 7}],
    ['100 days of trains', {}],
    ['2016: a look back', {}],
    ['What is new in 1.36.0', {}],
    ['Exit 12', {}],
    ['Night trains', {}],
  ])('%s', (title, facts) => {
    expect(titleFacts(title)).toEqual(facts)
  })
})

describe('dateOfFolders', () => {
  it.each([
    ['content/2026/01/31-first/index.md', '2026-01-31'],
    ['2026/1/5.md', '2026-1-5'],
    ['a/2026/01/05/first.md', '2026-01-05'],
    ['a/2026/13/05.md', undefined],
    ['a/2026/01/32-first.md', undefined],
    ['a/2026/01/315-first.md', undefined],
    ['a/12026/01/05.md', undefined],
    ['a/2026/01/first.md', undefined],
  ])('%s', (path, date) => {
    expect(dateOfFolders(path)).toBe(date)
  })
})

describe('whyNoEpisode', () => {
  it.each([
    'README.md',
    'a/LICENSE.md',
    '_index.md',
    'a/{{podcast.pagination}}/index.md',
    'episode-template.md',
    'YYYY-MM-DD-template.md',
  ])('%s', (path) => {
    expect(whyNoEpisode(path, path.split('/').at(-1)?.replace('.md', '') ?? '')).toEqual(expect.any(String))
  })
  it.each(['001-readme-driven.md', 'teaser.md', 'license-to-sleep.md'])('%s may be one', (path) => {
    expect(whyNoEpisode(path, path.replace('.md', ''))).toBeUndefined()
  })
})
