import {readFileSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {version} from '../../src/index.ts'
import {build} from '../../src/uses/build.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'
import {type Event, type Run, runWorkflow} from './run-workflow.ts'
import {newWorld, push, type World} from './workflow-world.ts'

const now = '2026-06-30T00:00:00Z'
const text = readFileSync(resolve(import.meta.dirname, '../../action.yml'), 'utf8')

type Action = {
  readonly inputs: Readonly<Record<string, {readonly default: string}>>
  readonly outputs: Readonly<Record<string, {readonly value: string}>>
  readonly runs: {readonly using: string; readonly steps: readonly object[]}
}

/** A workflow of somebody with the one line `uses: castwright`, as a runner lays it out: the steps of the action, its inputs filled in. */
function workflowWith(inputs: Readonly<Record<string, string>> = {}): string {
  const action: Action = parse(text)
  const filled = Object.entries(action.inputs).reduce((steps, [name, {default: usual}]) => {
    const value = inputs[name] ?? usual
    return steps.replaceAll(`\${{ inputs.${name} }}`, value).replaceAll(`inputs.${name}`, `'${value}'`)
  }, JSON.stringify(action.runs.steps))
  const steps = [{uses: 'actions/checkout@v4'}, ...JSON.parse(filled)]
  return JSON.stringify({jobs: {podcast: {steps}}})
}

let world: World
let clone: string
let sha: string

beforeEach(async () => {
  world = newWorld()
  clone = temporaryShow({
    'show.yaml': showFile(),
    '001-dawn.md': episodeFile('dawn', ['date: 2026-01-01']),
    '.gitignore': '/output/\n.castwright/\n',
  })
  await build(clone, join(clone, 'output'), {now: new Date(now)})
  sha = push(world, clone)
})

function run(name: Event['name'], payload: Event['payload'] = {}, inputs: Readonly<Record<string, string>> = {}): Run {
  return runWorkflow(world, workflowWith(inputs), {name, sha, now, payload})
}

const pullRequest = (repository: string) => ({pull_request: {number: 5, head: {repo: {full_name: repository}}}})

describe('the action', () => {
  it('installs this version, builds, and keeps what it built until something changes', () => {
    const first = run('push')
    expect(first.failed, first.log).toBeUndefined()
    expect(world.calls()).toContainEqual(expect.stringMatching(/^npm install .*--ignore-scripts/))
    expect(text).toContain(`castwright@${version}`)
    expect(first.steps).toContain('podcast/actions/cache/save')
    const second = run('push')
    expect(second.failed, second.log).toBeUndefined()
    expect(second.steps).toContain('podcast/Build')
    expect(second.steps).not.toContain('podcast/actions/cache/save')
  })

  it('says on a pull request what subscribers would see, in one comment that it brings up to date', () => {
    run('push')
    const file = join(clone, '001-dawn.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Daybreak'))
    sha = push(world, clone, 'change')
    const {failed, log, page} = run('pull_request', pullRequest('kim/trial'))
    expect(failed, log).toBeUndefined()
    expect(page).toContain('Daybreak')
    expect(world.calls().filter((call) => /^gh .*--method POST/.test(call))).toHaveLength(1)
    run('pull_request', pullRequest('kim/trial'))
    expect(world.calls().filter((call) => /^gh .*--method PATCH/.test(call))).toHaveLength(1)
  })

  it('leaves a fork without a comment, and the same text on the page of the run', () => {
    const {failed, log, steps, page} = run('pull_request', pullRequest('fork/trial'))
    expect(failed, log).toBeUndefined()
    expect(steps).not.toContain('podcast/Comment')
    expect(page).toContain('There is no earlier build to compare with.')
  })

  it('has outputs of the build', () => {
    const {outputs}: Action = parse(text)
    expect(Object.entries(outputs).map(([name, {value}]) => [name, value])).toEqual(
      ['changed', 'feeds', 'lock', 'next'].map((name) => [name, `\${{ steps.build.outputs.${name} }}`]),
    )
  })
})
