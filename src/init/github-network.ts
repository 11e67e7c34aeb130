import {actions} from './action-pins.ts'
import {checkoutSteps} from './checkout-steps.ts'
import {yamlText} from './quoted-paths.ts'
import {
  conditional,
  type DeploymentSteps,
  keepAliveJob,
  membersJob,
  notifyStep,
  recordSteps,
  workflowHead,
} from './workflow-jobs.ts'
import {
  artifactToCommit,
  cachePath,
  indented,
  installSteps,
  lockPattern,
  showArgument,
  showPath,
  suffix,
  type WorkflowSource,
} from './workflow-parts.ts'

const isChanged = "steps.parts.outputs.changed == 'true' || steps.build.outputs.changed == 'true'"
const isPublishedHere = 'github.ref_name == github.event.repository.default_branch'

/**
 * Publishes a network that is too large for one job: shards build its shows side by side, and one job builds what the network itself
 * publishes, from what they left, and deploys all of it.
 */
export function networkWorkflow(source: WorkflowSource, shards: number, deployment: DeploymentSteps): string {
  return `${workflowHead(source)}${shardsJob(source, shards)}${publishJob(source, shards, deployment)}${membersJob(source, deployment, afterAny)}${recordJob(source)}${keepAliveJob(source)}`
}

/** Also where nothing was published, so that `publish` did not run. */
const afterAny = '!failure() && !cancelled()'

/** The key of the cache of a part, up to the number of the run. Another number of shards divides the shows in another way. */
function partKey(source: WorkflowSource, shards: number, part: string): string {
  return `part${suffix(source)}-${part}-of-${shards}-`
}

const run = `\${{ github.run_id }}-\${{ github.run_attempt }}`
const shard = `\${{ matrix.shard }}`

function restoreSteps(path: readonly string[], key: string): readonly string[] {
  const paths = ['    path: |', ...path.map((each) => `      ${each}`)]
  return [`- uses: ${actions.cacheRestore}`, '  with:', ...paths, `    key: ${key}${run}`, `    restore-keys: ${key}`]
}

function saveSteps(condition: string, path: readonly string[], key: string): readonly string[] {
  const paths = ['    path: |', ...path.map((each) => `      ${each}`)]
  return [`- uses: ${actions.cacheSave}`, `  if: ${condition}`, '  with:', ...paths, `    key: ${key}${run}`]
}

/** The locks that a build has changed or made, with their folders: `record` commits them. */
function lockSteps(source: WorkflowSource, build: string, part: string): readonly string[] {
  const isBehind = "steps.build.outputs.lock == 'behind'"
  return [
    '- name: Add lines to the locks',
    `  if: ${isBehind}`,
    '  run: |',
    `    GITHUB_STEP_SUMMARY='' GITHUB_OUTPUT='' ${build}`,
    '    mkdir -p "$RUNNER_TEMP/locks"',
    `    git ls-files -z --modified --others --exclude-standard -- ${lockPattern(source)} | xargs -0 -r cp --parents -t "$RUNNER_TEMP/locks"`,
    `- uses: ${actions.uploadArtifact}`,
    `  if: ${isBehind}`,
    '  with:',
    `    name: castwright-lock${suffix(source)}-${part}`,
    `    path: \${{ runner.temp }}/locks`,
    '    retention-days: 1',
  ]
}

function shardsJob(source: WorkflowSource, shards: number): string {
  const numbers = Array.from({length: shards}, (_, index) => index + 1)
  const build = (options: string) =>
    `castwright build ${options}--for public --shard ${shard}/${shards} --out parts/${shard} ${showArgument(source)}`
  const memory = `memory${suffix(source)}-${shard}-of-${shards}-`
  return `  shards:
    if: ${isPublishedHere}
    strategy:
      fail-fast: false
      matrix:
        shard: [${numbers.join(', ')}]
    runs-on: ubuntu-latest
    timeout-minutes: 60
    permissions:
      contents: read
    # A shard that has nothing to say is silent: what it says would replace what others said.
    outputs:
      changed: \${{ steps.build.outputs.changed == 'true' && 'true' || '' }}
      lock: \${{ steps.build.outputs.lock == 'behind' && 'behind' || '' }}
    steps:
${checkoutSteps()}${installSteps(source)}      # What builds remember, and then what was deployed last: only what differs from that is a change.
${indented(6, [
  ...restoreSteps([cachePath(source)], memory),
  ...restoreSteps([`parts/${shard}`], partKey(source, shards, shard)),
  '- name: Build',
  '  id: build',
  `  run: ${yamlText(build('--format github --frozen --first '))}`,
  `- uses: ${actions.uploadArtifact}`,
  "  if: steps.build.outputs.changed == 'true'",
  '  with:',
  `    name: part${suffix(source)}-${shard}`,
  `    path: parts/${shard}`,
  '    include-hidden-files: true',
  '    retention-days: 1',
  ...lockSteps(source, build(''), shard),
  ...saveSteps("steps.build.outputs.changed == 'true'", [cachePath(source)], memory),
])}
`
}

function publishJob(source: WorkflowSource, shards: number, deployment: DeploymentSteps): string {
  const {permissions = [], environment = [], steps} = deployment
  const parts = Array.from({length: shards}, (_, index) => String(index + 1))
  const own = ['parts/0', `${source.showFolder}.castwright`]
  const build = (options: string) =>
    `castwright build ${options}--for public --merge parts --out parts/0 ${showArgument(source)}`
  return `  publish:
    # Builds what the network itself publishes, from what the shards have left, and deploys all of it. Also where only network.yaml changed.
    needs: shards
    if: ${isPublishedHere} && (needs.shards.outputs.changed == 'true' || github.event_name != 'schedule')
    runs-on: ubuntu-latest
    timeout-minutes: 60
    permissions:
      contents: read
${indented(6, permissions)}${indented(4, environment)}    outputs:
      lock: \${{ steps.build.outputs.lock }}
    steps:
${checkoutSteps()}${installSteps(source)}${indented(6, [
  ...restoreSteps(own, partKey(source, shards, '0')),
  ...parts.flatMap((part) => restoreSteps([`parts/${part}`], partKey(source, shards, part))),
  `- uses: ${actions.downloadArtifact}`,
  "  if: needs.shards.outputs.changed == 'true'",
  '  with:',
  `    pattern: part${suffix(source)}-*`,
  '    path: changed-parts',
  '- name: Take the parts that changed',
  '  id: parts',
  '  run: |',
  '    mkdir -p parts',
  `    for part in changed-parts/part${suffix(source)}-*; do`,
  '      [ -e "$part" ] || continue',
  `      number="\${part##*-}"`,
  '      rm -rf "parts/$number"',
  '      mv "$part" "parts/$number"',
  '      printf \'changed=true\\nchanged-%s=true\\n\' "$number" >> "$GITHUB_OUTPUT"',
  '    done',
  '- name: Build',
  '  id: build',
  `  run: ${yamlText(build('--format github --frozen --first '))}`,
  '- name: Merge',
  '  # With their times, which rsync goes by.',
  '  run: mkdir -p output && cp -a parts/*/. output/',
  ...conditional(steps, isChanged),
])}${notifyStep(source, isChanged)}      # Only after the deployment: one that failed is tried again by the next run.
${indented(6, [
  ...saveSteps(isChanged, own, partKey(source, shards, '0')),
  ...parts.flatMap((part) =>
    saveSteps(`steps.parts.outputs.changed-${part} == 'true'`, [`parts/${part}`], partKey(source, shards, part)),
  ),
  ...lockSteps(source, build(''), '0'),
])}
`
}

function recordJob(source: WorkflowSource): string {
  return `  record:
    # Commits the locks once a schedule has published an episode, so that its identity is kept whatever becomes of its file.
    # Delete this job if the branch is protected: the next build on your own machine adds the same lines.
    needs: [shards, publish]
    if: \${{ ${afterAny} && (needs.shards.outputs.lock == 'behind' || needs.publish.outputs.lock == 'behind') }}
${artifactToCommit}          pattern: castwright-lock${suffix(source)}-*
          merge-multiple: true
          path: .
${recordSteps(lockPattern(source), `the locks of ${showPath(source)}`)}
`
}
