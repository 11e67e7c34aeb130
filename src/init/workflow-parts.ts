import {slugOf} from '../text/addresses/slug.ts'
import {actions} from './action-pins.ts'
import type {InitSettings} from './init-file.ts'
import {shellWord} from './quoted-paths.ts'

/** What differs where Castwright publishes its own example: it is not installed but compiled. */
export type WorkflowSource = Pick<InitSettings, 'showFolder' | 'isNetwork' | 'copyOf' | 'version'> & {
  readonly install?: readonly string[]
}

/** A repository may hold several shows: what belongs to one of them has its folder in the name. */
export function suffix({showFolder}: WorkflowSource): string {
  const name = slugOf(showFolder.replace(/(?:^|\/)(?:episodes\/)?$/, ''))
  return name === '' ? '' : `-${name}`
}

/** `lines`, each so many blanks further in. */
export function indented(blanks: number, lines: readonly string[]): string {
  return lines.map((line) => `${' '.repeat(blanks)}${line}\n`).join('')
}

export function installSteps({version, install}: WorkflowSource): string {
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

/** `.` for the repository itself. */
export function showPath({showFolder}: WorkflowSource): string {
  return showFolder === '' ? '.' : showFolder.replace(/\/$/, '')
}

export function showArgument(source: WorkflowSource): string {
  return shellWord(showPath(source))
}

export function workflowTitleOf(source: WorkflowSource): string {
  return suffix(source).replace('-', ' ')
}

export function lockPath({showFolder, isNetwork}: WorkflowSource): string {
  return `${showFolder}${isNetwork === true ? '**/' : ''}castwright.lock.json`
}

export function cachePath({showFolder, isNetwork}: WorkflowSource): string {
  return `${showFolder}${isNetwork === true ? '**/' : ''}.castwright`
}

/** Who was told of what, in the folder of the cache. */
export function notifiedPath({showFolder}: WorkflowSource): string {
  return `${showFolder}.castwright/notified.json`
}

/** For git, whose `*` goes through folders. */
export function lockPattern(source: WorkflowSource): string {
  return shellWord(lockPath(source).replace('**/', '*'))
}

/** How a job begins that commits what another job has left as an artifact. What follows says which one. */
export const artifactToCommit = `    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: write
    steps:
      - uses: ${actions.checkout}
      - uses: ${actions.downloadArtifact}
        with:
`

/** What a job of GitHub says before it commits: its commits are those of GitHub's own bot. */
export const commitsAsBot = [
  "git config user.name 'github-actions[bot]'",
  "git config user.email '41898282+github-actions[bot]@users.noreply.github.com'",
]
