import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished} from 'vitest'
import {build} from '../../src/index.ts'

const examples = join(import.meta.dirname, '../../examples')

/** A copy of an example, with what Castwright makes of the show in the folder `into` of it. */
export async function exampleSite(name: string, into: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `castwright-${name}-`))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  for (const each of ['show', name]) cpSync(join(examples, each), join(folder, each), {recursive: true})
  const site = join(folder, name)
  const built = await build(join(folder, 'show'), join(site, into), {now: new Date('2026-06-01T00:00:00Z')})
  expect(built.problems.filter(({severity}) => severity === 'error')).toEqual([])
  return site
}

/** What every example has to make of the show: texts escaped, notes as they are. */
export function expectSite(index: string, episode: string): void {
  expect(index).toMatch(/<a href="https:\/\/example.org\/episodes\/002-north\/">North<\/a>/)
  expect(index).toContain('https://example.org/feed.xml')
  expect(index).toContain('First light &amp; &lt;em&gt;after&lt;/em&gt;')
  expect(episode).toContain('<a href="https://example.org/timetable"')
  expect(episode).toContain('src="https://media.example.org/001-first-light.mp3"')
  for (const text of ['130 s: The timetable', '<h3>Jo Lund</h3>', 'Good evening, and welcome aboard.'])
    expect(episode).toContain(text)
}
