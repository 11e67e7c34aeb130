import {readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {type BuildOptions, build} from '../../src/uses/build.ts'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'

const before = new Date('2026-06-01T00:00:00Z')
const after = new Date('2026-07-02T00:00:00Z')

/** One episode that is out, one that is due on the first of July. */
function scheduledShow(...lines: readonly string[]): string {
  return temporaryShow({
    'show.yaml': showFile(...lines),
    '001-dawn.md': '---\ntitle: Dawn\ndate: 2026-01-01\n---\nOne.\n',
    '001-dawn.mp3': media.mp3,
    '002-surprise.md': '---\ntitle: The Surprise\ndate: 2026-07-01\n---\nTwo.\n',
    '002-surprise.m4a': media.m4a,
  })
}

function run(folder: string, now: Date, options: Partial<BuildOptions> = {}) {
  return build(folder, join(folder, 'output'), {now, ...options})
}

const lockOf = (folder: string) => readFileSync(join(folder, 'castwright.lock.json'), 'utf8')
const guidOf = (folder: string, slug: string) =>
  new RegExp(`"slug":"${slug}",.*?"guid":"([^"]+)"`).exec(lockOf(folder))?.[1]
const feedOf = (folder: string) => readFileSync(join(folder, 'output/feed.xml'), 'utf8')
const codesOf = ({problems}: {readonly problems: readonly {readonly code: string}[]}) => problems.map(({code}) => code)

describe('a frozen lock', () => {
  it('lets an episode out that became due, and says that its line is missing', async () => {
    const folder = scheduledShow()
    await run(folder, before)
    const committed = lockOf(folder)
    const outcome = await run(folder, after, {frozen: true})
    expect(outcome).toMatchObject({
      ok: true,
      value: {lock: 'behind', newEpisodes: [{slug: '002-surprise', title: 'The Surprise'}], changed: true},
    })
    expect(lockOf(folder)).toBe(committed)
    // The guid is the one that the lock gets when somebody builds and commits.
    const published = feedOf(folder)
    expect(await run(folder, after)).toMatchObject({ok: true, value: {lock: 'updated', changed: false}})
    expect(published).toContain(`>${guidOf(folder, '002-surprise')}<`)
    expect(await run(folder, after, {frozen: true})).toMatchObject({value: {lock: 'unchanged', newEpisodes: []}})
  })

  it('still stops what changes a line that it has', async () => {
    const folder = scheduledShow()
    await run(folder, before)
    rmSync(join(folder, '001-dawn.md'))
    expect(codesOf(await run(folder, after, {frozen: true}))).toContain('episode-removed')
    // Accepting is a change of the record, which CI is not to make.
    const accept = ['episode-removed:001-dawn']
    expect(codesOf(await run(folder, after, {frozen: true, accept}))).toContain('lock-outdated')
  })
})

describe('a clock that is behind the lock', () => {
  it('stops the build: the episode may be out', async () => {
    const folder = scheduledShow()
    await run(folder, after)
    const {ok, problems} = await run(folder, before)
    expect(ok).toBe(false)
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'episode-withdrawn',
        message: expect.stringContaining('for this build it is 2026-06-01T00:00:00.000Z'),
        hint: expect.stringMatching(/Set the clock.*--accept episode-withdrawn:002-surprise/),
      }),
    )
  })
})

describe('schedule: {in_lock: true}', () => {
  const inLock = 'schedule: {in_lock: true}'

  it('records what is due later, and changes of it are nobody’s loss', async () => {
    const folder = scheduledShow(inLock)
    await run(folder, before)
    expect(lockOf(folder)).toContain('"slug":"002-surprise"')
    expect(lockOf(folder)).toContain('"ahead":"2026-07-01T00:00:00.000Z"')
    renameSync(join(folder, '002-surprise.md'), join(folder, '002-other.md'))
    renameSync(join(folder, '002-surprise.m4a'), join(folder, '002-other.m4a'))
    expect(await run(folder, before, {frozen: true})).toMatchObject({ok: true, value: {lock: 'behind'}})
    expect(await run(folder, before)).toMatchObject({ok: true, value: {lock: 'updated'}})
    expect(lockOf(folder)).not.toContain('surprise')
  })

  it('publishes media that only the server has', async () => {
    const folder = scheduledShow(inLock, 'media_url: https://cdn.example/sound/')
    await run(folder, before)
    for (const name of ['001-dawn.mp3', '002-surprise.m4a']) rmSync(join(folder, name))
    expect(await run(folder, after, {frozen: true})).toMatchObject({ok: true, value: {published: 2, lock: 'behind'}})
    expect(feedOf(folder)).toContain('https://cdn.example/sound/002-surprise.m4a')
    expect(feedOf(folder)).toContain(`length="${media.m4a.length}"`)
  })

  it('keeps the guid of an episode that a schedule let out, though nobody committed since', async () => {
    const folder = scheduledShow(inLock)
    await run(folder, before)
    const guid = guidOf(folder, '002-surprise')
    expect(guid).toBeDefined()
    renameSync(join(folder, '002-surprise.md'), join(folder, '002-renamed.md'))
    renameSync(join(folder, '002-surprise.m4a'), join(folder, '002-renamed.m4a'))
    expect(codesOf(await run(folder, after))).toContain('slug-kept')
    expect(guidOf(folder, '002-surprise')).toBe(guid)
    expect(lockOf(folder)).not.toContain('ahead')
  })
})

describe('a margin for schedulers', () => {
  const due = (minutesBefore: number) => new Date(Date.parse('2026-07-01T00:00:00Z') - minutesBefore * 60_000)
  const publishedAt = async (folder: string, now: Date) => {
    const outcome = await run(folder, now)
    return outcome.ok ? outcome.value.published : outcome.problems
  }

  it('lets an episode out so much earlier, with the date that its author wrote', async () => {
    const folder = scheduledShow('schedule: {early: 10 minutes}')
    expect(await publishedAt(folder, due(11))).toBe(1)
    expect(await publishedAt(folder, due(10))).toBe(2)
    expect(feedOf(folder)).toContain('<pubDate>Wed, 01 Jul 2026 00:00:00 GMT</pubDate>')
  })

  it('never lets one out before the time that its author pinned', async () => {
    const folder = scheduledShow('schedule: {early: 10 minutes}')
    writeFiles(folder, {
      '003-pinned.md': episodeFile('pinned', ['date: 2026-07-01', 'not_before: 2026-07-01']),
      '004-later.md': episodeFile('later', ['date: 2026-06-01', 'not_before: 2026-07-01 06:00']),
    })
    expect(await publishedAt(folder, due(1))).toBe(2)
    expect(await publishedAt(folder, due(0))).toBe(3)
    expect(await publishedAt(folder, due(-359))).toBe(3)
    expect(await publishedAt(folder, due(-360))).toBe(4)
  })

  it.each(['10', '2 hours', 'soon'])('is no more than an hour, with its unit: %s', async (early) => {
    const folder = scheduledShow(`schedule: {early: ${early}}`)
    expect((await run(folder, before)).problems).toContainEqual(
      expect.objectContaining({code: 'value-invalid', hint: 'Write 10 minutes'}),
    )
  })
})
