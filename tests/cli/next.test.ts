import {describe, expect, it} from 'vitest'
import {episodeFile, showFile} from '../temporary-show.ts'
import {castwright, folderOf} from './castwright.ts'

const files = {
  'show.yaml': showFile('timezone: America/New_York'),
  'one.md': episodeFile('one'),
  'secret.md': episodeFile('secret', ['date: 2026-07-04 09:00']),
  'hidden.md': episodeFile('hidden', ['date: 2026-12-24 18:00']),
}
const june = ['--now', '2026-06-01T00:00:00Z']

async function next(...words: readonly string[]) {
  return castwright(['next', ...words], {folder: folderOf(files)})
}

describe('castwright next', () => {
  it('says when, and nothing else of what is waiting', async () => {
    const {status, stdout, stderr} = await next(...june)
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toContain('The next episode is due 2026-07-04T13:00:00Z (2026-07-04 09:00 America/New_York)')
    expect(stdout).toContain('then 2026-12-24 18:00 America/New_York')
    expect(stdout).not.toMatch(/secret|hidden/)
  })

  it.each([
    ['cron', '0 13 4 7 *\n'],
    ['json', expect.stringContaining('"next": "2026-07-04T13:00:00.000Z"')],
    ['ics', expect.stringMatching(/DTSTART:20260704T130000Z\r\n[\s\S]*DTSTART:20261224T230000Z\r\n/)],
  ])('writes %s', async (format, stdout) => {
    expect(await next(...june, '--format', format)).toMatchObject({status: 0, stdout})
  })

  it('exits with 3 when nothing is waiting, and says so', async () => {
    const none = ['--now', '2027-01-01T00:00:00Z']
    expect(await next(...none)).toMatchObject({status: 3, stdout: 'No episode is waiting for its time\n'})
    expect(JSON.parse((await next(...none, '--format', 'json')).stdout)).toMatchObject({next: null, waiting: []})
    expect(await next(...none, '--format', 'cron')).toMatchObject({status: 3, stdout: ''})
  })

  it('waits for an episode that is nearly due, and not for one that is not', async () => {
    expect(await next('--now', '2026-07-04T12:59:59.900Z', '--wait', '1')).toMatchObject({status: 0})
    // An hour and more: the test would not end if it waited.
    expect(await next('--now', '2026-07-04T11:00:00Z', '--wait', '3600')).toMatchObject({status: 0})
    expect(await next('--now', '2027-01-01T00:00:00Z', '--wait', '60')).toMatchObject({status: 0})
  })

  it.each(['soon', '3601'])('refuses to wait %s', async (seconds) => {
    expect(await next(`--wait=${seconds}`)).toMatchObject({status: 2, stderr: expect.stringContaining('--wait 600')})
  })

  it('fails where nothing would be published, whatever is due', async () => {
    const folder = folderOf({...files, 'broken.md': '---\ntitle: Broken\ndate: someday\n---\n'})
    const {status, stdout, stderr} = await castwright(['next', ...june], {folder})
    expect({status, stdout}).toEqual({status: 1, stdout: expect.stringContaining('2026-07-04T13:00:00Z')})
    expect(stderr).toContain('broken.md')
  })
})
