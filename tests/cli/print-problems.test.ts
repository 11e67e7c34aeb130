import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {type ProblemSource, problemLines} from '../../src/cli/print/print-problems.ts'
import {linesOnDisk} from '../../src/cli/print/source-lines.ts'
import type {Problem, Severity} from '../../src/index.ts'

function problems(severity: Severity, count: number): readonly Problem[] {
  return Array.from({length: count}, (_, at) => ({
    code: 'value-invalid',
    severity,
    message: `${severity} ${at}`,
    file: 'a.md',
  }))
}

function printed(given: readonly Problem[], more: Partial<ProblemSource> = {}): string {
  return [...problemLines(given, {folder: '.', lineAt: () => undefined, ...more})].join('\n')
}

it('of each kind the first ones are printed, and the others are counted', () => {
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

describe('thousands of errors of one cause', () => {
  const many = [...problems('error', 9000), {...(problems('error', 1)[0] as Problem), code: 'guid-changed' as const}]

  it('leave room for the others, and are counted as errors', () => {
    const text = printed(many, {wholeBy: '--format full'})
    expect(text.split('\n').length).toBeLessThan(70)
    expect(text).toMatch(/ error {2}guid-changed /)
    expect(text).toContain('… and 8,950 more errors of value-invalid (all of them: --format full)')
  })

  it('are all there for whoever wants them', () => {
    const text = printed(many, {isWhole: true})
    expect(text).toMatch(/ error 8999$/m)
    expect(text).not.toContain('…')
  })
})

it.each(['utf8', 'utf16le'] as const)('the line of a file in %s is printed as it reads', (encoding) => {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-lines-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const text = '\uFEFFtitle: Sörby\nduration: an hour or so\n'
  writeFileSync(join(folder, 'a.md'), Buffer.from(text, encoding))
  const lineOf = linesOnDisk()
  expect([1, 2].map((line) => lineOf(join(folder, 'a.md'), line))).toEqual(['title: Sörby', 'duration: an hour or so'])
})
