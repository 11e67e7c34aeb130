import {actions} from './action-pins.ts'
import {checkoutSteps} from './checkout-steps.ts'
import {copyJobs, copyOutputs, importStep, keepSteps} from './copy-steps.ts'
import {bringWorkflow} from './github-bring.ts'
import {networkWorkflow} from './github-network.ts'
import {previewWorkflow} from './github-preview.ts'
import type {InitFile, InitSettings} from './init-file.ts'
import {yamlText} from './quoted-paths.ts'
import {
  conditional,
  type DeploymentSteps,
  keepAliveJob,
  membersJob,
  notifyStep,
  onChange,
  recordSteps,
  workflowHead,
} from './workflow-jobs.ts'
import {
  artifactToCommit,
  cachePath,
  indented,
  installSteps,
  lockPath,
  lockPattern,
  showArgument,
  showPath,
  suffix,
  type WorkflowSource,
} from './workflow-parts.ts'
import {withMark} from './written-mark.ts'

export function githubFiles(settings: InitSettings, deployment: DeploymentSteps): readonly InitFile[] {
  const file = (name: string, text: string): InitFile => {
    const path = `.github/workflows/${name}${suffix(settings)}.yml`
    return {path, content: withMark(text), isUpdated: true}
  }
  const {shards = 1} = settings
  const publish = shards > 1 ? networkWorkflow(settings, shards, deployment) : publishWorkflow(settings, deployment)
  const copies = settings.copies ?? []
  return [
    file('publish', publish),
    file('preview', previewWorkflow(settings)),
    ...(copies.length === 0 ? [] : [file('bring', bringWorkflow(settings, copies))]),
  ]
}

/** Publishes on a push, on a schedule and by hand; nothing is deployed when the check fails or nothing changed. */
export function publishWorkflow(source: WorkflowSource, deployment: DeploymentSteps): string {
  const record = source.copyOf === undefined ? recordJob(source) : copyJobs(source)
  return `${workflowHead(source)}${publishJob(source, deployment)}${membersJob(source, deployment)}${record}${keepAliveJob(source)}`
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
${checkoutSteps()}${installSteps(source)}      # What was deployed last: only what differs from it is a change.
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

function recordJob(source: WorkflowSource): string {
  const lock = lockPath(source)
  return `  record:
    # Commits the lock once a schedule has published an episode, so that its identity is kept whatever becomes of its file.
    # Delete this job if the branch is protected: the next build on your own machine adds the same lines.
    needs: publish
    if: needs.publish.outputs.lock == 'behind'
${artifactToCommit}          name: castwright-lock${suffix(source)}
          path: ${yamlText(showPath(source))}
${recordSteps(lockPattern(source), lock)}
`
}
