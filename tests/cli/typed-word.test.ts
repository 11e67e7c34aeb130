import {spawnSync} from 'node:child_process'
import {expect, it} from 'vitest'
import {typedWord} from '../../src/cli/print/typed-word.ts'

it.each(['my-show', '../a/b.xml', 'https://a.example/f.xml', 'Zürich'])('writes %s as it is', (word) => {
  expect(typedWord(word)).toBe(word)
})

it
  .skipIf(process.platform === 'win32')
  .each(['mein Schöner Ordner', 'a$b', 'say "hi"', "Mara's `show`", 'https://a.example/f?x=1&y=2'])(
  'writes %s so that a shell takes it for one word',
  (word) => {
    const {stdout} = spawnSync('sh', ['-c', `printf %s ${typedWord(word)}`], {encoding: 'utf8'})
    expect(stdout).toBe(word)
  },
)
