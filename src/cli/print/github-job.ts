import {appendFileSync} from 'node:fs'
import {type BuildReport, buildAsMarkdown, type NetworkReport, type Outcome} from '../../index.ts'

/**
 * Tells a job of GitHub Actions (or Forgejo, or Gitea) what came of a build: outputs of the step, and its part of the page about the run.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function tellGithubJob(outcome: Outcome<BuildReport>): void {
  append(process.env.GITHUB_OUTPUT, () => outputsOf(outcome).map(outputLine).join(''))
  append(process.env.GITHUB_STEP_SUMMARY, () => buildAsMarkdown(outcome))
}

/** The same of the shows of a network: feeds and episodes have the folder of their show before them. */
export function tellGithubJobOfNetwork(report: NetworkReport): void {
  const {siteUrl, shows, network, removedShows, feedsOfShows = []} = report
  const each = shows.map(({name, outcome}) => ({name, outputs: new Map(outputsOf(outcome))}))
  const values = (output: string) => each.flatMap(({outputs}) => outputs.get(output) ?? [])
  const listed = (output: string) =>
    each.flatMap(({name, outputs}) => linesOf(outputs.get(output)).map((line) => `${name}/${line}`))
  const isOwnChanged = network !== undefined && network.written.length + network.deleted.length > 0
  // Of a network that was merged nobody knows here which of them changed.
  const feeds = [
    ...listed('feeds'),
    ...feedsOfShows,
    ...(network?.written ?? []).filter((path) => /\.(?:xml|json)$/.test(path)),
  ]
  const locks: readonly string[] = [...values('lock'), ...(network === undefined ? [] : [network.lock])]
  const outputs: readonly Output[] = [
    ['changed', String(isOwnChanged || removedShows.length > 0 || values('changed').includes('true'))],
    ['feeds', feeds.join('\n')],
    ['published', listed('published').join('\n')],
    [
      'next',
      values('next')
        .filter((at) => at !== '')
        .sort()[0] ?? '',
    ],
    ['lock', ['behind', 'created', 'updated'].find((state) => locks.includes(state)) ?? 'unchanged'],
    ['path', new URL(siteUrl).pathname],
  ]
  append(process.env.GITHUB_OUTPUT, () => outputs.map(outputLine).join(''))
  append(process.env.GITHUB_STEP_SUMMARY, () => shows.map(({outcome}) => buildAsMarkdown(outcome)).join('\n'))
}

function linesOf(value = ''): readonly string[] {
  return value.split('\n').filter((line) => line !== '')
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
  if (!outcome.ok) return [['changed', String(outcome.problems.some(({code}) => code === 'output-incomplete'))]]
  const {changed, changedFeeds, newEpisodes, scheduled, scheduledForMembers, lock, siteUrl} = outcome.value
  const due = [...scheduled.slice(0, 1), ...scheduledForMembers.slice(0, 1)].map((each) => each.toISOString())
  return [
    ['changed', String(changed)],
    ['feeds', changedFeeds.join('\n')],
    ['published', newEpisodes.map(({slug}) => slug).join('\n')],
    ['next', due.sort()[0] ?? ''],
    ['lock', lock],
    ['path', new URL(siteUrl).pathname],
  ]
}

/** The mark around the value must not be in the value. Otherwise a line of the value could end it and set other outputs. */
function outputLine([name, value]: Output): string {
  let mark = 'castwright'
  while (value.includes(mark)) mark += '-'
  return `${name}<<${mark}\n${value}\n${mark}\n`
}
