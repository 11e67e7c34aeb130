import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {basename, join, resolve} from 'node:path'
import {parse} from 'yaml'
import {type Contexts, filledIn, holds} from './workflow-expressions.ts'
import {copyPaths, git, stepEnvironment, type World} from './workflow-world.ts'

type Step = {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly 'continue-on-error'?: boolean
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}
type Job = {
  readonly needs?: string
  readonly if?: string
  readonly steps: readonly Step[]
  readonly outputs?: Readonly<Record<string, string>>
}

export type Event = {
  readonly name: 'push' | 'schedule' | 'workflow_dispatch' | 'pull_request'
  readonly sha: string
  /** The clock of the run. */
  readonly now: string
  readonly payload?: Readonly<Record<string, unknown>>
  readonly branch?: string
}

export type Run = {
  /** `publish/Build` and so on, of the steps that ran. */
  readonly steps: readonly string[]
  readonly failed?: string
  readonly log: string
  /** The page about the run. */
  readonly page: string
}

type Outputs = Record<string, {outputs: Record<string, string>; outcome: 'success' | 'failure'}>
type JobState = {
  readonly world: World
  readonly event: Event
  readonly workspace: string
  readonly artifacts: string
  readonly contexts: Contexts
}

let runs = 0

/** Runs a workflow as a runner does: each job in a clean folder, its steps in order, until one fails. */
export function runWorkflow(world: World, text: string, event: Event): Run {
  const workflow: {readonly jobs: Readonly<Record<string, Job>>} = parse(text)
  runs += 1
  const folder = join(world.folder, `run-${runs}`)
  const temp = join(folder, 'temp')
  for (const each of [temp, join(folder, 'artifacts')]) mkdirSync(each, {recursive: true})
  const steps: string[] = []
  let log = ''
  let failed: string | undefined
  const needs: Record<string, unknown> = {}
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const github = githubOf(event, runs)
    if (failed !== undefined || (job.needs !== undefined && !(job.needs in needs))) continue
    const vars = {DEPLOY_TARGET: `${world.live}/`, BUCKET: 'trial', BUCKET_URL: 'https://media.example', ...world.vars}
    if (!holds(job.if, {github, needs, vars})) continue
    const workspace = join(folder, name)
    mkdirSync(workspace)
    const done: Outputs = {}
    const contexts = {
      github,
      needs,
      runner: {temp},
      steps: done,
      vars,
      secrets: isOfFork(event) ? {} : world.secrets,
    }
    const state: JobState = {world, event, workspace, artifacts: join(folder, 'artifacts'), contexts}
    for (const step of job.steps) {
      if (!holds(step.if, contexts)) continue
      const label = `${name}/${step.name ?? step.uses?.split('@')[0] ?? step.run?.split('\n')[0]}`
      const result = step.uses === undefined ? runScript(step, state) : useAction(step, state)
      steps.push(label)
      log += `== ${label}\n${result.log}`
      if (step.id !== undefined) done[step.id] = {outputs: result.outputs, outcome: result.ok ? 'success' : 'failure'}
      if (result.ok || step['continue-on-error'] === true) continue
      failed = label
      break
    }
    const outputs = Object.entries(job.outputs ?? {}).map(([key, value]) => [key, filledIn(value, contexts)])
    needs[name] = {outputs: Object.fromEntries(outputs)}
  }
  const page = join(world.folder, 'page.md')
  const text2 = existsSync(page) ? readFileSync(page, 'utf8') : ''
  rmSync(page, {force: true})
  return {steps, log, page: text2, ...(failed === undefined ? {} : {failed})}
}

function githubOf({name, branch = 'main', payload = {}}: Event, run: number) {
  return {
    event_name: name,
    ref_name: branch,
    repository: 'kim/trial',
    run_id: run,
    run_attempt: 1,
    token: 'token',
    event: {repository: {default_branch: 'main'}, ...payload},
  }
}

function isOfFork({payload}: Event): boolean {
  const head = JSON.stringify(payload?.pull_request ?? {})
  return head.includes('full_name') && !head.includes('"kim/trial"')
}

type Result = {readonly ok: boolean; readonly log: string; readonly outputs: Record<string, string>}

function runScript({run = '', env = {}}: Step, {world, event, workspace, contexts}: JobState): Result {
  const script = join(world.folder, 'step.sh')
  const outputs = join(world.folder, 'outputs')
  writeFileSync(script, filledIn(run, contexts))
  writeFileSync(outputs, '')
  const own = Object.entries(env).map(([key, value]) => [key, filledIn(value, contexts)])
  const files = {
    RUNNER_TEMP: join(workspace, '../temp'),
    GITHUB_OUTPUT: outputs,
    GITHUB_STEP_SUMMARY: join(world.folder, 'page.md'),
    GITHUB_PATH: join(world.folder, 'path'),
  }
  // As GitHub does where no shell is named.
  const {status, stdout, stderr} = spawnSync('bash', ['-e', script], {
    cwd: workspace,
    encoding: 'utf8',
    env: {...stepEnvironment(world, event.now), ...files, ...Object.fromEntries(own)},
  })
  const written = readFileSync(outputs, 'utf8')
  const texts = [...written.matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, key, , value]) => [
    key ?? '',
    value ?? '',
  ])
  const words = [...written.matchAll(/^(\w+)=(.*)$/gm)].map(([, key, value]) => [key ?? '', value ?? ''])
  return {ok: status === 0, log: `${stdout}${stderr}`, outputs: Object.fromEntries([...words, ...texts])}
}

const fine: Result = {ok: true, log: '', outputs: {}}

/** What an action does, as far as these workflows need it. */
function useAction(step: Step, state: JobState): Result {
  const {world, event, workspace, artifacts, contexts} = state
  const given = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([key, value]) => [key, filledIn(String(value), contexts)]),
  )
  const {path = '.', name = '', key = ''} = given
  const action = step.uses?.split('@')[0] ?? ''
  const actions: Readonly<Record<string, () => Result | undefined>> = {
    'actions/checkout': () => {
      const target = join(workspace, path)
      git(workspace, 'clone', '--quiet', world.remote, target)
      const isOnBranch = given.ref === undefined && event.name !== 'pull_request'
      if (!isOnBranch) git(target, 'checkout', '--quiet', '--detach', given.ref ?? event.sha)
      return fine
    },
    'actions/setup-node': () => fine,
    'actions/cache/restore': () => {
      const found = world.caches.findLast((each) => each === key || each.startsWith(given['restore-keys'] ?? key))
      if (found !== undefined) copyPaths(path, join(world.folder, 'caches', found), workspace)
      return fine
    },
    'actions/cache/save': () => {
      copyPaths(path, workspace, join(world.folder, 'caches', key))
      world.caches.push(key)
      return fine
    },
    'actions/upload-artifact': () => {
      // After the first wildcard, folders are kept.
      if (path.includes('**/')) {
        const [before = ''] = path.split('**/')
        copyPaths(path.slice(before.length), join(workspace, before), join(artifacts, name))
        return fine
      }
      const from = resolve(workspace, path)
      const to = join(artifacts, name, statSync(from).isFile() ? basename(path) : '')
      cpSync(from, to, {recursive: true})
      return fine
    },
    'actions/download-artifact': () => {
      cpSync(join(artifacts, name), join(workspace, path), {recursive: true})
      return fine
    },
    'actions/upload-pages-artifact': () => {
      const isPublic = (from: string) => !/(?:^|\/)\.[^./]/.test(from.slice(workspace.length))
      cpSync(join(workspace, path), join(artifacts, 'github-pages'), {recursive: true, filter: isPublic})
      return fine
    },
    'actions/deploy-pages': () => {
      rmSync(world.live, {recursive: true})
      cpSync(join(artifacts, 'github-pages'), world.live, {recursive: true})
      return {...fine, outputs: {page_url: 'https://trial.example/'}}
    },
  }
  const result = actions[action]?.()
  if (result === undefined) throw new Error(`${action} has no stand-in`)
  return result
}
