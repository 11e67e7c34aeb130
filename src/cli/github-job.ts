import {appendFileSync} from 'node:fs'
import {type BuildReport, buildAsMarkdown, type Outcome} from '../index.ts'

/**
 * Tells a job of GitHub Actions (or Forgejo, or Gitea) what came of a build: outputs of the step, and its part of the page about the run.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function tellGithubJob(outcome: Outcome<BuildReport>): void {
  append(process.env.GITHUB_OUTPUT, () => outputsOf(outcome).map(outputLine).join(''))
  append(process.env.GITHUB_STEP_SUMMARY, () => buildAsMarkdown(outcome))
}

/** The show is built: a job that cannot be told so is no reason to fail. */
function append(file: string | undefined, text: () => string): void {
  if (file === undefined || file === '') return
  try {
    appendFileSync(file, text())
  } catch (error) {
    console.error(`castwright: ${file} cannot be written: ${error instanceof Error ? error.message : error}`)
  }
}

type Output = readonly [name: string, value: string]

/** Names are an interface for workflows: permanent. */
function outputsOf(outcome: Outcome<BuildReport>): readonly Output[] {
  if (!outcome.ok) return [['changed', 'false']]
  const {changed, changedFeeds, newEpisodes, scheduled, scheduledForMembers, lock} = outcome.value
  const due = [...scheduled.slice(0, 1), ...scheduledForMembers.slice(0, 1)].map((each) => each.toISOString())
  return [
    ['changed', String(changed)],
    ['feeds', changedFeeds.join('\n')],
    ['published', newEpisodes.map(({slug}) => slug).join('\n')],
    ['next', due.sort()[0] ?? ''],
    ['lock', lock],
  ]
}

/** With a mark around the value that is not in it, or a line of the value could end it and set other outputs. */
function outputLine([name, value]: Output): string {
  let mark = 'castwright'
  while (value.includes(mark)) mark += '-'
  return `${name}<<${mark}\n${value}\n${mark}\n`
}
