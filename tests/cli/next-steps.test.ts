import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'
import {castwright} from './castwright.ts'

const feed = `<rss version="2.0"><channel><title>Night Trains</title><link>https://trains.example/</link><description>Trains.</description>
  <item><title>One</title><guid>g1</guid><pubDate>Mon, 01 Jun 2026 08:00:00 GMT</pubDate>
  <enclosure url="https://media.example/1.mp3" length="5000000" type="audio/mpeg"/></item></channel></rss>`

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright next-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFileSync(join(folder, 'feed.xml'), feed)
  return folder
}

it('speak of placeholders only where init wrote them', async () => {
  const folder = scratch()
  const made = await castwright(['init', join(folder, 'new'), '--yes', '--host', 'none'])
  expect(made.stdout).toContain('still a placeholder')
  await castwright(['import', join(folder, 'feed.xml'), join(folder, 'show')])
  const added = await castwright(['init', join(folder, 'show'), '--yes', '--host', 'github-pages'])
  expect(added.stdout).toContain('names what is wrong in show.yaml')
  expect(added.stdout).not.toContain('placeholder')
})

it('name a folder with a blank as a shell takes it, and a show.yaml that was there before', async () => {
  const folder = scratch()
  writeFileSync(join(folder, 'show.yaml'), 'title: "x\n')
  const {stdout} = await castwright(['import', join(folder, 'feed.xml'), folder])
  expect(stdout).toMatch(/npx castwright build "[^"]*castwright next-[^"]*"/)
  expect(stdout).toContain('show.yaml was here before')
})

it.each([true, false])('name the page to open only where a build makes pages: %s', async (pages) => {
  const folder = temporaryShow({'show.yaml': showFile(`pages: ${pages}`), 'one.md': episodeFile('One')})
  const {stdout} = await castwright(['build', folder, '--out', join(folder, 'out')])
  expect(stdout).toContain('1 episode published')
  expect(stdout.includes('open this one in a browser')).toBe(pages)
})

it('tell who adopts a show what a build here has made, and to delete the lock only where there is one', async () => {
  const folder = temporaryShow({'one.md': episodeFile('One')})
  const before = (await castwright(['adopt', folder])).stdout.replaceAll(/\s+/g, ' ')
  expect(before).toContain('Is the show published already? Then run adopt with --feed')
  expect(before).not.toContain('delete')
  await castwright(['build', folder, '--out', join(folder, 'out')])
  const after = (await castwright(['adopt', folder])).stdout.replaceAll(/\s+/g, ' ')
  expect(after).toContain('Then delete castwright.lock.json, and run adopt with --feed')
})

it('send who adopts a show that does not build to what is wrong, and not to a build', async () => {
  const folder = temporaryShow({'1.md': '---\ntitle: One\naudio: https://media.example/1.mp3\n---\nNotes.\n'})
  const {stdout} = await castwright(['adopt', folder])
  expect(stdout).toContain('It does not build yet: 1 error')
  expect(stdout).toContain('npx castwright check')
  expect(stdout).not.toContain('npx castwright build')
})
