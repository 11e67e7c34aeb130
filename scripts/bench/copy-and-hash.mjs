// The least that a first build has to do with recordings: each is copied as `cp` does it, and hashed through one buffer.
import {createHash} from 'node:crypto'
import {closeSync, copyFileSync, mkdirSync, openSync, readdirSync, readSync} from 'node:fs'
import {join} from 'node:path'

const [source, output] = process.argv.slice(2)
if (source === undefined || output === undefined)
  throw new Error('Usage: node scripts/bench/copy-and-hash.mjs SHOW OUTPUT')
const buffer = Buffer.allocUnsafe(1 << 20)
mkdirSync(output, {recursive: true})
for (const name of readdirSync(source).filter((each) => each.endsWith('.mp3'))) {
  copyFileSync(join(source, name), join(output, name))
  const hash = createHash('sha256')
  const file = openSync(join(source, name), 'r')
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) hash.update(buffer.subarray(0, read))
  closeSync(file)
  console.log(hash.digest('hex'), name)
}
