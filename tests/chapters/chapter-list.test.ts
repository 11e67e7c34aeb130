import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compareChapterSources, tidyChapters} from '../../src/chapters/chapter-list.ts'
import type {Chapter} from '../../src/model/chapter.ts'

const at = (startInSeconds: number, title: string, more: Partial<Chapter> = {}): Chapter => ({
  startInSeconds,
  title,
  ...more,
})
const codes = (problems: readonly {readonly code: string}[]): readonly string[] => problems.map((each) => each.code)

describe('tidyChapters', () => {
  it('leaves a good list as it is', () => {
    const chapters = [at(0, 'Intro'), at(60, 'Middle', {url: 'https://example.org/'}), at(90, '', {hidden: true})]
    expect(tidyChapters(chapters, {durationInSeconds: 100})).toEqual({chapters, problems: []})
  })

  it('sorts, and names the first chapter out of order with its line', () => {
    const {chapters, problems} = tidyChapters([at(0, 'A'), at(90, 'C'), at(60, 'B', {line: 7})], {file: 'one.md'})
    expect(chapters.map((each) => each.title)).toEqual(['A', 'B', 'C'])
    expect(problems).toMatchObject([{code: 'chapters-unsorted', severity: 'warning', file: 'one.md', line: 7}])
    expect(problems[0]?.message).toContain('“B” at 1:00 comes after “C” at 1:30')
  })

  it('publishes one of two chapters that start together, and keeps the link of the other', () => {
    const {chapters, problems} = tidyChapters([at(0, 'Intro'), at(0, 'Welcome', {url: 'https://example.org/'})], {})
    expect(chapters).toEqual([at(0, 'Intro', {url: 'https://example.org/'})])
    expect(codes(problems)).toEqual(['chapter-start-shared'])
  })

  it('publishes a repeated chapter once', () => {
    const {chapters, problems} = tidyChapters([at(0, 'Intro'), at(0, ' Intro')], {})
    expect(chapters).toEqual([at(0, 'Intro')])
    expect(codes(problems)).toEqual(['chapter-duplicate'])
  })

  it('lets a silent marker give its picture to the chapter that starts with it, without a word', () => {
    const {chapters, problems} = tidyChapters(
      [at(0, '', {hidden: true, image: 'https://example.org/a.png'}), at(0, 'Intro')],
      {},
    )
    expect(chapters).toEqual([at(0, 'Intro', {image: 'https://example.org/a.png'})])
    expect(problems).toEqual([])
  })

  it('leaves out what starts at or after the end, if the end is known', () => {
    const list = [at(0, 'Intro'), at(3601, 'At the end'), at(4440, 'Later')]
    const {chapters, problems} = tidyChapters(list, {durationInSeconds: 3601})
    expect(chapters).toEqual([at(0, 'Intro')])
    expect(codes(problems)).toEqual(['chapter-beyond-end', 'chapter-beyond-end'])
    expect(tidyChapters(list, {durationInSeconds: 0}).chapters).toEqual(list)
    expect(tidyChapters(list, {}).chapters).toEqual(list)
  })

  it('makes titles one line of characters that every format can hold', () => {
    const {chapters, problems} = tidyChapters([at(0, ' A\n\tB\uD800\u0007C\uFFFF ')], {})
    expect(chapters).toEqual([at(0, 'A B C')])
    expect(problems).toEqual([])
  })

  it('makes a chapter without a title a silent marker', () => {
    const {chapters, problems} = tidyChapters([at(0, 'Intro'), at(60, ' \n ')], {})
    expect(chapters[1]).toEqual(at(60, '', {hidden: true}))
    expect(codes(problems)).toEqual(['chapter-untitled'])
  })

  it('says that the first listed chapter is not at 0:00, but not for a fraction of a second', () => {
    expect(codes(tidyChapters([at(0, '', {hidden: true}), at(45, 'Intro')], {}).problems)).toEqual([
      'chapters-not-at-zero',
    ])
    expect(tidyChapters([at(0.4, 'Intro')], {}).problems).toEqual([])
  })

  it('drops an end that is not after its start, and a start that is no time', () => {
    const {chapters, problems} = tidyChapters([at(0, 'A', {endInSeconds: 0}), at(Number.NaN, 'B'), at(-1, 'C')], {})
    expect(chapters).toEqual([at(0, 'A')])
    expect(codes(problems)).toEqual(['chapter-unreadable', 'chapter-unreadable', 'chapter-end-before-start'])
  })

  it('gives a list that rises strictly and finds nothing more to change in it', () => {
    const chapter = fc.record({
      startInSeconds: fc.integer({min: -1, max: 20}),
      title: fc.string(),
      hidden: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(chapter), (list) => {
        const {chapters} = tidyChapters(list, {durationInSeconds: 15})
        chapters.forEach((each, index) => {
          expect(each.startInSeconds).toBeGreaterThan(chapters[index - 1]?.startInSeconds ?? -1)
          expect(each.hidden === true || each.title.trim() !== '').toBe(true)
        })
        const again = tidyChapters(chapters, {durationInSeconds: 15})
        expect(again.chapters).toEqual(chapters)
        expect(codes(again.problems).filter((code) => code !== 'chapters-not-at-zero')).toEqual([])
      }),
    )
  })
})

describe('compareChapterSources', () => {
  const written = {name: 'front matter', chapters: [at(0, 'Intro'), at(90, 'Headers — first'), at(300, 'Outro')]}

  it('accepts rounded times, other dashes and capitals, silent markers and empty sources', () => {
    const embedded = {
      name: 'one.mp3',
      chapters: [at(0, 'INTRO'), at(90.6, 'Headers - first'), at(200, '', {hidden: true}), at(299, 'Outro')],
    }
    expect(compareChapterSources([{name: 'notes', chapters: []}, written, embedded])).toEqual([])
  })

  it('accepts a title that a container had to cut', () => {
    const long = 'a title that goes on and on and on and on '.repeat(4).trim()
    expect(
      compareChapterSources([
        {name: 'a', chapters: [at(0, long)]},
        {name: 'b', chapters: [at(0, long.slice(0, 100))]},
      ]),
    ).toEqual([])
  })

  it.each([
    [
      'another time',
      [at(0, 'Intro'), at(95, 'Headers - first'), at(300, 'Outro')],
      'chapter 2 is “Headers — first” at 1:30',
    ],
    ['another title', [at(0, 'Intro'), at(90, 'Blocks'), at(300, 'Outro')], '“Blocks” at 1:30 in one.mp3'],
    ['another number', [at(0, 'Intro')], 'front matter has 3, one.mp3 has 1'],
  ])('says where there is %s', (_, chapters, words) => {
    const problems = compareChapterSources([written, {name: 'one.mp3', chapters, file: 'one.md', line: 3}])
    expect(problems).toMatchObject([{code: 'chapters-disagree', file: 'one.md', line: 3}])
    expect(problems[0]?.message).toContain(words)
  })
})
