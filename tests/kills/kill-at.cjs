// Loaded before the program (`node --require`): kills it at its so many-th change of the file system, before or after it is made.
// Without a number it writes down how many of each kind there are.
const fs = require('node:fs')

const {KILL_KIND: kind = 'any', KILL_AT: at = '0', KILL_WHEN: when = 'before', KILL_COUNTS: countsFile} = process.env

/** By function: what it does, and to which of its arguments. */
const kinds = {
  rename: 'rename',
  renameSync: 'rename',
  rm: 'deletion',
  rmSync: 'deletion',
  rmdir: 'deletion',
  rmdirSync: 'deletion',
  unlink: 'deletion',
  unlinkSync: 'deletion',
  writeFile: 'write',
  writeFileSync: 'write',
  writeSync: 'write',
  copyFile: 'write',
  mkdir: 'folder',
  mkdirSync: 'folder',
  openSync: 'write',
}
const counts = {}

function isLock(args) {
  return args.some((each) => typeof each === 'string' && each.includes('castwright.lock.json'))
}

function wrapped(target, name, own) {
  const before = target[name]
  if (typeof before !== 'function') return
  target[name] = function (...args) {
    const mine = ['any', own, ...(isLock(args) ? ['lock'] : [])]
    for (const each of mine) counts[each] = (counts[each] ?? 0) + 1
    const isNow = mine.includes(kind) && counts[kind] === Number(at)
    if (isNow && when === 'before') process.kill(process.pid, 'SIGKILL')
    const result = before.apply(this, args)
    if (!isNow) return result
    if (typeof result?.then !== 'function') process.kill(process.pid, 'SIGKILL')
    return result.then((value) => {
      process.kill(process.pid, 'SIGKILL')
      return value
    })
  }
}

for (const [name, own] of Object.entries(kinds)) {
  wrapped(name.endsWith('Sync') ? fs : fs.promises, name, own)
}
if (countsFile !== undefined) process.on('exit', () => fs.appendFileSync(countsFile, JSON.stringify(counts)))
