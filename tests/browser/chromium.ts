import {existsSync} from 'node:fs'
import {type Browser, chromium} from 'playwright-core'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Whether there is a browser to try pages in; if not, says so once, so that a skipped run is not taken for a passed one. */
export const hasChromium = existsSync(executablePath)
if (!hasChromium) process.stderr.write(`skipped: pages in Chromium, there is no ${executablePath} (set CHROMIUM)\n`)

/** For pages that play without anybody having touched them. */
export const playsByItself = '--autoplay-policy=no-user-gesture-required'

/** By their flags. Each ends with this process. */
const running = new Map<string, Promise<Browser>>()

/**
 * The browser of this process, which its test files have one after another: nobody closes it, but everybody their pages. To start one takes
 * as long as a page or two.
 */
export function chromiumHere(...flags: readonly string[]): Promise<Browser> {
  const key = flags.join(' ')
  const browser = running.get(key) ?? startChromium(flags)
  running.set(key, browser)
  return browser
}

/** A browser that asks nothing of the network by itself. */
function startChromium(flags: readonly string[]): Promise<Browser> {
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
