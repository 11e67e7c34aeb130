import {actions} from './action-pins.ts'
import type {CopySource} from './init-file.ts'
import {shellWord, yamlText} from './quoted-paths.ts'
import {artifactToCommit, commitsAsBot, indented, showArgument, suffix, type WorkflowSource} from './workflow-parts.ts'

/** What is not part of a show though it lies in its folder: git is told so, since an adopted repository may not ignore it. */
const notKept = `':(exclude)output' ':(exclude)public' ':(exclude)host.env' ':(exclude,glob)**/.castwright/**'`

/** Brings what the feed of the host says now into the files of the copy. */
export function importLine({url, owner}: CopySource, show: string, format: string): string {
  const rights = owner === undefined ? '' : ` --owner ${shellWord(owner)}`
  // In a workflow, two braces begin an expression.
  const address = url.replaceAll('{', '%7B').replaceAll('}', '%7D')
  return `castwright import ${shellWord(address)} ${show} --only enrich${rights}${format}`
}

/** Stages what an import has brought, and what the build has added to the lock. */
export function stageCommand(show: string): string {
  return `git add --all -- ${show} ${notKept}`
}

/** Before everything else of a publication. Where the host does not answer, what the repository has is published all the same. */
export function importStep(source: WorkflowSource): string {
  if (source.copyOf === undefined) return ''
  return `      - name: Bring what the host has
        id: host
        continue-on-error: true
        run: ${yamlText(importLine(source.copyOf, showArgument(source), ' --format github'))}
`
}

/** Hands what is to be committed to the job that may commit. */
export function keepSteps(source: WorkflowSource): string {
  return `      - name: Keep what the host has
        id: keep
        run: |
          ${stageCommand(showArgument(source))}
          git diff --cached --name-only --no-renames --diff-filter=AM -z > "$RUNNER_TEMP/brought"
          if [ -s "$RUNNER_TEMP/brought" ]; then
            tar --create --file=host.tar --null --files-from="$RUNNER_TEMP/brought"
            echo 'state=brought' >> "$GITHUB_OUTPUT"
          fi
      - uses: ${actions.uploadArtifact}
        if: steps.keep.outputs.state == 'brought'
        with:
          name: castwright-host${suffix(source)}
          path: host.tar
          retention-days: 1

`
}

/** Outputs of the job that publishes, for the two jobs below. */
export const copyOutputs = [`kept: \${{ steps.keep.outputs.state }}`, `host: \${{ steps.host.outcome }}`]

/** `job`: the one that imports. */
export function copyJobs(source: WorkflowSource, job = 'publish'): string {
  const show = showArgument(source)
  return `  record:
    # Commits the files of new and changed episodes, for you to add transcripts, people and chapters to.
    needs: ${job}
    if: needs.${job}.outputs.kept == 'brought'
${artifactToCommit}          name: castwright-host${suffix(source)}
      - run: |
${indented(10, commitsAsBot)}          tar --extract --file=host.tar && rm host.tar
          git add --all -- ${show}
          git diff --cached --quiet && exit 0
          git commit --message 'Bring what the host has published'
          git push || (git pull --rebase && git push) || echo '::warning::What the host has could not be pushed; the next run tries again'

  host:
    # Red where the feed of the host could not be taken, so that GitHub tells you. What is published stays.
    needs: ${job}
    if: needs.${job}.outputs.host == 'failure'
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: {}
    steps:
      - run: |
${indented(10, [
  `echo '::error::The feed of the host could not be taken: the step "Bring what the host has" says why. What was published stays, and the next run tries again.'`,
  'exit 1',
])}
`
}
