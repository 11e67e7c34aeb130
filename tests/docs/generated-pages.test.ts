import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const generated = ['docs', 'schema'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /\.(?:md|json)$/.test(name))
    .map((name) => `${folder}/${name}`),
)

describe('the pages that are made from tables', () => {
  it.each(generated)('%s prints no value that is not there', (path) => {
    // In declarations of the library, `undefined` is a type.
    const text = readFileSync(join(root, path), 'utf8').replace(/^```ts\n[\s\S]*?^```$|`undefined`/gm, '')
    expect(text).not.toMatch(/(?<!-)\bundefined\b|\[object Object\]|\bNaN\b/)
  })
})
