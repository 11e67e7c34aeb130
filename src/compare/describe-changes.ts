import {markdownCell} from '../text/markdown/markdown-cell.ts'
import {type Comparison, changeKinds, type EpisodeChange} from './compare-feeds.ts'

/** If no more changes of one kind hurt nobody, all are listed. If there are more, only some are named. */
const mostListed = 5
const examplesShown = 3

/**
 * The changes as lines for a terminal, with a verdict at the end. If many changes hurt nobody, a few are named and the others are
 * counted.
 */
export function changesAsText(compared: Comparison): string {
  const kinds = [...new Set(compared.changes.map(({kind}) => kind))]
  const lines = kinds.flatMap((kind) => {
    const {hurts} = changeKinds[kind]
    const all = compared.changes.filter((change) => change.kind === kind)
    const [first] = all
    const says = first === undefined ? '' : saysOf(first)
    const shown = hurts || all.length <= mostListed ? all : all.slice(0, examplesShown)
    const more = all.length - shown.length
    return [
      ...shown.map((change) => `"${change.title}" ${saysOf(change)}${valuesOf(change)}`),
      ...(more === 0 ? [] : [`The same of ${more} more: ${says} (--format json names them)`]),
    ]
  })
  return `${[...lines, ...compared.losses, verdict(compared)].join('\n')}\n`
}

/** The changes as Markdown, for a comment on a pull request. */
export function changesAsMarkdown(compared: Comparison): string {
  const {changes, losses} = compared
  const rows = changes.map((change) => {
    const {kind, title, before = '', after = ''} = change
    return `| ${changeKinds[kind].hurts ? '**yes**' : ''} | ${markdownCell(title)} | ${saysOf(change)} | ${markdownCell(before)} | ${markdownCell(after)} |`
  })
  const table = [
    '| hurts | episode | what subscribers see | before | after |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ]
  const list = losses.map((loss) => `- ${markdownCell(loss)}`)
  const parts = [...(rows.length === 0 ? [] : ['', ...table]), ...(list.length === 0 ? [] : ['', ...list])]
  return `${[verdict(compared), ...parts].join('\n')}\n`
}

/** Feeds of many hosts name no page of an episode: then none is at another address. */
function saysOf({kind, before}: EpisodeChange): string {
  return kind === 'moved' && before === undefined ? 'has a page now' : changeKinds[kind].says
}

function valuesOf({before, after}: EpisodeChange): string {
  return before === undefined && after === undefined ? '' : `\n    ${before ?? 'none'} -> ${after ?? 'none'}`
}

function verdict({changes, losses, hurts}: Comparison): string {
  if (hurts) return 'Subscribers would get something twice or lose something'
  if (changes.length + losses.length === 0) return 'Subscribers see no change'
  return 'Subscribers get nothing twice and lose nothing'
}
