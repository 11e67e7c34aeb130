import {expect, it} from 'vitest'
import {problemLines} from '../../src/cli/print/print-problems.ts'
import type {Problem, Severity} from '../../src/index.ts'

function problems(severity: Severity, count: number): readonly Problem[] {
  return Array.from({length: count}, (_, at) => ({
    code: 'value-invalid',
    severity,
    message: `${severity} ${at}`,
    file: 'a.md',
  }))
}

function printed(given: readonly Problem[]): string {
  return [...problemLines(given, {folder: '.', lineAt: () => undefined})].join('\n')
}

it('all errors are printed, and of each kind of warning and note the first ones: the others are counted', () => {
  const text = printed([...problems('error', 30), ...problems('warning', 13), ...problems('info', 7)])
  for (const [severity, last] of [
    ['error', 29],
    ['warning', 9],
    ['info', 4],
  ] as const) {
    expect(text).toMatch(new RegExp(` ${severity} ${last}$`, 'm'))
    expect(text).not.toMatch(new RegExp(` ${severity} ${last + 1}$`, 'm'))
  }
  expect(text).toContain('… and 3 more of value-invalid')
  expect(text).toContain('… and 2 more of value-invalid')
})
