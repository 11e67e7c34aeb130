import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {errorsOf} from '../../src/plan/judge-feeds.ts'
import {type JudgingThread, openJudging} from '../../src/plan/judging.ts'

const now = new Date('2026-06-01T00:00:00Z')
const authors = {items: [], showFile: 'show.yaml'}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-judging-'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** A document whose fault tells it from the others: an element that is not closed, in this line. */
function faultyIn(line: number) {
  const place = join(folder, `${line}.xml`)
  writeFileSync(place, `<rss version="2.0">${'\n'.repeat(line - 1)}<channel></rss>`)
  return {place}
}

function thread(judged: string[], failing = false): JudgingThread {
  return {
    judge: async (place, at) => {
      judged.push(place)
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (failing) throw new Error('out of memory')
      return errorsOf({place}, at)
    },
  }
}

describe('documents judged in several threads', () => {
  it.each([0, 1, 3])('each have their own answer, with %i threads', async (count) => {
    const judged: string[] = []
    const judge = openJudging(
      now,
      Array.from({length: count}, () => thread(judged)),
    )
    const lines = [2, 3, 4, 5, 6, 7]
    const answers = await Promise.all(lines.map((line) => judge(faultyIn(line), `${line}.xml`, authors)))
    for (const [index, line] of lines.entries()) {
      expect(answers[index]?.map(({message}) => message.split(':')[0])).toContain(
        `${line}.xml would be invalid in line ${line}`,
      )
    }
    expect(judged.length).toBeGreaterThanOrEqual(count)
    expect(new Set(judged).size).toBe(judged.length)
  })

  it('are judged here where they are no files', async () => {
    const judged: string[] = []
    const judge = openJudging(now, [thread(judged)])
    expect(await judge({pieces: ['<rss ', 'version="2.0">']}, 'feed.xml', authors)).not.toEqual([])
    expect(judged).toEqual([])
  })

  it('fail as the thread fails', async () => {
    const judge = openJudging(now, [thread([], true)])
    await expect(judge(faultyIn(2), '2.xml', authors)).rejects.toThrow('out of memory')
  })
})
