import {execFile} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, it, onTestFinished} from 'vitest'
import {quiet} from '../cli/run-castwright.ts'
import {bucket, keys, type ObjectServer, objectServer} from '../deploy/object-server.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, showFile} from '../temporary-show.ts'

const main = join(import.meta.dirname, '../../dist/bin/castwright.js')
const now = fixtureNow.toISOString()
const of = 8
const run = promisify(execFile)

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-shards-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

function networkOf(shows: number): string {
  const folder = temporaryFolder()
  const lines = (path: string, end: number) => [
    `site_url: https://waves.example/${path}`,
    `guid: 0d5a3d0e-5b69-5e0c-8f2c-${String(end).padStart(12, '0')}`,
  ]
  writeFiles(folder, {'network.yaml': showFile(...lines('', 999), 'title: All Waves', 'items_per_feed: 10')})
  for (let show = 0; show < shows; show += 1)
    for (let day = 1; day <= 9; day += 1)
      writeFiles(folder, {
        [`show-${show}/show.yaml`]: showFile(...lines(`show-${show}/`, show)),
        [`show-${show}/day-${day}.md`]: episodeFile(`show-${show}-day-${day}`, [
          `date: 2026-01-0${day}T0${show % 9}:00`,
        ]),
      })
  return folder
}

/** A process of its own, as a job of CI is, with nothing but the repository. */
async function job(folder: string, ...words: readonly string[]): Promise<string> {
  const env = {
    ...process.env,
    ...quiet,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
  }
  const {stdout} = await run(process.execPath, [main, ...words], {cwd: folder, env})
  return stdout
}

function checkoutOf(folder: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, {recursive: true})
  return copy
}

/** What a job hands to those after it, as its artifact: every file of its part, below `handed/` in the store. */
async function hand(store: ObjectServer, folder: string, part: string): Promise<void> {
  for (const path of hashesOf(join(folder, part)).keys()) {
    const bytes = readFileSync(join(folder, part, path))
    await store.write(`handed/${part}/${path}`, bytes.toString('base64'))
  }
}

async function fetched(store: ObjectServer, names: readonly string[], folder: string): Promise<void> {
  for (const name of names) {
    const bytes = Buffer.from(await (await store.read(name)).text(), 'base64')
    writeFiles(folder, {[name.slice('handed/'.length)]: bytes})
  }
}

it('are built and deployed by processes side by side, and merged from what lies in a store', async () => {
  const folder = networkOf(of * 2)
  const [store, artifacts] = [await objectServer(), await objectServer()]
  const target = ['--to', `s3://${bucket}`, '--endpoint', store.ownEndpoint]
  const numbers = Array.from({length: of}, (_, index) => index + 1)
  const checkouts = numbers.map(() => checkoutOf(folder))
  const deployPart = (number: number) => job(checkouts[number - 1] ?? '', 'deploy', `parts/${number}`, ...target)
  const buildPart = (number: number) =>
    job(checkouts[number - 1] ?? '', 'build', '--shard', `${number}/${of}`, '--out', `parts/${number}`, '--now', now)
  await Promise.all(
    numbers.map(async (number) => {
      await buildPart(number)
      await Promise.all([deployPart(number), hand(artifacts, checkouts[number - 1] ?? '', `parts/${number}`)])
    }),
  )
  const merging = checkoutOf(folder)
  await fetched(artifacts, await artifacts.keys(), merging)
  await job(merging, 'build', '--merge', 'parts', '--out', 'parts/0', '--now', now)
  await job(merging, 'deploy', 'parts/0', ...target)

  const whole = checkoutOf(folder)
  await job(whole, 'build', '--out', 'whole', '--now', now)
  const published = [...hashesOf(join(whole, 'whole')).keys()].filter((path) => !/(?:^|\/)[._]/.test(path)).sort()
  const inStore = (await store.keys()).filter((key) => !/(?:^|\/)[._]/.test(key)).sort()
  expect(inStore).toEqual(published)
  expect(published.length).toBeGreaterThan(of * 20)
  for (const path of published.filter((each) => /\.(?:xml|json|opml)$|^index\.html$/.test(each)))
    expect(Buffer.from(await (await store.read(path)).arrayBuffer()), path).toEqual(
      readFileSync(join(whole, 'whole', path)),
    )

  // Once more, all at once: no part takes away what another has.
  await Promise.all([...numbers.map(deployPart), job(merging, 'deploy', 'parts/0', ...target)])
  expect((await store.keys()).filter((key) => !/(?:^|\/)[._]/.test(key)).sort()).toEqual(published)
}, 300_000)
