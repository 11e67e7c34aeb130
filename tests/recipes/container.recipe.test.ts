import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {parse} from 'yaml'
import {build, version} from '../../src/index.ts'
import {hashesOf} from '../files-on-disk.ts'
import {canMake, makeContainer, runIn} from './containerfile.ts'
import {openRegistry} from './local-registry.ts'

const root = resolve(import.meta.dirname, '../..')
const now = '2026-11-22T00:00:00Z'

/** What the job of the guide runs in the container. */
function scriptOfGuide(): readonly string[] {
  const guide = readFileSync(join(root, 'docs/guide.md'), 'utf8')
  const [, job = ''] = /^```yaml\n(pages:\n {2}image:[\s\S]*?)^```/m.exec(guide) ?? []
  return parse(job).pages.script
}

it.skipIf(!canMake)(
  'the container builds the example show as a clone does, and carries it to a folder',
  async () => {
    const registry = await openRegistry()
    const folder = mkdtempSync(join(tmpdir(), 'castwright-container-'))
    onTestFinished(() => {
      registry.close()
      rmSync(folder, {recursive: true, force: true})
    })
    const text = readFileSync(join(root, 'Containerfile'), 'utf8')
    const made = await makeContainer(text, folder, {REGISTRY: registry.url})
    expect(await runIn(made, 'castwright --version')).toEqual({status: 0, printed: `${version}\n`})
    const show = join(made.root, 'show')
    const authored = (path: string) => !path.endsWith('.castwright')
    cpSync(join(root, 'episodes'), join(show, 'episodes'), {recursive: true, filter: authored})
    const commands = scriptOfGuide().map((line) => line.replace('--frozen', `--frozen --now ${now}`))
    const deployed = ['mkdir -p /var/www', 'rsync --archive --delete --exclude=.castwright public/ /var/www/']
    const job = await runIn(made, [...commands, ...deployed].join('\n'))
    expect(job.status, job.printed).toBe(0)

    cpSync(join(root, 'episodes'), join(folder, 'episodes'), {recursive: true, filter: authored})
    const here = join(folder, 'here')
    expect(await build(join(folder, 'episodes'), here, {now: new Date(now)})).toMatchObject({ok: true})
    rmSync(join(here, '.castwright'), {recursive: true})
    expect(Object.fromEntries(hashesOf(join(made.root, 'var/www')))).toEqual(Object.fromEntries(hashesOf(here)))
  },
  900_000,
)
