import {spawnSync} from 'node:child_process'
import {chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {hashesOf} from '../files-on-disk.ts'

const root = resolve(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0
/** `nobody` of any Unix. */
const nobody = 65_534

/** The program and the example show, in a folder that everybody may read and only its owner may write. */
function machine() {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-machine-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  chmodSync(folder, 0o755)
  cpSync(join(root, 'dist/bin'), join(folder, 'program/dist/bin'), {recursive: true})
  cpSync(join(root, 'package.json'), join(folder, 'program/package.json'))
  cpSync(join(root, 'episodes'), join(folder, 'episodes'), {
    recursive: true,
    filter: (path) => !path.endsWith('.castwright'),
  })
  return folder
}

type Means = {readonly uid?: number; readonly nodeOptions?: readonly string[]; readonly shell?: string}

function build(folder: string, output: string, {uid, nodeOptions = [], shell}: Means = {}) {
  const words = [
    ...nodeOptions,
    join(folder, 'program/dist/bin/castwright.js'),
    'build',
    '--now',
    '2026-11-22T00:00:00Z',
    '--out',
    output,
  ]
  const command = [process.execPath, ...words].map((word) => `'${word}'`).join(' ')
  const {status, stdout, stderr} = spawnSync('/bin/sh', ['-c', `${shell ?? ''} ${command}`], {
    cwd: folder,
    encoding: 'utf8',
    // No home, no terminal, no language, and nothing in the search path but the system.
    env: {PATH: '/usr/bin:/bin'},
    ...(uid === undefined ? {} : {uid, gid: uid}),
  })
  return {status, text: stdout + stderr}
}

/** What a build publishes, without what it keeps for later ones. */
function published(output: string): Readonly<Record<string, string>> {
  const files = Object.fromEntries(hashesOf(output))
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.castwright')))
}

it.skipIf(process.platform === 'win32')(
  'a build is the same without a home, with little memory, and under a strict umask',
  () => {
    const folder = machine()
    const usual = build(folder, 'usual')
    expect(usual, usual.text).toMatchObject({status: 0})
    const small = build(folder, 'small', {nodeOptions: ['--max-old-space-size=96']})
    expect(small, small.text).toMatchObject({status: 0})
    expect(published(join(folder, 'small'))).toEqual(published(join(folder, 'usual')))
    const strict = build(folder, 'strict', {shell: 'umask 077;'})
    expect(strict, strict.text).toMatchObject({status: 0})
    expect(published(join(folder, 'strict'))).toEqual(published(join(folder, 'usual')))
  },
)

it.skipIf(!isRoot)('somebody who may write the output alone gets the same, and nothing is left beside the show', () => {
  const folder = machine()
  expect(build(folder, 'usual')).toMatchObject({status: 0})
  mkdirSync(join(folder, 'theirs'))
  chownSync(join(folder, 'theirs'), nobody, nobody)
  rmSync(join(folder, 'episodes/.castwright'), {recursive: true, force: true})
  const theirs = build(folder, 'theirs/output', {uid: nobody})
  expect(theirs, theirs.text).toMatchObject({status: 0})
  expect(published(join(folder, 'theirs/output'))).toEqual(published(join(folder, 'usual')))
  expect(existsSync(join(folder, 'episodes/.castwright'))).toBe(false)
})

it.skipIf(!isRoot)('somebody who may write nothing is told so in a sentence', () => {
  const folder = machine()
  const refused = build(folder, 'output', {uid: nobody})
  expect(refused.status).toBe(1)
  expect(refused.text).toMatch(/output-unwritable|output-incomplete/)
  expect(refused.text).not.toMatch(/^\s+at /m)
  expect(existsSync(join(folder, 'output'))).toBe(false)
})

const canUnshare = isRoot && spawnSync('unshare', ['--mount', 'true']).status === 0

it.skipIf(!canUnshare)('a disk that is read-only is called so, and elsewhere the build goes on', () => {
  const folder = machine()
  const readOnly = `unshare --mount sh -c 'mount --bind . . && mount -o remount,ro,bind . && cd "$PWD" && exec "$@"' sh`
  const here = build(folder, 'new/output', {shell: readOnly})
  expect(here.status).toBe(1)
  expect(here.text).toContain('EROFS: read-only file system')
  const elsewhere = mkdtempSync(join(tmpdir(), 'castwright-machine-'))
  onTestFinished(() => rmSync(elsewhere, {recursive: true, force: true}))
  expect(build(folder, join(elsewhere, 'output'), {shell: readOnly})).toMatchObject({status: 0})
  expect(existsSync(join(folder, 'episodes/.castwright'))).toBe(false)
})
