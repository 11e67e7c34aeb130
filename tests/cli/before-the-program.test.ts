import {readFileSync} from 'node:fs'
import {posix, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {commands} from '../../src/cli/commands.ts'
import {castwright} from './castwright.ts'

const source = resolve(import.meta.dirname, '../../src')

/** What is loaded with a file: its imports of values that are no `import()`, and theirs. */
function loadedWith(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found
  found.add(path)
  const code = readFileSync(resolve(source, path), 'utf8')
  for (const {1: names = '', 2: target = ''} of code.matchAll(
    /^(?:import|export) (?!type )([^'"]*?)from '(\.[^']+)'/gm,
  )) {
    const values = names.replaceAll(/[{}\n]/g, '').split(',')
    if (values.some((name) => name.trim() !== '' && !/^\s*type /.test(name)))
      loadedWith(posix.join(posix.dirname(path), target), found)
  }
  return found
}

describe('help and refusals', () => {
  it('load nothing of the program', () => {
    const loaded = [...loadedWith('cli/run.ts'), ...loadedWith('cli/prepare-program.ts')]
    expect(loaded).toContain('cli/commands/build-command.ts')
    expect(loaded.filter((path) => !/^(?:cli|cache|engine\/threads)\/|^version\.ts$/.test(path))).toEqual([])
    expect(loaded.filter((path) => path.startsWith('cli/runs/'))).toEqual([])
    expect([...loadedWith('cli/runs/run-build.ts')]).toContain('index.ts')
  })

  it.each(commands)('of $name say what only the program knows', async ({name}) => {
    const {status, stdout} = await castwright([name, '--help'])
    expect(status).toBe(0)
    expect(stdout).toContain(`castwright ${name}`)
    expect(stdout).not.toContain('{known}')
  })
})
