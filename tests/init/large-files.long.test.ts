import {createHash} from 'node:crypto'
import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {init} from '../../src/index.ts'
import {build} from '../../src/uses/build.ts'
import {writeFiles} from '../files-on-disk.ts'
import {media, showFile, temporaryShow} from '../temporary-show.ts'
import {type Run, runWorkflow} from './run-workflow.ts'
import {newWorld, push, type World} from './workflow-world.ts'

const now = '2026-06-30T00:00:00Z'
const oidOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pointer = (bytes: Uint8Array) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${oidOf(bytes)}\nsize ${bytes.length}\n`

/** Stands in for Git LFS: pointers in the checkout become the files of a store, and each file that is fetched is a call. */
const gitLfs = `#!/bin/sh
pointers() { git grep --cached -l '^version https://git-lfs' ; }
oid() { sed -n 's/^oid sha256://p' "$1"; }
storage=$(git config lfs.storage || echo .git/lfs)
case "$1" in
ls-files) for file in $(pointers); do echo "$(git show "HEAD:$file" | sed -n 's/^oid sha256://p') - $file"; done ;;
pull) for file in $(pointers); do
  object="$storage/objects/$(oid "$file")"
  if [ ! -e "$object" ]; then
    mkdir -p "$storage/objects"
    cp "$TEST_LFS/$(oid "$file")" "$object"
    echo "fetched $file" >> "$TEST_CALLS"
  fi
  cp "$object" "$file"
done ;;
esac
`

type LargeFiles = {readonly world: World; readonly clone: string; readonly store: string; sha: string}

async function showWithLargeFiles(): Promise<LargeFiles> {
  const world = newWorld()
  const store = join(world.folder, 'lfs')
  mkdirSync(store)
  const shim = join(world.folder, 'bin/git-lfs')
  writeFileSync(shim, gitLfs.replaceAll('$TEST_LFS', store))
  chmodSync(shim, 0o755)
  const clone = temporaryShow({
    'show.yaml': showFile(),
    '001-dawn.md': '---\ntitle: dawn\ndate: 2026-01-01\n---\nHello.\n',
    '001-dawn.mp3': media.mp3,
    '.gitignore': '/output/\n.castwright/\n',
  })
  await init(clone, {host: 'github-pages', now: new Date(now)})
  await build(clone, join(clone, 'output'), {now: new Date(now)})
  const show = {world, clone, store, sha: ''}
  addLargeFile(show, '001-dawn.mp3', media.mp3)
  show.sha = push(world, clone)
  return show
}

function addLargeFile({clone, store}: LargeFiles, path: string, bytes: Uint8Array): void {
  writeFileSync(join(store, oidOf(bytes)), bytes)
  writeFiles(clone, {[path]: pointer(bytes)})
}

function run({world, clone, sha}: LargeFiles, name: 'push' | 'schedule'): Run {
  const text = readFileSync(join(clone, '.github/workflows/publish.yml'), 'utf8')
  return runWorkflow(world, text, {name, sha, now, payload: {schedule: '23 * * * *'}})
}

const fetched = ({world}: LargeFiles) => world.calls().filter((call) => call.startsWith('fetched'))

describe('large files', () => {
  it('are fetched once, and then only the new ones', async () => {
    const show = await showWithLargeFiles()
    const first = run(show, 'push')
    expect(first.failed, first.log).toBeUndefined()
    expect(readFileSync(join(show.world.live, 'media/001-dawn.mp3')).equals(media.mp3)).toBe(true)
    expect(fetched(show)).toEqual(['fetched 001-dawn.mp3'])
    const caches = show.world.caches.length
    expect(run(show, 'schedule').failed).toBeUndefined()
    expect([fetched(show).length, show.world.caches.length]).toEqual([1, caches])

    const other = Buffer.concat([media.mp3, media.mp3])
    addLargeFile(show, '002-noon.mp3', other)
    writeFiles(show.clone, {'002-noon.md': '---\ntitle: noon\ndate: 2026-01-08\n---\nHello.\n'})
    show.sha = push(show.world, show.clone)
    const second = run(show, 'push')
    expect(second.failed, second.log).toBeUndefined()
    expect(readFileSync(join(show.world.live, 'media/002-noon.mp3')).equals(other)).toBe(true)
    expect(fetched(show)).toEqual(['fetched 001-dawn.mp3', 'fetched 002-noon.mp3'])
  })
})
