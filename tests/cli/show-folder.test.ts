import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {episodeFile, showFile} from '../temporary-show.ts'
import {castwright, folderOf} from './castwright.ts'

const show = {'show.yaml': showFile(), '1.md': episodeFile('one')}
const inFolder = (folder: string) =>
  Object.fromEntries(Object.entries(show).map(([name, text]) => [`${folder}/${name}`, text]))

/** `init` puts a new show there, and whoever made it names the folder that they gave to `init`. */
it.each([
  ['in the folder that is named', 'mine/', ['mine']],
  ['in episodes/ below it', 'mine/episodes/', ['mine']],
  ['in this folder', '', []],
  ['in episodes/ below this folder', 'episodes/', []],
])('finds the show %s', async (_place, folder, named) => {
  const base = folderOf(inFolder(folder === '' ? '.' : folder.slice(0, -1)))
  const {status, stdout} = await castwright(['build', ...named, '--out', 'site'], {folder: base})
  expect([status, stdout]).toEqual([0, expect.stringContaining('1 episode published')])
  expect(existsSync(join(base, 'site/feed.xml'))).toBe(true)
})
