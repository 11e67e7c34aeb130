import {actions} from './action-pins.ts'
import type {InitFile, InitSettings} from './init-file.ts'
import {withMark} from './written-mark.ts'

/** How a host takes the folder `output`: what its steps may do, and the steps, each run only if something changed. */
export type Deployment = {
  readonly permissions?: readonly string[]
  readonly environment?: readonly string[]
  /** YAML; each step begins with `- name:`. */
  readonly steps: string
}

/** What differs where Castwright publishes its own example: it is not installed but compiled. */
export type WorkflowSource = Pick<InitSettings, 'showFolder' | 'version'> & {readonly install?: readonly string[]}

export function githubFiles(settings: InitSettings, deployment: Deployment): readonly InitFile[] {
  return [
    {path: '.github/workflows/publish.yml', content: withMark(publishWorkflow(settings, deployment)), isUpdated: true},
    {path: '.github/workflows/preview.yml', content: withMark(previewWorkflow(settings)), isUpdated: true},
  ]
}

const onChange = "steps.build.outputs.changed == 'true'"

/** `lines`, each so many blanks further in. */
function indented(blanks: number, lines: readonly string[]): string {
  return lines.map((line) => `${' '.repeat(blanks)}${line}\n`).join('')
}

/** Steps that run only when there is something to deploy. */
function conditional(steps: string): readonly string[] {
  return steps.split('\n').flatMap((line) => (line.startsWith('- name:') ? [line, `  if: ${onChange}`] : [line]))
}

function installSteps({version, install}: WorkflowSource): string {
  const usual = [
    '# What runs is bundled in this one package, of this very version; no script of any package is run by the installation.',
    `- run: npm install --global --ignore-scripts castwright@${version}`,
  ]
  return indented(6, [
    `- uses: ${actions.setupNode}`,
    '  with:',
    "    node-version: '22'",
    ...(install === undefined ? usual : install.map((line) => `- run: ${line}`)),
  ])
}

/** Publishes on a push, on a schedule and by hand; nothing is deployed when the check fails or nothing changed. */
export function publishWorkflow(
  source: WorkflowSource,
  {permissions = [], environment = [], steps}: Deployment,
): string {
  const show = source.showFolder === '' ? '.' : source.showFolder.replace(/\/$/, '')
  const lock = `${source.showFolder}castwright.lock.json`
  return `name: Publish

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
  group: publish
  cancel-in-progress: false

jobs:
  publish:
    if: github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read
${indented(6, permissions)}${indented(4, environment)}    outputs:
      lock: \${{ steps.build.outputs.lock }}
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
          lfs: true
${installSteps(source)}      # What was deployed last: only what differs from it is a change.
      - uses: ${actions.cacheRestore}
        with:
          path: |
            output
            ${source.showFolder}.castwright
          key: published-\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: published-
      - name: Check
        run: castwright check --format github ${show}
      - name: Wait for an episode that is due within ten minutes
        if: github.event_name == 'schedule'
        run: castwright next --wait 600 ${show}
      - name: Build
        id: build
        run: castwright build --frozen --out output ${show}
${indented(6, conditional(steps))}      # Only after the deployment: one that failed is tried again by the next run.
      - uses: ${actions.cacheSave}
        if: ${onChange}
        with:
          path: |
            output
            ${source.showFolder}.castwright
          key: published-\${{ github.run_id }}-\${{ github.run_attempt }}
      - name: Add lines to the lock
        if: steps.build.outputs.lock == 'behind'
        run: GITHUB_STEP_SUMMARY='' castwright build --out output ${show}
      - uses: ${actions.uploadArtifact}
        if: steps.build.outputs.lock == 'behind'
        with:
          name: castwright-lock
          path: ${lock}
          retention-days: 1

  record:
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
          name: castwright-lock
          path: ${show}
      - run: |
          git config user.name 'github-actions[bot]'
          git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
          git add ${lock}
          git diff --cached --quiet && exit 0
          git commit --message 'Record what was published'
          git push || (git pull --rebase && git push) || echo "::warning::${lock} could not be pushed; run castwright build and commit it"

  keep-alive:
    # GitHub stops the schedules of a repository without a commit in 60 days. Enabling the workflow anew starts them anew.
    if: github.event_name == 'schedule' && github.event.schedule == '41 5 1,15 * *'
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      actions: write
    steps:
      - run: gh api --method PUT "repos/$GITHUB_REPOSITORY/actions/workflows/publish.yml/enable"
        env:
          GH_TOKEN: \${{ github.token }}
`
}

/** Says in a pull request what its merge would do to subscribers, in one comment that is kept up to date. */
function previewWorkflow(source: WorkflowSource): string {
  const show = source.showFolder === '' ? '.' : source.showFolder.replace(/\/$/, '')
  return `name: Preview

on:
  pull_request:

permissions: {}

concurrency:
  group: preview-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  preview:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
          lfs: true
      - uses: ${actions.checkout}
        with:
          ref: \${{ github.event.pull_request.base.sha }}
          path: .base
          persist-credentials: false
          lfs: true
${installSteps(source)}      - name: Check
        run: castwright check --format github ${show}
      - name: Build
        run: castwright build --frozen --out "$RUNNER_TEMP/preview" ${show}
      - name: Compare with what is published
        run: |
          {
            echo '<!-- castwright -->'
            if GITHUB_STEP_SUMMARY='' GITHUB_OUTPUT='' castwright build --out "$RUNNER_TEMP/published" .base/${source.showFolder} >&2; then
              # 1 is its verdict, for people to judge here; anything else is a failure.
              castwright compare "$RUNNER_TEMP/published" ${show} --format markdown || [ $? -eq 1 ]
            else
              echo 'The branch that this is for does not build, so there is nothing to compare with.'
            fi
          } > "$RUNNER_TEMP/comment.md"
          cat "$RUNNER_TEMP/comment.md" >> "$GITHUB_STEP_SUMMARY"
      - uses: ${actions.uploadArtifact}
        with:
          name: preview
          path: \${{ runner.temp }}/preview
      - name: Comment
        # The token of a fork may not; the page of the run has the same text.
        if: github.event.pull_request.head.repo.full_name == github.repository
        env:
          GH_TOKEN: \${{ github.token }}
          NUMBER: \${{ github.event.pull_request.number }}
        run: |
          comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
          first='[.[] | select(.body | startswith("<!-- castwright -->")) | .id][0] // empty'
          id=$(gh api "$comments?per_page=100" --jq "$first")
          if [ -n "$id" ]; then
            gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field body=@"$RUNNER_TEMP/comment.md"
          else
            gh api --method POST "$comments" --field body=@"$RUNNER_TEMP/comment.md"
          fi
`
}
