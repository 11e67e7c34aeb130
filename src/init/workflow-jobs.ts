import {actions} from './action-pins.ts'
import {shellWord, yamlText} from './quoted-paths.ts'
import {
  commitsAsBot,
  indented,
  installSteps,
  notifiedPath,
  showArgument,
  suffix,
  type WorkflowSource,
  workflowTitleOf,
} from './workflow-parts.ts'

/** How a host takes the folder `output`: what its steps may do, and the steps, each run only if something changed. */
export type DeploymentSteps = {
  readonly permissions?: readonly string[]
  readonly environment?: readonly string[]
  /** YAML; each step begins with `- name:`. */
  readonly steps: string
  /** The step that carries the folder `members` to a store of its own. Absent: the show has no feeds for members. */
  readonly membersStep?: string
}

/** Of the step that builds. */
export const onChange = "steps.build.outputs.changed == 'true'"

/** Steps that run only when there is something to deploy. */
export function conditional(steps: string, condition = onChange): readonly string[] {
  return steps.split('\n').flatMap((line) => (line.startsWith('- name:') ? [line, `  if: ${condition}`] : [line]))
}

/** When a workflow publishes, up to its jobs. */
export function workflowHead(source: WorkflowSource): string {
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
`
}

/** What is told is kept with what was deployed. Nobody waits for a hub: the episode is out, and apps find it by themselves. */
export function notifyStep(source: WorkflowSource, condition = onChange): string {
  return `      - name: Tell the world
        if: ${condition}
        continue-on-error: true
        env:
          PODPING_TOKEN: \${{ secrets.PODPING_TOKEN }}
        run: ${yamlText(`castwright notify output --wait 300 --state ${shellWord(notifiedPath(source))}`)}
`
}

/** `condition` of its own where `publish` may not have run. */
export function membersJob(source: WorkflowSource, {membersStep}: DeploymentSteps, condition?: string): string {
  if (membersStep === undefined) return ''
  const isWanted = "vars.MEMBERS_TARGET != ''"
  return `  members:
    # Makes the feeds for members, and carries them to a store of their own. Everybody may download the artifacts of a public repository,
    # and pull requests restore its caches: this job has neither. It runs once the variable MEMBERS_TARGET is set.
    needs: publish
    if: ${condition === undefined ? isWanted : `\${{ ${condition} && ${isWanted} }}`}
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

/** Commits locks and pushes them. `pattern` is for git, `what` for people. */
export function recordSteps(pattern: string, what: string): string {
  return `      - run: |
${indented(10, commitsAsBot)}          git add ${pattern}
          git diff --cached --quiet && exit 0
          git commit --message 'Record what was published'
          git push || (git pull --rebase && git push) || echo "::warning::${what} could not be pushed; run castwright build and commit it"
`
}

export function keepAliveJob(source: WorkflowSource): string {
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
