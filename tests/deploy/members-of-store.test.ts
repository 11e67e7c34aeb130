import {readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {build, buildNetwork, deploy} from '../../src/index.ts'
import {castwright} from '../cli/castwright.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {rowsOfSeries} from '../series.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'
import {bucket, keys, objectServer} from './object-server.ts'

const list = 'Kim@trial.example\njo\nMara Winter'

beforeEach(() => vi.stubEnv('CASTWRIGHT_SECRET', '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'))
afterEach(() => vi.unstubAllEnvs())

/** As CI does it: a fresh folder each time, and a list that the lock says nothing of. */
async function builtForMembers(members: string): Promise<{readonly output: string; readonly codes: readonly string[]}> {
  vi.stubEnv('MEMBERS', members)
  const folder = temporaryShow({
    'one.md': episodeFile('one'),
    'show.yaml': showFile('feeds: {supporters: {members: $MEMBERS}}'),
  })
  const output = join(folder, 'members')
  const {problems} = await build(folder, output, {now: fixtureNow, audience: 'members'})
  return {output, codes: problems.map(({code}) => code)}
}

const lists: readonly (readonly [what: string, members: string, said: readonly (readonly [string, string])[]])[] = [
  ['who are all there', list, []],
  ['of whom there is one more', `${list}\nana`, []],
  ['in another order, with a remark', `# supporters\n${list.split('\n').reverse().join('\n')}`, []],
  ['of whom one is off the list', list.replace('jo\n', ''), [['info', '1 member loses the feed supporters']]],
  [
    'of whom one is spelt otherwise',
    list.replace('Kim', 'kim'),
    [['warning', '1 new member gets one: a name with another spelling']],
  ],
  ['who are all others', 'lin\nmel', [['warning', '3 members lose the feed supporters']]],
]

describe('members whose list is in the environment', () => {
  it.each(rowsOfSeries(lists, 4))('%s: the store says who would lose the feed', async (_what, members, said) => {
    const server = await objectServer()
    const options = {bucket, prefix: 'm', endpoint: server.endpoint, region: 'us-east-1', ...keys}
    expect((await deploy((await builtForMembers(list)).output, options)).problems).toEqual([])
    const {output} = await builtForMembers(members)
    const {ok, problems} = await deploy(output, {...options, dryRun: true})
    expect(ok).toBe(true)
    expect(problems.map(({code, severity}) => [code, severity])).toEqual(
      said.map(([severity]) => ['deploy-members-gone', severity]),
    )
    for (const [index, [, text]] of said.entries()) expect(problems[index]?.message).toContain(text)
    expect(JSON.stringify(problems)).not.toMatch(/kim|jo\b|mara/i)
  })

  it('is printed where it is deployed', async () => {
    const server = await objectServer()
    const {ownEndpoint} = server
    const env = {AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey}
    const send = (output: string) =>
      castwright(['deploy', output, '--to', `s3://${bucket}/m`, '--endpoint', ownEndpoint], {env})
    expect((await send((await builtForMembers(list)).output)).status).toBe(0)
    const {status, stdout, stderr} = await send((await builtForMembers(list.replace('Kim', 'kim'))).output)
    expect(status).toBe(0)
    expect(`${stdout}${stderr}`).toMatch(/deploy-members-gone[\s\S]*1 deleted/)
  })

  it('are named nowhere, whether it goes well or not, also in a network', async () => {
    const server = await objectServer()
    const folder = temporaryShow({
      'network.yaml': showFile('title: All of it'),
      'inner/one.md': episodeFile('one'),
      'inner/one.mp3': media.mp3,
      'inner/show.yaml': showFile('site_url: https://trial.example/inner/', 'feeds: {supporters: {members: list.txt}}'),
      'inner/list.txt': list,
    })
    const output = join(folder, 'output')
    const built = await buildNetwork(folder, output, {now: fixtureNow})
    expect(built.problems.filter(({severity}) => severity === 'error')).toEqual([])
    const options = {bucket, prefix: 'm', endpoint: server.endpoint, region: 'us-east-1', ...keys}
    const seen: string[] = []
    const watched = {...options, onProgress: ({path}: {readonly path: string}) => seen.push(path)}
    const isOfMember = (url = '') => /\/inner\/supporters\/.*\.xml$/.test(url)
    server.watch(({method, url}, response) => {
      if (method !== 'PUT' || !isOfMember(url)) return false
      response.writeHead(403).end(`<Error><Code>AccessDenied</Code><Message>No: ${url}</Message></Error>`)
      return true
    })
    const refused = await deploy(output, options)
    expect(refused.problems).toMatchObject([
      {code: 'deploy-failed', message: expect.stringMatching(/inner\/supporters\/…: AccessDenied: No: .*\/…$/)},
    ])
    server.watch(() => false)
    const done = await deploy(output, watched)
    expect(done.ok && done.value.uploaded).toContain('inner/supporters/…')
    expect(seen).toContain('inner/supporters/…')
    const paths = readdirSync(join(output, 'inner/supporters'), {recursive: true, encoding: 'utf8'})
    for (const path of paths.filter((each) => each.endsWith('.xml'))) rmSync(join(output, 'inner/supporters', path))
    const gone = await deploy(output, options)
    expect(gone.problems).toMatchObject([{code: 'deploy-file-missing'}])
    expect(JSON.stringify([refused, done, seen, gone])).not.toMatch(/[\da-f]{48}/)
  })

  it.each(['', ' \n'])(
    'stop the build where the list is empty (%j): CI sets that for a secret that is gone',
    async (text) => {
      const {codes} = await builtForMembers(text)
      expect(codes).toEqual(['members-unreadable'])
    },
  )

  it('may be nobody yet', async () => {
    expect((await builtForMembers('# nobody yet')).codes).toEqual([])
  })
})
