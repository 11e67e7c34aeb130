// Tries so many cases of one test file, of which `npm test`, or CI, tries the same few every time (`bounded` in tests/series.ts).
//   npm run pairs -- --count 2000 --seed 7
//   npm run kills -- --count 500 --seed 7
//   npm run kills -- --count 1 --from 123 --seed 7     one of them again
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    count: {type: 'string', default: '200'},
    seed: {type: 'string'},
    from: {type: 'string', default: '0'},
    config: {type: 'string'},
  },
})
const seed = values.seed ?? String(Math.floor(Math.random() * 1_000_000))
const config = values.config === undefined ? [] : ['--config', values.config]
console.log(`${values.count} cases, seed ${seed}`)
const runner = fileURLToPath(new URL('run-tests.mjs', import.meta.url))
const {status} = spawnSync(process.execPath, [runner, ...config, ...positionals], {
  stdio: 'inherit',
  env: {...process.env, CASTWRIGHT_COUNT: values.count, CASTWRIGHT_FROM: values.from, CASTWRIGHT_SEED: seed},
})
process.exitCode = status ?? 1
