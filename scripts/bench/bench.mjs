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

/** @type {NonNullable<import('node:util').ParseArgsConfig['options']>} */
const options = {
  help: {type: 'boolean', short: 'h'},
  network: {type: 'boolean'},
  rows: {type: 'string'},
  scale: {type: 'string'},
  rounds: {type: 'string'},
  validator: {type: 'string'},
  folder: {type: 'string'},
}

/** What was typed. A word that is not known is answered with the usage, as a wrong value is. */
function typed() {
  try {
    return parseArgs({options}).values
  } catch (error) {
    return {wrong: error instanceof Error ? error.message : String(error)}
  }
}

const given = /** @type {Record<string, string | boolean | undefined>} */ (typed())
const text = (/** @type {string} */ name, otherwise = '') => String(given[name] ?? otherwise)
const values = {
  network: given.network === true,
  validator: text('validator'),
  folder: text('folder', tmpdir()),
}
const rows = values.network ? networkRows : rowsOfShows
const wanted = given.rows === undefined ? rows.map(({name}) => name) : text('rows').split(',')
const unknown = wanted.filter((name) => rows.every((row) => row.name !== name))
const [scale, rounds] = [Number(text('scale', '1')), Number(text('rounds', '3'))]
const isWrong = given.wrong !== undefined || unknown.length > 0 || !(scale > 0 && scale <= 1) || !(rounds >= 1)
if (isWrong || given.help === true) {
  const say = isWrong ? console.error : console.log
  if (given.wrong !== undefined) say(given.wrong)
  if (unknown.length > 0) say(`There is no row ${unknown.join(', ')}`)
  say(
    'Usage: npm run bench -- [--network] [--rows NAME,NAME] [--scale 0.1] [--rounds 3] [--validator COMMAND] [--folder FOLDER]',
  )
  for (const {name, about} of rows) say(`  ${name.padEnd(12)} ${about}`)
  process.exit(isWrong ? 2 : 0)
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
