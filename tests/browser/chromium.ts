import {existsSync} from 'node:fs'
import {type Browser, chromium} from 'playwright-core'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Whether there is a browser to try pages in; if not, says so once, so that a skipped run is not taken for a passed one. */
export const hasChromium = existsSync(executablePath)
if (!hasChromium) process.stderr.write(`skipped: pages in Chromium, there is no ${executablePath} (set CHROMIUM)\n`)

/** A browser that asks nothing of the network by itself. */
export function openChromium(...flags: readonly string[]): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...flags,
  ]
  return chromium.launch({executablePath, args})
}
