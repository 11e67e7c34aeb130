import {directories} from './directories.ts'
import type {MoveCheck} from './move-checks.ts'

/** Apple's rule, and long enough for every app that is opened once a month. */
const daysToKeep = 28
const longestList = 10

/** What a move was checked for, and what came of it. */
export type MoveReport = {
  readonly oldUrl: string
  readonly newUrl: string
  readonly checks: readonly MoveCheck[]
  /** Whether nobody can be lost: every check is done. */
  readonly isSafe: boolean
  /** Nothing old may be switched off before. */
  readonly keepUntil: Date
}

export function keepUntil(now: Date): Date {
  return new Date(now.getTime() + daysToKeep * 24 * 3600 * 1000)
}

const marks = {done: '✓', 'to do': '✗', unknown: '?'} as const

/** The checklist for a terminal. */
export function moveAsText(report: MoveReport): string {
  const lines = report.checks.flatMap((check) => [
    `${marks[check.state]} ${check.found}`,
    ...listed(check).map((line) => `    ${line}`),
    ...(check.todo === undefined ? [] : [`    → ${check.todo}`]),
  ])
  const byHand = directories.flatMap(({name, url, todo}) => [`  ${name}: ${url}`, `    ${todo}`])
  return `${[...lines, '', 'By hand, once the redirect is there:', ...byHand, '', keepLine(report), verdict(report)].join('\n')}\n`
}

/** The same as Markdown with boxes to tick, for an issue that the owner keeps. */
export function moveAsMarkdown(report: MoveReport): string {
  const items = report.checks.flatMap((check) => [
    `- [${check.state === 'done' ? 'x' : ' '}] ${check.found}`,
    ...listed(check).map((line) => `  - ${line}`),
    ...(check.todo === undefined ? [] : [`  - **${check.todo}**`]),
  ])
  const byHand = directories.map(({name, url, todo}) => `- [ ] [${name}](${url}): ${todo}`)
  const title = `## Move from ${report.oldUrl} to ${report.newUrl}`
  const parts = [title, '', ...items, '', '### By hand, once the redirect is there', '', ...byHand, '']
  return `${[...parts, keepLine(report), '', `**${verdict(report)}**`].join('\n')}\n`
}

function listed({about = []}: MoveCheck): readonly string[] {
  const rest = about.length - longestList
  return rest <= 0 ? about : [...about.slice(0, longestList), `and ${rest} more`]
}

function keepLine({keepUntil: date}: MoveReport): string {
  const day = date.toISOString().slice(0, 10)
  return `Leave the redirect and the old media as they are for four weeks after the redirect began: not before ${day} if that is today.`
}

function verdict({isSafe, checks}: MoveReport): string {
  if (isSafe) return 'Nobody can be lost: everything that can be checked is done.'
  const left = checks.filter(({state}) => state !== 'done').length
  return `Listeners can still be lost: ${left} ${left === 1 ? 'thing is' : 'things are'} left to do.`
}
