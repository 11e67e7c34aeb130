import {actions} from './action-pins.ts'
import {checkoutSteps} from './checkout-steps.ts'
import {shellWord, yamlText} from './quoted-paths.ts'
import {installSteps, showArgument, suffix, type WorkflowSource, workflowTitleOf} from './workflow-parts.ts'

/** Says in a pull request what its merge would do to subscribers, in one comment that is kept up to date. */
export function previewWorkflow(source: WorkflowSource): string {
  const show = showArgument(source)
  return `name: Preview${workflowTitleOf(source)}

on:
  pull_request:

permissions: {}

concurrency:
  group: preview${suffix(source)}-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  preview:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pull-requests: write
    steps:
${checkoutSteps({base: true})}${installSteps(source)}      - name: Check
        run: ${yamlText(`castwright check --format github ${show}`)}
      - name: Build
        run: ${yamlText(`castwright build --frozen --for public --out "$RUNNER_TEMP/preview" ${show}`)}
${compareStep(source)}${commentSteps(source)}`
}

function compareStep(source: WorkflowSource): string {
  return `      - name: Compare with what is published
        run: |
          {
            echo '${commentMark(source)}'
            if GITHUB_STEP_SUMMARY='' GITHUB_OUTPUT='' castwright build --for public --out "$RUNNER_TEMP/published" ${shellWord(`.base/${source.showFolder}`)} >&2; then
              # 1 is its verdict, for people to judge here; anything else is a failure.
              castwright compare "$RUNNER_TEMP/published" ${showArgument(source)} --format markdown || [ $? -eq 1 ]
            else
              echo 'The branch that this is for does not build, so there is nothing to compare with.'
            fi
          } > "$RUNNER_TEMP/comment.md"
          cat "$RUNNER_TEMP/comment.md" >> "$GITHUB_STEP_SUMMARY"
`
}

/** The mark by which the comment of this show is found again. */
function commentMark(source: WorkflowSource): string {
  return `<!-- castwright${suffix(source)} -->`
}

function commentSteps(source: WorkflowSource): string {
  return `      - uses: ${actions.uploadArtifact}
        with:
          name: preview${suffix(source)}
          path: \${{ runner.temp }}/preview
      - name: Comment
        # The token of a fork may not; the page of the run has the same text.
        if: github.event.pull_request.head.repo.full_name == github.repository
        env:
          GH_TOKEN: \${{ github.token }}
          NUMBER: \${{ github.event.pull_request.number }}
        run: |
          comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
          first='[.[] | select(.body | startswith("${commentMark(source)}")) | .id][0] // empty'
          id=$(gh api "$comments?per_page=100" --jq "$first")
          if [ -n "$id" ]; then
            gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field body=@"$RUNNER_TEMP/comment.md"
          else
            gh api --method POST "$comments" --field body=@"$RUNNER_TEMP/comment.md"
          fi
`
}
