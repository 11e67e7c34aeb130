// Loaded into a measured process (`node --import`): leaves its peak memory and the processor's time where the bench finds them.
import {writeFileSync} from 'node:fs'

process.on('exit', () => {
  const {maxRSS: maxRssInKibibytes, userCPUTime, systemCPUTime} = process.resourceUsage()
  const usage = {maxRssInKibibytes, cpuInSeconds: (userCPUTime + systemCPUTime) / 1e6}
  if (process.env.BENCH_USAGE === undefined) throw new Error('BENCH_USAGE names no file')
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage))
})
