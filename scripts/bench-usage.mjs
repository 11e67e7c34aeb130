// Loaded into a measured process (`node --import`): leaves its peak memory where the bench finds it.
import {writeFileSync} from 'node:fs'

process.on('exit', () => {
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({maxRssInKibibytes: process.resourceUsage().maxRSS}))
})
