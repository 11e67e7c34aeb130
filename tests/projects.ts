import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {TestProjectInlineConfiguration} from 'vitest/config'
import {compiledFiles, compiledProgram} from './compiled-program.ts'

/** Programs that whole files of tests begin with: without one, these files are left out, with a message. */
const missingPrograms = [
  {name: 'ffmpeg', isAsked: (text: string) => /\/made-media\.ts'|run\('ffmpeg'/.test(text)},
  {name: 'git', isAsked: (text: string) => /\/workflow-world\.ts'/.test(text)},
].filter(({name}) => spawnSync(name, ['-version']).error !== undefined)

const all: readonly string[] = readdirSync(import.meta.dirname, {recursive: true, encoding: 'utf8'})
  .map((file) => `tests/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && !/^tests\/(?:real|fixtures)\//.test(file) && !isWithoutProgram(file))

function textOf(file: string): string {
  return readFileSync(join(import.meta.dirname, '..', file), 'utf8')
}

function isWithoutProgram(file: string): boolean {
  const missing = missingPrograms.find(({isAsked}) => isAsked(textOf(file)))
  if (missing !== undefined) process.stderr.write(`skipped: ${file}, ${missing.name} is not installed\n`)
  return missing !== undefined
}

/** Tests of whole series, which are not for every day (CONTRIBUTING.md). */
export const longFiles = all.filter((file) => file.endsWith('.long.test.ts'))

/** The files that try whole series, or a sample of them (series.ts). Those that take a count have commands of their own (`npm run kills`). */
export const seriesFiles = all.filter((file) => {
  const text = textOf(file)
  return /\/(?:series|castwright)\.ts'/.test(text) && !/\bbounded\b/.test(text)
})

/** Sites of other generators, installed from npm and built (`npm run recipes`): it takes minutes and the network. */
export const recipeFiles = all.filter((file) => file.endsWith('.recipe.test.ts'))

export const dailyFiles = all.filter((file) => !longFiles.includes(file) && !recipeFiles.includes(file))

/**
 * One process loads the program once, for all the test files that it runs: to load it anew for each took a third of the time. Only
 * a test that puts another module instead of one of ours needs a process of its own.
 */
export function projectsOf(files: readonly string[]): TestProjectInlineConfiguration[] {
  const mocks = (file: string) => /\bvi\.(?:mock|doMock)\(/.test(textOf(file))
  const together = files.filter((file) => !mocks(file))
  const apart = files.filter(mocks)
  const server = {deps: {external: [compiledFiles]}}
  const projects: readonly TestProjectInlineConfiguration[] = [
    {plugins: [...compiledProgram()], test: {name: 'together', include: together, isolate: false, server}},
    {test: {name: 'apart', include: apart, isolate: true}},
  ]
  return projects.filter(({test}) => test?.include?.length !== 0).map((project) => ({extends: true, ...project}))
}
