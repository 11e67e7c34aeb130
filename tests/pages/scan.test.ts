import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {expect, it, onTestFinished} from 'vitest'
import {build} from '../../src/index.ts'
import {qrModules} from '../../src/text/markup/qr-code.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

it('the page of a show has its feed as a QR code, drawn as it is meant', async () => {
  const show = temporaryShow({'show.yaml': showFile(), 'one.md': episodeFile('One')})
  const output = mkdtempSync(join(tmpdir(), 'castwright-scan-'))
  onTestFinished(() => rmSync(output, {recursive: true, force: true}))
  await build(show, output, {now: fixtureNow})
  const page = readFileSync(join(output, 'index.html'), 'utf8')
  const [drawing = ''] =
    /<svg role="img" aria-label="QR: https:\/\/trial\.example\/feed\.xml".*?<\/svg>/s.exec(page) ?? []
  const modules = qrModules('https://trial.example/feed.xml')
  const side = modules.length + 6
  // One pixel a module: what is drawn is what the code says, with three light modules around it.
  const svg = drawing.replace('<svg', `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"`)
  const pixels = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer()
  const seen = Array.from({length: side}, (_, row) =>
    Array.from({length: side}, (_, column) => (pixels[row * side + column] ?? 0) < 128),
  )
  const meant = Array.from({length: side}, (_, row) =>
    Array.from({length: side}, (_, column) => modules[row - 3]?.[column - 3] === true),
  )
  expect(seen).toEqual(meant)
  // Its three corners, by which cameras find it (ISO/IEC 18004).
  expect(modules[0]?.slice(0, 8)).toEqual([true, true, true, true, true, true, true, false])
})
