import {checkoutSteps} from './checkout-steps.ts'
import {copyJobs, copyOutputs, importLine, keepSteps} from './copy-steps.ts'
import type {CopyInNetwork} from './init-file.ts'
import {shellWord} from './quoted-paths.ts'
import {indented, installSteps, suffix, type WorkflowSource, workflowTitleOf} from './workflow-parts.ts'

/**
 * Brings what hosts have into those shows of a network that are copies, and commits it. It is a workflow of its own, because the jobs
 * that build a network side by side would each have to wait for it: the next publication finds it in the repository.
 */
export function bringWorkflow(source: WorkflowSource, copies: readonly CopyInNetwork[]): string {
  const imports = copies.map(({name, source: host}) => {
    const show = shellWord(`${source.showFolder}${name}`)
    return `${importLine(host, show, ' --format github')} || failed=1`
  })
  return `name: Bring what hosts have${workflowTitleOf(source)}

on:
  schedule:
    # A quarter of an hour before the network is published.
    - cron: '8 * * * *'
  workflow_dispatch:

# Each job says what it needs.
permissions: {}

concurrency:
  group: bring${suffix(source)}
  cancel-in-progress: false

jobs:
  bring:
    if: github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read
    outputs:
${indented(6, copyOutputs)}    steps:
${checkoutSteps()}${installSteps(source)}      - name: Bring what the hosts have
        id: host
        continue-on-error: true
        # One that does not answer keeps nobody from the others.
        run: |
          failed=0
${indented(10, imports)}          exit $failed
${keepSteps(source)}${copyJobs(source, 'bring')}`
}
