import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
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
  readonly needs?: string | readonly string[]
  readonly if?: string
  readonly strategy?: {readonly matrix: Readonly<Record<string, readonly unknown[]>>}
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
  readonly temp: string
  readonly artifacts: string
  readonly contexts: Contexts
  /** Caches that are kept when the job is over. */
  readonly toSave: {readonly path: string; readonly key: string}[]
}

let runs = 0

/** Runs a workflow as a runner does: each job in a clean folder, its steps in order, until one fails. */
export function runWorkflow(world: World, text: string, event: Event): Run {
  const workflow: {readonly jobs: Readonly<Record<string, Job>>} = parse(text)
  runs += 1
  const folder = join(world.folder, `run-${runs}`)
  mkdirSync(join(folder, 'artifacts'), {recursive: true})
  const steps: string[] = []
  let log = ''
  let failed: string | undefined
  const needs: Record<string, unknown> = {}
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const github = githubOf(event, runs)
    const isMissing = [job.needs ?? []].flat().some((each) => !(each in needs))
    // A job runs after one that did not only if it asks for the state itself.
    if (failed !== undefined || (isMissing && job.if?.includes('failure()') !== true)) continue
    const vars = {DEPLOY_TARGET: `${world.live}/`, BUCKET: 'trial', BUCKET_URL: 'https://media.example', ...world.vars}
    if (!holds(job.if, {github, needs, vars})) continue
    const secrets = isOfFork(event) ? {} : world.secrets
    const outputs: Record<string, string> = {}
    for (const matrix of matrixOf(job)) {
      const label = [name, ...Object.values(matrix)].join(' ')
      const done = runJob({world, event, folder, label, contexts: {github, needs, vars, secrets, matrix}}, job)
      steps.push(...done.steps)
      log += done.log
      failed ??= done.failed
      // What is empty replaces nothing.
      for (const [key, value] of Object.entries(done.outputs)) if (value !== '') outputs[key] = value
    }
    needs[name] = {outputs}
  }
  const page = join(world.folder, 'page.md')
  const text2 = existsSync(page) ? readFileSync(page, 'utf8') : ''
  rmSync(page, {force: true})
  return {steps, log, page: text2, ...(failed === undefined ? {} : {failed})}
}

function matrixOf({strategy}: Job): readonly Readonly<Record<string, unknown>>[] {
  const [[key, values] = []] = Object.entries(strategy?.matrix ?? {})
  return key === undefined || values === undefined ? [{}] : values.map((value) => ({[key]: value}))
}

type StartedJob = Pick<JobState, 'world' | 'event' | 'contexts'> & {readonly folder: string; readonly label: string}
type JobRun = Pick<Run, 'steps' | 'log' | 'failed'> & {readonly outputs: Readonly<Record<string, string>>}

function runJob({world, event, folder, label: name, contexts: given}: StartedJob, job: Job): JobRun {
  const workspace = join(folder, name)
  // Of each job its own: it is another machine.
  const temp = join(folder, `temp-${name.replaceAll(' ', '-')}`)
  for (const each of [workspace, temp]) mkdirSync(each)
  const done: Outputs = {}
  const contexts = {...given, runner: {temp}, steps: done}
  const state: JobState = {world, event, workspace, temp, artifacts: join(folder, 'artifacts'), contexts, toSave: []}
  const steps: string[] = []
  let log = ''
  let failed: string | undefined
  for (const step of job.steps) {
    if (!holds(step.if, contexts, runnerOf(state))) continue
    const label = `${name}/${step.name ?? step.uses?.split('@')[0] ?? step.run?.split('\n')[0]}`
    const result = step.uses === undefined ? runScript(step, state) : useAction(step, state)
    steps.push(label)
    log += `== ${label}\n${result.log}`
    if (step.id !== undefined) done[step.id] = {outputs: result.outputs, outcome: result.ok ? 'success' : 'failure'}
    if (result.ok || step['continue-on-error'] === true) continue
    failed = label
    break
  }
  for (const {path, key} of failed === undefined ? state.toSave : []) {
    copyPaths(path, workspace, join(world.folder, 'caches', key))
    world.caches.push(key)
  }
  const outputs = Object.entries(job.outputs ?? {}).map(([key, value]) => [key, filledIn(value, contexts)])
  return {steps, log, outputs: Object.fromEntries(outputs), ...(failed === undefined ? {} : {failed})}
}

function runnerOf({workspace}: JobState) {
  const hashFiles = (path: string) => {
    const file = join(workspace, path)
    return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : ''
  }
  return {hashFiles, hasFailed: false}
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

function runScript({run = '', env = {}}: Step, {world, event, workspace, temp, contexts}: JobState): Result {
  const script = join(world.folder, 'step.sh')
  const outputs = join(world.folder, 'outputs')
  writeFileSync(script, filledIn(run, contexts))
  writeFileSync(outputs, '')
  const own = Object.entries(env).map(([key, value]) => [key, filledIn(value, contexts)])
  const files = {
    RUNNER_TEMP: temp,
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
  const found = [
    ...[...written.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, key = '', , value = '']) => [key, value]),
    ...[...written.matchAll(/^([\w-]+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
  ]
  return {
    ok: status === 0,
    log: `${stdout}${stderr}`,
    outputs: Object.fromEntries(found),
  }
}

/** One star, at the end. */
function isLike(name: string, pattern: string): boolean {
  return name.startsWith(pattern.replace(/\*$/, ''))
}

const fine: Result = {ok: true, log: '', outputs: {}}

/** What an action does, as far as these workflows need it. */
function useAction(step: Step, state: JobState): Result {
  const {world, event, workspace, artifacts, contexts} = state
  const given = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([key, value]) => [key, filledIn(String(value), contexts, runnerOf(state))]),
  )
  const {path = '.', name = '', key = '', pattern} = given
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
    // Restores, and saves after the job: what it saves is what the job has fetched.
    'actions/cache': () => {
      const found = world.caches.findLast((each) => each === key || each.startsWith(given['restore-keys'] ?? key))
      if (found !== undefined) copyPaths(path, join(world.folder, 'caches', found), workspace)
      if (found !== key) state.toSave.push({path, key})
      return fine
    },
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
      const isTaken = (each: string) =>
        given['include-hidden-files'] === 'true' || !/(?:^|\/)\.[^./]/.test(each.slice(from.length))
      cpSync(from, to, {recursive: true, preserveTimestamps: true, filter: isTaken})
      return fine
    },
    'actions/download-artifact': () => {
      const names = pattern === undefined ? [name] : readdirSync(artifacts).filter((each) => isLike(each, pattern))
      for (const each of names) {
        const isOneFolder = pattern === undefined || given['merge-multiple'] === 'true'
        cpSync(join(artifacts, each), join(workspace, path, isOneFolder ? '' : each), {recursive: true})
      }
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
