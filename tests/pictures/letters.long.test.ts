import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'

const root = join(import.meta.dirname, '../..')

it('the letters of cards are those of the font', () => {
  const file = join(root, 'src/pictures/letters/literata.ts')
  const before = readFileSync(file, 'utf8')
  try {
    execFileSync(process.execPath, [join(root, 'scripts/draw-letters.mjs')])
    expect(readFileSync(file, 'utf8')).toBe(before)
  } finally {
    writeFileSync(file, before)
  }
})
