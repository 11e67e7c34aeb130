// What an import of a feed with very many items costs: one that is well written, and one that is an attack.
import {existsSync, mkdtempSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {writeHostFeed, writeHostileFeed} from './feeds.mjs'
import {runOfNode} from './measure.mjs'

/**
 * @typedef {import('./rows.mjs').Bench} Bench
 * @typedef {import('./rows.mjs').Figure} Figure
 */

const castwright = join(fileURLToPath(new URL('.', import.meta.url)), '../../dist/bin/castwright.js')
const goals = {cpuInSeconds: 10, mebibytes: 500}

const feeds = [
  {title: 'hostile feed', name: 'hostile.xml', write: writeHostileFeed},
  {title: 'feed of a host', name: 'host.xml', write: writeHostFeed},
]

/** @param {Bench} bench @returns {readonly Figure[]} */
export function importOfFeeds({folder, scale}) {
  const count = Math.max(2, Math.round(100_000 * scale))
  return feeds.flatMap(({title, name, write}) => {
    const feed = join(folder, name)
    if (!existsSync(feed)) write(feed, count)
    // What was imported stays until the bench is over: making files takes longer after many were deleted.
    const show = mkdtempSync(join(folder, 'imported-'))
    const run = () => runOfNode([castwright, 'import', feed, show, '--format', 'json'])
    const [first, again] = [run(), run()]
    return [
      {
        title: `import of a ${title}, ${count.toLocaleString('en')} items, processors`,
        value: first.cpuInSeconds,
        unit: 's',
        goal: goals.cpuInSeconds,
      },
      {title: '  peak memory', value: first.peakInMebibytes, unit: 'MiB', goal: goals.mebibytes},
      {title: '  again, nothing changed, processors', value: again.cpuInSeconds, unit: 's', goal: goals.cpuInSeconds},
      {title: '  peak memory', value: again.peakInMebibytes, unit: 'MiB', goal: goals.mebibytes},
    ]
  })
}
