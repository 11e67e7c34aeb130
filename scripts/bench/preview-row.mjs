// How soon an edit is seen, by a browser that shows the preview of a large show.
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {counted, forget, interviews, scaled} from './bench-shows.mjs'
import {median} from './measure.mjs'

const previewEdits = fileURLToPath(new URL('preview-edits.mjs', import.meta.url))

/** @param {import('./rows.mjs').Bench} bench @returns {readonly import('./rows.mjs').Figure[]} */
export function previewed(bench) {
  const count = scaled(bench, 2000)
  const show = interviews(bench, count)
  forget(show)
  const edits = 4 * bench.rounds
  const {stdout, stderr} = spawnSync(process.execPath, [previewEdits, show, '00000-conversation', String(edits)], {
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(`preview-edits.mjs: ${stderr.slice(-2000)}`)
  /** @type {{atLeisure: number[], inHaste: number[]}} */
  const {atLeisure, inHaste} = JSON.parse(stdout)
  const title = `preview, one edited of ${counted(count)} on screen`
  return [
    {title, value: median(atLeisure), unit: 'ms', goal: 300},
    {title: '  the slowest of them', value: Math.max(...atLeisure), unit: 'ms', goal: 300},
    {title: '  edited again while all is planned or judged', value: median(inHaste), unit: 'ms'},
  ]
}
