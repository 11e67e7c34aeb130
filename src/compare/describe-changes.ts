import {markdownCell} from '../text/markdown-cell.ts'
import {changeKinds, type EpisodeChange, hurtsListeners} from './compare-feeds.ts'

/** The changes as lines for a terminal, with a verdict at the end. */
export function changesAsText(changes: readonly EpisodeChange[]): string {
  const lines = changes.map((change) => `"${change.title}" ${changeKinds[change.kind].says}${valuesOf(change)}`)
  return `${[...lines, verdict(changes)].join('\n')}\n`
}

/** The changes as Markdown, for a comment on a pull request. */
export function changesAsMarkdown(changes: readonly EpisodeChange[]): string {
  const rows = changes.map((change) => {
    const {kind, title, before = '', after = ''} = change
    return `| ${changeKinds[kind].hurts ? '**yes**' : ''} | ${markdownCell(title)} | ${changeKinds[kind].says} | ${markdownCell(before)} | ${markdownCell(after)} |`
  })
  const table = [
    '| hurts | episode | what subscribers see | before | after |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ]
  return `${[verdict(changes), ...(rows.length === 0 ? [] : ['', ...table])].join('\n')}\n`
}

function valuesOf({before, after}: EpisodeChange): string {
  return before === undefined && after === undefined ? '' : `\n    ${before ?? 'none'} -> ${after ?? 'none'}`
}

function verdict(changes: readonly EpisodeChange[]): string {
  if (changes.length === 0) return 'Subscribers see no change'
  if (hurtsListeners(changes)) return 'Subscribers would get something twice or lose something'
  return 'Subscribers get nothing twice and lose nothing'
}
