import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {adoptShow} from '../../src/index.ts'
import {openShow, readEpisode} from '../../src/read/read.ts'
import {adoptedAs, answersFor, realShows} from './adopted-shows.ts'
import {hasMaterial, materialFolder as material} from './material.ts'

const now = new Date('2030-01-01T00:00:00Z')

const scratch: string[] = []
afterAll(() => {
  for (const folder of scratch) rmSync(folder, {recursive: true})
}, 120_000)

const isThere = hasMaterial('real2/expect.json')

describe.skipIf(!isThere)('a repository is adopted as it lies', () => {
  it.each(realShows)('$set $name $folder', async (show) => {
    const {name, set, folder, missing} = show
    const root = mkdtempSync(join(tmpdir(), 'castwright-adopt-'))
    scratch.push(root)
    cpSync(join(material, set, name), root, {recursive: true})
    const first = await adoptShow(root, {now, dryRun: true})
    const found = first.ok ? first.value.find((each) => each.folder === folder) : undefined
    expect(found?.missing.map(({field}) => field)).toEqual(missing)
    const answers = answersFor(show)
    const adopted = await adoptShow(root, {now, show: folder || '.', ...adoptedAs(show)})
    expect(adopted.ok).toBe(true)
    const opened = await openShow(join(root, folder))
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
    const files = new Map(opened.value.episodes.map((each) => [each.file, each]))
    const wrong: string[] = []
    for (const answer of answers) {
      const file = answer.file.replace(`${name}/`, '').replace(folder === '' ? '' : `${folder}/`, '')
      const own = files.get(file)
      const read = own === undefined ? undefined : await readEpisode(opened.value, own)
      if (read === undefined || !read.ok) {
        wrong.push(`${file}: ${read === undefined ? 'no episode' : JSON.stringify(read.problems[0])}`)
        continue
      }
      const {title, publication, media, guid} = read.value
      const date = publication.state === 'published' ? publication.at.getTime() : Number.NaN
      if (title !== answer.title) wrong.push(`${file}: title ${title}`)
      if (publication.state === 'published' && date !== new Date(answer.date_utc).getTime()) wrong.push(`${file}: date`)
      if (answer.media !== null && media[0]?.location.endsWith(answer.media) !== true) wrong.push(`${file}: media`)
      if (answer.guid !== null && guid !== answer.guid) wrong.push(`${file}: guid`)
    }
    expect(wrong).toEqual([])
  })
})
