import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {beforeEach, describe, expect, it, onTestFinished} from 'vitest'
import {filesWithPins, updateActions} from '../../scripts/update-actions.mjs'
import {git} from './workflow-world.ts'

const root = join(import.meta.dirname, '../..')

let folder: string
let remotes: string

/** A copy of everything that pins actions, and bare repositories of all actions, in which no release is newer. */
beforeEach(() => {
  const room = mkdtempSync(join(tmpdir(), 'castwright-actions-'))
  onTestFinished(() => rmSync(room, {recursive: true, force: true}))
  folder = join(room, 'project')
  remotes = `${join(room, 'remotes')}/`
  for (const path of filesWithPins(root)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    cpSync(join(root, path), join(folder, path))
  }
  const names = filesWithPins(folder).flatMap((path) => text(path).match(/actions\/[\w-]+(?=(?:\/[\w-]+)?@)/g) ?? [])
  for (const name of new Set(names)) {
    const remote = join(remotes, name)
    mkdirSync(remote, {recursive: true})
    execFileSync('git', ['init', '--quiet', '--initial-branch=main', remote])
    release(name, 'v0.0.1')
  }
})

const text = (path: string) => readFileSync(join(folder, path), 'utf8')
const run = (isCheck = false) => updateActions(folder, {from: remotes, isCheck, today: '2026-12-24'})

/** The commit of a new release. A signed tag is an object of its own. */
function release(name: string, version: string, isSigned = false): string {
  const remote = join(remotes, name)
  git(remote, 'commit', '--quiet', '--allow-empty', '--message', version)
  git(remote, 'tag', ...(isSigned ? ['--annotate', '--message', version] : []), version)
  return git(remote, 'rev-parse', 'HEAD')
}

describe('pins of actions', () => {
  it('stay where nothing is newer, but for the day on which that was seen', () => {
    const workflow = text('.github/workflows/publish.yml')
    expect(run()).toEqual([])
    expect(text('.github/workflows/publish.yml')).toBe(workflow)
    expect(text('src/init/action-pins.ts')).toContain("pinnedOn = '2026-12-24'")
  })

  it('become the commit of the newest release everywhere, also of a signed tag, and never a trial', () => {
    release('actions/checkout', 'v5.9.0')
    const commit = release('actions/checkout', 'v5.10.0', true)
    release('actions/checkout', 'v6.0.0-beta.1')
    release('actions/checkout', 'v6')
    const changes = run()
    expect(changes).toContainEqual(
      expect.stringMatching(/^src\/init\/action-pins\.ts: actions\/checkout: v4\.\S+ -> v5\.10\.0$/),
    )
    for (const path of filesWithPins(folder)) {
      const pins = text(path).match(/actions\/checkout@.*/g) ?? []
      for (const pin of pins) expect(pin).toContain(`actions/checkout@${commit} # v5.10.0`)
    }
    expect(run()).toEqual([])
  })

  it('of one repository with several actions are all of one release', () => {
    const commit = release('actions/cache', 'v5.0.0')
    run()
    const pins = text('src/init/action-pins.ts').match(/actions\/cache\S*@\S+/g)
    expect(pins).toEqual(['', '/restore', '/save'].map((below) => `actions/cache${below}@${commit}`))
  })

  it('are only told with --check', () => {
    release('actions/setup-node', 'v99.0.0')
    const before = text('src/init/action-pins.ts')
    expect(run(true)).not.toEqual([])
    expect(text('src/init/action-pins.ts')).toBe(before)
  })
})
