// Measures what builds cost, beside other programs on the same corpus, and prints each figure with its goal.
//   npm run bench                                     everything: half an hour, 13 GB of disk, 8 GB of memory for Hugo
//   npm run bench -- --rows cold,touched              some rows
//   npm run bench -- --scale 0.1 --rounds 1           a tenth of the counts, each pair once
//   npm run bench -- --network                        a network of 100,000 episodes instead: ten minutes of processor time, 5 GB of disk
//   npm run bench -- --rows check --validator 'python3 my-validator.py'     a program that judges the feed named by its last word
// Ratios are what counts: absolute figures are of this machine and this minute. Goals are for the full scale on a quiet machine.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {networkRows} from './network-rows.mjs'
import {rows as rowsOfShows} from './rows.mjs'

const {values} = parseArgs({
  options: {
    network: {type: 'boolean', default: false},
    rows: {type: 'string'},
    scale: {type: 'string', default: '1'},
    rounds: {type: 'string', default: '3'},
    validator: {type: 'string', default: ''},
    folder: {type: 'string', default: tmpdir()},
  },
})
const rows = values.network ? networkRows : rowsOfShows
const wanted = values.rows?.split(',') ?? rows.map(({name}) => name)
const unknown = wanted.filter((name) => rows.every((row) => row.name !== name))
const [scale, rounds] = [Number(values.scale), Number(values.rounds)]
if (unknown.length > 0 || !(scale > 0 && scale <= 1) || !(rounds >= 1)) {
  console.error(
    'Usage: npm run bench -- [--network] [--rows NAME,NAME] [--scale 0.1] [--rounds 3] [--validator COMMAND] [--folder FOLDER]',
  )
  for (const {name, about} of rows) console.error(`  ${name.padEnd(12)} ${about}`)
  process.exit(2)
}

/** @param {import('./rows.mjs').Figure} figure */
function printFigure({title, value, unit, goal, isMoreBetter = false}) {
  const shown = Number.isNaN(value) ? 'not here' : `${value.toPrecision(3)}${unit === undefined ? '' : ` ${unit}`}`
  const isReached = isMoreBetter ? value >= (goal ?? 0) : value <= (goal ?? Number.POSITIVE_INFINITY)
  const aim = goal === undefined ? '' : `goal ${goal}${isReached ? '' : '   missed'}`
  console.log(`${title.padEnd(58)} ${shown.padEnd(22)} ${aim}`.trimEnd())
}

const folder = mkdtempSync(join(values.folder, 'castwright-bench-'))
try {
  const hasHugo = spawnSync('hugo', ['version']).status === 0
  const validator = values.validator.split(' ').filter((word) => word !== '')
  if (scale !== 1) console.log(`At ${scale} of the counts, for which no goal is meant:`)
  for (const {measure} of rows.filter(({name}) => wanted.includes(name)))
    for (const figure of await measure({folder, scale, rounds, hasHugo, validator})) printFigure(figure)
} finally {
  rmSync(folder, {recursive: true, force: true})
}
