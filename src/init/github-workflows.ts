import {actions} from './action-pins.ts'
import {copyJobs, copyOutputs, importStep, keepSteps} from './copy-steps.ts'
import {previewWorkflow} from './github-preview.ts'
import type {InitFile, InitSettings} from './init-file.ts'
import {shellWord, yamlText} from './quoted-paths.ts'
import {
  cachePath,
  commitsAsBot,
  indented,
  installSteps,
  lockPath,
  lockPattern,
  notifiedPath,
  showArgument,
  showPath,
  suffix,
  type WorkflowSource,
  workflowTitleOf,
} from './workflow-parts.ts'
import {withMark} from './written-mark.ts'

/** How a host takes the folder `output`: what its steps may do, and the steps, each run only if something changed. */
export type DeploymentSteps = {
  readonly permissions?: readonly string[]
  readonly environment?: readonly string[]
  /** YAML; each step begins with `- name:`. */
  readonly steps: string
  /** The step that carries the folder `members` to a store of its own. Absent: the show has no feeds for members. */
  readonly membersStep?: string
}

export function githubFiles(settings: InitSettings, deployment: DeploymentSteps): readonly InitFile[] {
  const file = (name: string, text: string): InitFile => {
    const path = `.github/workflows/${name}${suffix(settings)}.yml`
    return {path, content: withMark(text), isUpdated: true}
  }
  return [file('publish', publishWorkflow(settings, deployment)), file('preview', previewWorkflow(settings))]
}

const onChange = "steps.build.outputs.changed == 'true'"

/** Steps that run only when there is something to deploy. */
function conditional(steps: string): readonly string[] {
  return steps.split('\n').flatMap((line) => (line.startsWith('- name:') ? [line, `  if: ${onChange}`] : [line]))
}

/** Publishes on a push, on a schedule and by hand; nothing is deployed when the check fails or nothing changed. */
export function publishWorkflow(source: WorkflowSource, deployment: DeploymentSteps): string {
  return `name: Publish${workflowTitleOf(source)}

on:
  push:
    branches: [main, master]
  schedule:
    # Once an hour, and not on the hour, when everybody's schedules start. An episode is out within the hour after its time; with
    # "castwright next --format cron" you get the line for an exact one.
    - cron: '23 * * * *'
    # Keeps the schedule alive, below.
    - cron: '41 5 1,15 * *'
  workflow_dispatch:

# Each job says what it needs.
permissions: {}

# One at a time, and none is cut off in the middle of a deployment.
concurrency:
  group: publish${suffix(source)}
  cancel-in-progress: false

jobs:
${publishJob(source, deployment)}${membersJob(source, deployment)}${source.copyOf === undefined ? recordJob(source) : copyJobs(source)}${keepAliveJob(source)}`
}

function publishJob(source: WorkflowSource, {permissions = [], environment = [], steps}: DeploymentSteps): string {
  const show = showArgument(source)
  return `  publish:
    if: github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read
${indented(6, permissions)}${indented(4, environment)}    outputs:
      lock: \${{ steps.build.outputs.lock }}
${indented(6, source.copyOf === undefined ? [] : copyOutputs)}    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
          lfs: true
${installSteps(source)}      # What was deployed last: only what differs from it is a change.
      - uses: ${actions.cacheRestore}
        with:
          path: |
            output
            ${cachePath(source)}
          key: published${suffix(source)}-\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: published${suffix(source)}-
${importStep(source)}      - name: Check
        run: ${yamlText(`castwright check --format github ${show}`)}
      - name: Wait for an episode that is due within ten minutes
        if: github.event_name == 'schedule'
        run: ${yamlText(`castwright next --wait 600 ${show}`)}
      - name: Build
        id: build
        run: ${yamlText(`castwright build --frozen --first --for public --out output ${show}`)}
${indented(6, conditional(steps))}${notifyStep(source)}      # Only after the deployment: one that failed is tried again by the next run.
      - uses: ${actions.cacheSave}
        if: ${onChange}
        with:
          path: |
            output
            ${cachePath(source)}
          key: published${suffix(source)}-\${{ github.run_id }}-\${{ github.run_attempt }}
      - name: Add lines to the lock
        if: steps.build.outputs.lock == 'behind'
        run: ${yamlText(`GITHUB_STEP_SUMMARY='' castwright build --for public --out output ${show}`)}
${source.copyOf === undefined ? lockArtifact(source) : keepSteps(source)}`
}

function lockArtifact(source: WorkflowSource): string {
  return `      - uses: ${actions.uploadArtifact}
        if: steps.build.outputs.lock == 'behind'
        with:
          name: castwright-lock${suffix(source)}
          path: ${yamlText(lockPath(source))}
          retention-days: 1

`
}

/**
 * Who was told is kept together with what was deployed. Nobody waits for a hub: the episode is out, and apps find it by
 * themselves.
 */
function notifyStep(source: WorkflowSource): string {
  return `      - name: Tell the world
        if: ${onChange}
        continue-on-error: true
        env:
          PODPING_TOKEN: \${{ secrets.PODPING_TOKEN }}
        run: ${yamlText(`castwright notify output --wait 300 --state ${shellWord(notifiedPath(source))}`)}
`
}

function membersJob(source: WorkflowSource, {membersStep}: DeploymentSteps): string {
  if (membersStep === undefined) return ''
  return `  members:
    # Makes the feeds for members, and carries them to a store of their own. Everybody may download the artifacts of a public repository,
    # and pull requests restore its caches: this job has neither. It runs once the variable MEMBERS_TARGET is set.
    needs: publish
    if: vars.MEMBERS_TARGET != ''
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
          lfs: true
${installSteps(source)}      - name: Build
        env:
          CASTWRIGHT_SECRET: \${{ secrets.CASTWRIGHT_SECRET }}
          MEMBERS: \${{ secrets.MEMBERS }}
        run: ${yamlText(`GITHUB_STEP_SUMMARY='' castwright build --frozen --for members --out members ${showArgument(source)}`)}
${indented(6, membersStep.split('\n'))}
`
}

function recordJob(source: WorkflowSource): string {
  const lock = lockPath(source)
  return `  record:
    # Commits the lock once a schedule has published an episode, so that its identity is kept whatever becomes of its file.
    # Delete this job if the branch is protected: the next build on your own machine adds the same lines.
    needs: publish
    if: needs.publish.outputs.lock == 'behind'
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: write
    steps:
      - uses: ${actions.checkout}
      - uses: ${actions.downloadArtifact}
        with:
          name: castwright-lock${suffix(source)}
          path: ${yamlText(showPath(source))}
      - run: |
${indented(10, commitsAsBot)}          git add ${lockPattern(source)}
          git diff --cached --quiet && exit 0
          git commit --message 'Record what was published'
          git push || (git pull --rebase && git push) || echo "::warning::${lock} could not be pushed; run castwright build and commit it"

`
}

function keepAliveJob(source: WorkflowSource): string {
  return `  keep-alive:
    # GitHub stops the schedules of a repository without a commit in 60 days. Enabling the workflow anew starts them anew.
    if: github.event_name == 'schedule' && github.event.schedule == '41 5 1,15 * *'
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      actions: write
    steps:
      - run: gh api --method PUT "repos/$GITHUB_REPOSITORY/actions/workflows/publish${suffix(source)}.yml/enable"
        env:
          GH_TOKEN: \${{ github.token }}
`
}
